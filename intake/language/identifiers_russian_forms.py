"""Addresses, small places, firms and units in Russian text, by further words: houses in words, schools in any case, signs, senders.

`identifiers_places`, `identifiers_firms` and `identifiers_addresses` hold the plain forms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from intake.language import spoken, towns
from intake.language.findings import GUESS, PATTERN, PLAIN, STRONG, Finding
from intake.language.skeletons import letters_of

_WORD = "|".join(sorted((w for w in spoken.RUSSIAN_NUMBERS if w not in ("один", "ноль")), key=len, reverse=True))
_NUMBER = rf"(?:(?:{_WORD})(?:\s(?:{_WORD}))*(?![а-яё])(?!\s(?:год|раз|этаж|месяц|дня|дней|человек|недел|час|минут|метр|километр)))"
_BESIDE = r"(?:\s(?:у|возле|за|напротив|около|рядом\sс|позади)\s[а-яё]{3,}(?:\s[а-яё]{4,}(?:ой|ого|ей|его|ами|ом))?)"
_STREET = r"(?:[А-ЯЁ][а-яё-]+(?:ая|яя|ой|ей|ова|ева|ина|ского|ых|ий|ый),?\s)"
_FLAT = rf"(?:,?\s(?:кв\.|квартир\w+|комнат\w+)\s(?:\d{{1,4}}|{_NUMBER}))"
_ADDRESSES = tuple(
    (re.compile(pattern), weight)
    for pattern, weight in (
        # дом четырнадцать у водокачки; Заводская, дом пять
        (rf"(?<!\w){_STREET}?[Дд]ом(?:а|у|е|ом)?\s(?:номер\s)?(?:{_NUMBER}|\d{{1,4}}(?={_BESIDE})){_BESIDE}?{_FLAT}?", PLAIN),
        # в бараке номер шесть, комната двести три
        (rf"(?<!\w)(?:[Бб]арак|[Оо]бщежити|[Вв]агончик|[Бб]ытовк|[Кк]омнат|[Кк]вартир|[Кк]азарм|[Кк]орпус|[Сс]екци|[Пп]одъезд|[Бб]лок)\w{{0,2}}\s(?:номер\s|№\s?)(?:{_NUMBER}|один|\d{{1,4}}){_FLAT}?", PLAIN),
        (rf"(?<!\w)(?:[Кк]омнат|[Кк]вартир)\w{{0,2}}\s{_NUMBER}(?=[.,;!?])", PATTERN),
        # дом наш третий от моста
        (r"(?:[Дд]ом|[Ии]зба|[Дд]вор|[Кк]алитка|[Бб]арак|[Хх]ата)\w{0,2}\s(?:наш\w?\s|мой\s|моя\s|у\sнас\s|стоит\s|—\s)*(?P<n>(?:перв|втор|трет|четв[её]рт|пят|шест|седьм|последн|крайн)\w{1,3}\s(?:от|за|после|справа|слева)\s[а-яё]+(?:\s[а-яё]+)?)", PATTERN),
    )
)  # fmt: skip
_FEASTS = re.compile(r"(?:Рождеств|Пасх|Нов|Троиц|Крещен|Покров|Маслениц|Январ|Феврал|Март|Апрел|Ма[йя]|Июн|Июл|Август|Сентябр|Октябр|Ноябр|Декабр)")  # fmt: skip
_PLACES = tuple(
    (re.compile(pattern), weight)
    for pattern, weight in (
        (r"(?<!\w)(?P<n>(?:[Уу]езд|[Рр]айон|[Вв]олост|[Сс]омон|[Аа]ймак|[Уу]лус)(?:е|а|у|ом|ь|и|ью)?\s[А-ЯЁ][а-яё]+(?:-[А-ЯЁ]?[а-яё]+)?)(?!\w)", PLAIN),
        (r"(?<=[а-яё,]\s)(?:под|около|возле|близ|недалеко\sот)\s(?P<n>[А-ЯЁ][а-яё]{3,})(?=[,.;]|\s[а-яё])", GUESS),
    )
)  # fmt: skip
_SKI = r"(?:[А-ЯЁ][а-яё-]+(?:[сц]к)(?:ий|ая|ое|ого|ой|ом|ому|им|ую)\s)"
_ADJECTIVES = r"(?:[а-яё-]{4,}(?:ий|ый|ой|ая|ое|ее|ого|его|ому|ему|ом|ем|им|ым|ую)\s){0,3}"
_SCHOOL = (
    r"(?:колледж|техникум|институт|университет|завод|комбинат|училищ|фабрик|леспромхоз|лесхоз|рыбзавод|рыбокомбинат|совхоз|колхоз|лице[йяею]|академи|верф|медучилищ|мединститут|трест|лесозавод|лесокомбинат|санатори|больниц|клиник|поликлиник|"
    r"птицефабрик|свинокомплекс|мясокомбинат|хлебозавод|стройтрест|рудник|карьер|прииск|разрез|порт(?!н))"
)
_OF_WHAT = r"(?:\s(?:связи|сервиса|торговли|транспорта|культуры|искусств|рыболовства|строительства|экономики|права|управления|технологий|(?:[а-яё]+ого\s)?хозяйства|механизации|медицины|дизайна|питания|туризма|промышленности|кооперации|бизнеса|информатики|мореходства|геологии|металлургии|энергетики|физкультуры|спорта)(?:\sи\s[а-яё]+(?:и|ы|а|я))?)"
_FIRM_NOUN = r"(?:[Фф]ирм|[Кк]омпани|[Зз]авод|[Пп]редприяти|[Рр]есторан|[Кк]афе|[Фф]абрик|[Кк]линик|[Гг]остиниц|[Аа]гентств|[Сс]толов|[Цц]ех|[Мм]агазин|[Кк]омбинат|[Оо]рганизаци|[Кк]олледж|[Ии]нститут|[Фф]ерм|[Хх]озяйств|[Тт]еплиц|[Пп]илорам|[Лл]есопилк|[Пп]одрядчик|[Пп]екарн|[Пп]рачечн|[Тт]ипографи|[Бб]аз[аеуы]|[Сс]тройк|[Оо]бъект|[Жж]илой\sкомплекс|ЖК)"
_SHOWN = r"(?:клейм|вывеск|печат|штамп|ворот|ящик|коробк|этикетк|табличк|бланк|логотип|надпис|спецовк|контейнер|проходн|крыш|бирк|накладн|договор|мешк|борт)"
_FIRMS = tuple(
    re.compile(pattern)
    for pattern in (
        # Спасского лесотехнического колледжа, Амурский институт связи
        rf"(?<!\w)(?P<n>{_SKI}{_ADJECTIVES}{_SCHOOL}[а-яё]{{0,3}}{_OF_WHAT}?(?:\s№\s?\d{{1,3}})?)(?!\w)",
        rf"(?<![А-Яа-яЁё]){_FIRM_NOUN}\w*[^.!?\n«\"]{{0,24}}?(?:\sназыва\w+|\sзвал\w+|\sимени|,|\s[—–-]|:)\s(?P<n>[«\"][^»\"\n]{{2,30}}[»\"])",
        # на ящиках клеймо «БХ»; на вывеске было написано: «Тихая бухта»
        rf"(?<![А-Яа-яЁё]){_SHOWN}\w*[^.!?\n«\"]{{0,30}}(?P<n>[«\"][А-ЯЁA-Z][^»\"\n!?,]{{1,28}}[»\"])",
    )
)
_ONSET = r"(?:[Чч]ж|[Чч]х|[Кк]х|[Тт]х|[Пп]х|[БВГДЖКНМЛПРСТХЧбвгджкнмлпрстхч])"
_KOREAN = rf"(?:(?=[А-ЯЁ])(?:{_ONSET}?(?:[Вв][аоеэ]|[АЕЁИОУЫЭЮЯаеёиоуыэюя])(?:нъ|ль|[клмнпт](?![аеёиоуыэюя]))?){{2,4}})"
_SENDER = (
    r"(?:компани|организаци|контор|предприяти|трест|объединени|управлени|фирм|обществ|бюро|корпораци|главк|комбинат)"
)
_UNITS = tuple(
    re.compile(pattern)
    for pattern in (
        # от компании «Пэктусан-лес», послала нас организация «Рынрадо», контора «Чхольсан-строй»
        rf"(?:(?<!\w)(?:от|из)\s(?:[а-яё]+\s)?{_SENDER}\w*|(?:посла|отправ|направ|ведал|командир|прислал|собира)\w*\s(?:[а-яё]+\s){{0,2}}?{_SENDER}\w*|(?<!\w)(?:организаци|контор|трест|объединени|управлени|главк|корпораци)\w*)\s(?P<n>[«\"]{_KOREAN}(?:[-\s][а-яё]+|[-\s]?\d{{1,3}})?[»\"])",
        rf"(?:(?<!\w)от)\s(?P<n>[«\"]{_KOREAN}(?:[-\s][а-яё]+|[-\s]?\d{{1,3}})?[»\"])",
        r"(?<!\w)(?P<n>(?:[Вв]ойсков|[Вв]оинск)\w+\sчаст[ьию]\w{0,2}\s(?:№\s?)?\d{3,5})(?!\d)",
        r"(?<!\w)(?P<n>[а-яё]*(?:бригад|батальон|полк|отряд|дивизи|корпус)\w{0,3}\s№\s?\d{1,4})(?!\d)",
    )
)


def find(text: str) -> Iterator[Finding]:
    """Addresses, small places, firms and units."""
    for pattern, weight in _ADDRESSES:
        for match in pattern.finditer(text):
            yield _at("ADDRESS", *match.span("n" if "n" in match.groupdict() else 0), "address.parts", weight, text)
    for pattern, weight in _PLACES:
        for match in pattern.finditer(text):
            if not _FEASTS.match(match["n"]) and not _town(match["n"]):
                yield _at("SMALL_PLACE", *match.span("n"), "place.form", weight, text)
    for pattern in _FIRMS:
        for match in pattern.finditer(text):
            yield _at("WORKPLACE", *match.span("n"), "firm.shown", PATTERN, text)
    for pattern in _UNITS:
        for match in pattern.finditer(text):
            yield _at("UNIT", *match.span("n"), "unit.sender", STRONG, text)


def _town(name: str) -> bool:
    """Whether a name in any case is that of a city (Хабаровском)."""
    lowered = name.casefold()
    return any(towns.is_wide(lowered[: len(lowered) - cut] + end) for cut in (0, 1, 2) for end in ("", "а", "ь", "я"))


def _at(kind: str, start: int, end: int, rule: str, weight: int, text: str) -> Finding:
    head = "firm" if kind in ("UNIT", "WORKPLACE") else "place"
    return Finding(kind, start, end, rule, f"{head}.{letters_of(text[start:end])}", weight)
