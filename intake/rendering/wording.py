"""The fixed words of a document that leaves, in the language of the document rather than of whoever produces it."""

from __future__ import annotations

import re

_LANGUAGES = ("ko", "en", "zh", "ru")
_NOTICE = (
    (
        "이 글은 공개를 위해 새로 만든 것입니다. 사람을 가리키는 이름은 이 문서에서만 쓰는 것으로, "
        "다른 문서의 같은 이름과 관계가 없습니다. 지우거나 넓힌 곳은 당사자와 다른 사람의 안전을 위한 것입니다."
    ),
    (
        "This text was newly made for release. Names given to people are used in this document alone and have nothing "
        "to do with the same names elsewhere. What was taken out or made less precise protects the witness and others."
    ),
    "本文是为公开而重新制作的。人物代号仅用于本文件，与其他文件中的相同代号无关。删去或概括之处是为了保护证人及他人的安全。",
    (
        "Этот текст составлен заново для публикации. Обозначения людей действуют только в этом документе и не связаны "
        "с такими же обозначениями в других. Опущенное и обобщённое защищает свидетеля и других людей."
    ),
)
_TABLE: dict[str, tuple[str, str, str, str]] = {
    "title": ("증언 공개본", "Released testimony", "公开证言", "Публикуемое свидетельство"),
    "title-label": ("제목", "Title", "标题", "Заголовок"),
    "number": ("번호", "Number", "编号", "Номер"),
    "audience": ("받는 이", "For", "接收方", "Для кого"),
    "purpose": ("목적", "Purpose", "用途", "Цель"),
    "identity": ("신원 표시", "Identity shown", "身份显示", "Указание личности"),
    "organisation": ("기관", "Organisation", "机构", "Организация"),
    "issued": ("발행", "Issued", "发布", "Дата выпуска"),
    "about": ("이 문서에 대하여", "About this document", "关于本文件", "Об этом документе"),
    "facts": ("기록된 사실", "Recorded facts", "记录的事实", "Зафиксированные факты"),
    "narrative": ("증언", "Testimony", "证言", "Свидетельство"),
    "text": ("본문", "Text", "正文", "Текст"),
    "notice-heading": ("알림", "Notice", "说明", "Примечание"),
    "notice": _NOTICE,
    "mechanisms": ("입국·체류 방식", "Mechanisms", "入境与居留方式", "Способы въезда и пребывания"),
    "country": ("나라", "Country", "国家", "Страна"),
    "province": ("지역(성·주)", "Province", "省份", "Провинция, регион"),
    "year": ("해", "Year", "年份", "Год"),
    "sector": ("업종", "Sector", "行业", "Отрасль"),
    "indicators": ("강제노동 지표", "Indicators of forced labour", "强迫劳动指标", "Признаки принудительного труда"),
    "focus_areas": ("주제", "Focus areas", "关注领域", "Темы"),
    "sex": ("성별", "Sex", "性别", "Пол"),
    "sex-F": ("여성", "female", "女", "женский"),
    "sex-M": ("남성", "male", "男", "мужской"),
    "sex-X": ("그 밖", "other", "其他", "иной"),
}


def base_language(language: str) -> str:
    """The primary subtag (`zh` of `zh-CN`), or `en` for a language whose fixed words are not kept here."""
    primary = re.split("[-_]", language.casefold())[0]
    return primary if primary in _LANGUAGES else "en"


def words(key: str, language: str) -> str:
    """A fixed word of a document in its language. KeyError for a key that does not exist."""
    return _TABLE[key][_LANGUAGES.index(base_language(language))]
