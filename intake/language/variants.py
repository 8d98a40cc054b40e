"""Every shape in which a string that was taken out could still stand in a text.

`variants` writes the shapes down; the skeleton (`skeletons`) takes care of what needs no writing down: NFC and NFD, width,
case, diacritics, spaces and hyphens, invisible characters, look-alike letters, compatibility jamo, traditional Chinese.
A variant says whether it is proof by itself (`sure`), and which spellings beside it would make it proof.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

import phonenumbers

from intake.language import days, names, romanise, surnames, titles, towns
from intake.language.normalise import nfc
from intake.language.skeletons import letters_of, skeleton

__all__ = ["Variant", "digits_of", "skeleton", "spoken_digits", "variants"]

PEOPLE = frozenset(("PERSON", "FAMILY", "BROKER"))
NUMBERS = frozenset(("PHONE", "ID_NUMBER"))
REGIONS = ("KR", "CN", "RU", "KP")


@dataclass(frozen=True, slots=True)
class Variant:
    """One shape of a string.

    `part`: full, given, surname, titled, masked, initials, number, date, short. `sure`: found like this it is the string;
    otherwise only context can tell. `beside`: spellings (as skeletons) that make it sure when they stand next to it.
    """

    text: str
    rule: str
    part: str
    sure: bool
    beside: tuple[str, ...] = ()


def variants(text: str, kind: str) -> Iterator[Variant]:
    """The shapes of `text`, which is a thing of this kind (kinds as in identifiers). The first is the text itself."""
    written = nfc(text).strip()
    if not written:
        return
    seen: set[tuple[str, str]] = set()
    for variant in _all(written, kind):
        key = (letters_of(variant.text), variant.part)
        if key[0] and key not in seen:
            seen.add(key)
            yield variant


def _all(text: str, kind: str) -> Iterator[Variant]:
    yield Variant(text, "same", "full", True)
    if kind in PEOPLE:
        yield from _person(text)
    elif kind in NUMBERS:
        yield from _number(text, kind)
    elif kind == "MESSENGER":
        yield from _handle(text)
    elif kind in ("EXACT_DATE", "BIRTH_DATE"):
        yield from _date(text)
    elif kind in ("WORKPLACE", "UNIT"):
        yield from (Variant(short, "firm.short", "short", False) for short in short_firms(text))


def _person(text: str) -> Iterator[Variant]:
    called = SURNAME_TITLED.fullmatch(text)
    if called:
        for owner in names.surname_forms(called[1]):
            yield Variant(f"{owner} {called[2]}", "name.spelling", "titled", True)
        return
    bare = strip_title(text)
    if bare != text and len(bare) >= 2:
        yield Variant(bare, "name.untitled", "given", False)
    korean = names.parse(bare)
    if korean:
        yield from _korean(korean, bare)
        return
    if names.han(text):
        yield from _chinese(text)
        return
    latin = names.parse_latin(bare)
    if latin:
        yield from _romanised(*latin)
    yield from _alphabetic(bare, whole=bool(latin))


def strip_title(text: str) -> str:
    """A Korean name without the title or kinship word after it (박 지배인 stays, since 박 alone is no name)."""
    match = _TITLED.fullmatch(text)
    return match[1] if match and len(match[1]) >= 2 else text


_TITLED = re.compile(
    rf"([가-힣]{{2,4}})\s?(?:{'|'.join(sorted(titles.KOREAN_TITLES + titles.KOREAN_KIN, key=len, reverse=True))})"
)


SURNAME_TITLED = re.compile(
    rf"([가-힣])\s?({'|'.join(sorted(titles.KOREAN_TITLES + titles.KOREAN_KIN, key=len, reverse=True))})"
)


def _korean(name: names.Korean, text: str) -> Iterator[Variant]:
    owners = names.surname_forms(name.surname) if name.surname else ()
    hanja = [h for owner in owners for h in surnames.HANJA.get(owner, ())]
    givens = names.given_forms(name.given)
    long = len(name.given) > 1
    for given in givens:
        for owner in owners:
            yield Variant(owner + given, "name.spelling", "full", True)
        if long:
            yield Variant(given, "name.given", "given", False, tuple(map(letters_of, owners)))
    yield from _korean_latin(name, owners)
    for owner in owners:
        yield from _titled(owner)
        if long:
            for mask in (f"{owner}*{name.given[1:]}", f"{owner}**", f"{owner}{name.given[0]}*", f"{owner}OO"):
                yield Variant(mask, "name.masked", "masked", False)
    if len(text) >= 3:
        yield Variant("".join(letters_of(c)[0] for c in text if "가" <= c <= "힣"), "name.initials", "initials", False)
    for sign in hanja:
        for title in titles.CHINESE_TITLES[:40]:
            yield Variant(sign + title, "name.hanja.titled", "titled", False)


def _titled(owner: str) -> Iterator[Variant]:
    for title in titles.KOREAN_TITLES:
        yield Variant(f"{owner} {title}", "name.surname.titled", "titled", False)
    yield Variant(f"{owner}가", "name.surname.ga", "surname", False)


def _korean_latin(name: names.Korean, owners: tuple[str, ...]) -> Iterator[Variant]:
    latin = names.latin_surname_forms([surnames.SOUTHERN.get(o, o) for o in owners][:1])
    cyrillic = tuple(c for o in owners for c in surnames.CYRILLIC.get(surnames.SOUTHERN.get(o, o), ()))
    scripts = ((names.latin_givens, latin, "name.romanised"), (names.cyrillic_givens, cyrillic, "name.cyrillic"))
    for spell, beside, rule in scripts:
        if len(name.given) > 1:
            keys = tuple(map(letters_of, beside))
            yield from (Variant(form, rule, "given", False, keys) for form in spell(name.given))
        else:
            yield from (
                Variant(" ".join(order), rule, "full", True)
                for form in spell(name.given)
                for owner in beside
                for order in ((owner, form), (form, owner))
            )
    if latin and len(name.given) > 1:
        yield from _initials(latin, [{form[:1] for form in romanise.latin(s)} for s in name.given])


def _initials(owners: Iterable[str], letters: list[set[str]]) -> Iterator[Variant]:
    for each in product(*map(sorted, letters)):
        dotted = ".".join(each).upper()
        for owner in owners:
            yield Variant(f"{owner.capitalize()} {dotted}.", "name.initials", "initials", False)
            yield Variant(f"{owner[0].upper()}.{dotted}.", "name.initials", "initials", False)
            yield Variant(f"{dotted}. {owner.capitalize()}", "name.initials", "initials", False)


def _romanised(owners: tuple[str, ...], given: str) -> Iterator[Variant]:
    latin = names.latin_surname_forms(owners)
    beside = tuple(map(letters_of, latin))
    for form in names.respell(given):
        yield Variant(form, "name.romanised", "given", False, beside)
    ways = names.syllables(given)
    if ways:
        yield from _initials(latin[:6], [{piece[0]} for piece in ways[-1]])


_HAN_SURNAMES = frozenset(sign for signs in surnames.HANJA.values() for sign in signs) | frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金"
)


def _chinese(text: str) -> Iterator[Variant]:
    core = re.sub(rf"^[小老阿大]|(?:{'|'.join(titles.CHINESE_TITLES)})$", "", text) if len(text) > 2 else text
    surname, given = core[0], core[1:]
    if text[0] in "小老阿" and len(core) == 2 and surname not in _HAN_SURNAMES:
        yield Variant(core, "name.given", "given", False)
        return
    if len(given) >= 2:
        yield Variant(given, "name.given", "given", False, (letters_of(surname),))
        yield Variant(f"小{given}", "name.given", "given", False)
    for prefix in "小老阿大":
        yield Variant(prefix + surname, "name.surname.titled", "titled", False)
    for title in titles.CHINESE_TITLES:
        yield Variant(surname + title, "name.surname.titled", "titled", False)
    if len(given) >= 1:
        yield Variant(f"{surname}*{given[1:]}", "name.masked", "masked", False)
        yield Variant(f"{surname}某", "name.masked", "masked", False)


def _alphabetic(text: str, *, whole: bool) -> Iterator[Variant]:
    """Orders and parts of a name in an alphabet. `whole`: a Korean name, whose syllables mean nothing one by one."""
    words = [w for w in names.tokens(text) if len(w) > 1]
    if words and words[0].casefold() in _NICKS:
        return
    if len(words) < 2:
        yield from (Variant(stem, "name.declined", "given", False) for stem in stems(text))
        return
    for order in _orders(words)[:2] if whole else _orders(words):
        yield Variant(" ".join(order), "name.order", "full", True)
    if whole:
        surname = words[0] if names.latin_surnames(words[0]) else words[-1]
        yield Variant(surname, "name.surname", "surname", False)
        return
    for word in words:
        if word in _CYRILLIC_SURNAMES:
            yield Variant(word, "name.surname", "surname", False)
        elif len(word) >= (4 if "\u0400" <= word[0] <= "\u052f" else 3) and not names.is_syllable(word):
            yield Variant(word, "name.part", "given", False)
            yield from (Variant(stem, "name.declined", "given", False) for stem in stems(word))
    yield Variant(f"{words[0]} {words[-1][0]}.", "name.initials", "initials", False)
    yield Variant(f"{words[-1]} {words[0][0]}.", "name.initials", "initials", False)


_CYRILLIC_SURNAMES = frozenset(spelling for each in surnames.CYRILLIC.values() for spelling in each)
_NICKS = frozenset(w.casefold() for w in (*titles.ENGLISH_NICKS, *titles.ENGLISH_TITLES, "the"))


def stems(word: str) -> Iterator[str]:
    """What Russian endings are put on (Людмил-, Николаевич), and the short patronymic (Николаич)."""
    if not re.fullmatch(r"[А-Яа-яЁё]{4,}", word):
        return
    if word[-1] in "аяйьео":
        yield word[:-1]
    if match := re.fullmatch(r"(.+?)(?:ьевич|евич|ович)", word):
        yield f"{match[1]}ич"
        yield f"{match[1]}ыч"


def _orders(words: list[str]) -> list[list[str]]:
    orders = [[words[-1], *words[:-1]], [*words[1:], words[0]]]
    if len(words) == 3:
        orders += [words[:2], words[1:], [words[0], words[2]]]
    return orders


def digits_of(text: str) -> str:
    """The digits of a number, of any width or script."""
    return "".join(c for c in letters_of(text) if c.isdecimal())


def _number(text: str, kind: str) -> Iterator[Variant]:
    digits = digits_of(text)
    if not digits:
        return
    yield Variant(digits, "number.digits", "number", len(digits) >= 6)
    if kind == "PHONE":
        for form in phone_forms(text):
            yield Variant(form, "phone.format", "number", True)
    if len(digits) >= 7:
        for form in dict.fromkeys((digits, *phone_forms(text)) if kind == "PHONE" else (digits,)):
            yield from (Variant(spoken, "number.spoken", "number", True) for spoken in spoken_digits(form))


def phone_forms(text: str) -> tuple[str, ...]:
    """The digits of a phone number as dialled at home and from abroad."""
    digits = digits_of(text)
    forms: list[str] = []
    explicit = text.strip().startswith(("+", "00"))
    for region in (None,) if explicit else REGIONS:
        try:
            number = phonenumbers.parse(text if explicit else digits, region)
        except phonenumbers.NumberParseException:
            continue
        if not explicit and not _plausible(digits, region):
            continue
        national = phonenumbers.national_significant_number(number)
        code = str(number.country_code)
        trunk = {"82": "0", "7": "8", "850": "0", "86": ""}.get(code, "0")
        forms += [trunk + national, code + national, f"00{code}{national}", f"{code}0{national}"]
        if len(national) >= 8:
            forms.append(national)
    return tuple(dict.fromkeys(forms))


def _plausible(digits: str, region: str | None) -> bool:
    starts = {"KR": ("0",), "CN": ("1", "0"), "RU": ("8", "7", "9"), "KP": ("0", "2", "19")}
    return digits.startswith(starts[region or "KR"])


_READINGS = (
    "공일이삼사오육칠팔구",
    "영일이삼사오륙칠팔구",
    "공하나둘셋넷",
    "〇一二三四五六七八九",
    "零幺二三四五六七八九",
)


def spoken_digits(digits: str) -> Iterator[str]:
    """Digits read out one by one, in Korean and Chinese; as one run of syllables."""
    for reading in _READINGS:
        if len(reading) == 10:
            yield "".join(reading[int(d)] for d in digits)


def _handle(text: str) -> Iterator[Variant]:
    for word in re.findall(r"@?[A-Za-z0-9][A-Za-z0-9._-]{3,}(?:@[\w.-]+)?|\+?\d[\d\s-]{6,}\d", text):
        if word.lower() not in SERVICES:
            yield Variant(word, "handle", "full", True)
            if re.fullmatch(r"\+?[\d\s-]+", word):
                yield from _number(word, "PHONE")


SERVICES = frozenset(
    "kakaotalk kakao wechat weixin telegram telegramm whatsapp viber line signal skype facebook instagram messenger email mail".split()
)


def _date(text: str) -> Iterator[Variant]:
    day = next(iter(days.find(text)), None)
    if day is None or day.month is None:
        return
    month, number = day.month, day.day
    for short in _short_dates(month, number):
        yield Variant(short, "date.noyear", "date", False)
    if day.year:
        for long in _long_dates(day.year, month, number):
            yield Variant(long, "date.notation", "date", True)


_EN = "January February March April May June July August September October November December".split()
_RU = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()


def _short_dates(month: int, day: int) -> Iterator[str]:
    yield f"{month}월 {day}일"
    yield f"{month}月{day}日"
    yield f"{month}月{day}号"
    yield f"{day} {_EN[month - 1]}"
    yield f"{_EN[month - 1]} {day}"
    yield f"{day} {_RU[month - 1]}"


def _long_dates(year: int, month: int, day: int) -> Iterator[str]:
    yield f"{year}년 {month}월 {day}일"
    yield f"주체{year - 1911}({year})년 {month}월 {day}일"
    yield f"주체{year - 1911}년 {month}월 {day}일"
    yield f"{year}-{month:02d}-{day:02d}"
    yield f"{year}.{month}.{day}"
    yield f"{day:02d}.{month:02d}.{year}"
    yield f"{month:02d}/{day:02d}/{year}"
    yield f"{year % 100:02d}{month:02d}{day:02d}"
    yield f"{year}年{month}月{day}日"
    yield f"{year}年{month}月{day}号"
    yield f"{day} {_EN[month - 1]} {year}"
    yield f"{_EN[month - 1]} {day}, {year}"
    yield f"{day} {_RU[month - 1]} {year}"


# What a firm is, said after (or in English and Russian also before) its own name.
FIRM_WORDS = (
    "유한책임회사 유한공사 주식회사 무역회사 수출입회사 건설회사 대외건설 림업회사 합작회사 총회사 회사 수산물가공 수산 복장 피복 의류 식품 전자 건설 "
    "방직 가공 무역 식당 음식점 호텔 공장 기업소 상사 교류사 봉사소 물산 개발 려행사 여행사 농장 탄광 광산 제련소 조선소 섬유 산업 실업 목재 "
    "공업 기계 신발 완구 가구 제약 과학기술 기술교류사 기술 콘트랙팅 그룹 센터 총국 관리국 지도국 사업소 작업소 사업부"
).split()
FIRM_WORDS_HAN = (
    "有限责任公司 有限公司 股份公司 水产品 水产 海产 服装厂 服装 服饰 食品 电子 餐厅 饭店 酒店 宾馆 餐馆 冷面馆 纺织 针织 制衣 加工厂 加工 工厂 公司 集团 建筑 "
    "建设 贸易 商贸 科技 木业 农场 渔业 会社 厂"
).split()
FIRM_WORDS_LATIN = frozenset(
    "co ltd llc inc corp company corporation contracting contractors construction constructions services service trading trade group "
    "knitwear garment garments clothing apparel textile textiles seafood seafoods fishery fisheries foods food electronics factory mill "
    "plant restaurant hotel travel tours tour agency exchange enterprise enterprises industries industrial builders building works shipping "
    "shipyard logistics farm mining timber logging college school institute university academy technology technologies software plus gmbh "
    "sarl ооо оао зао ип".split()
)


def short_firms(text: str) -> Iterator[str]:
    """A firm's name without the words that say what it is (홍펑수산 -> 홍펑), and the parts of a name of several words."""
    if re.search(r"[가-힣]", text):
        yield from _short_hangul(text)
    elif re.search(r"[\u3400-\u9fff]", text):
        for word in FIRM_WORDS_HAN:
            if text.endswith(word) and len(text) - len(word) >= 2:
                yield text[: -len(word)]
    else:
        words = [w.strip("«»\"'.,") for w in text.split()]
        own = [w for w in words if w.casefold() not in FIRM_WORDS_LATIN]
        if own and len(own) < len(words) and len("".join(own)) >= 4:
            yield " ".join(own)
            yield own[0]


def _short_hangul(text: str) -> Iterator[str]:
    words = text.split()
    for word in words if len(words) < 4 else words[:1]:
        if len(words) > 1 and len(word) >= 2 and word not in FIRM_WORDS and not towns.is_wide(word):
            yield word
        for generic in FIRM_WORDS:
            if word.endswith(generic) and len(word) - len(generic) >= 2:
                yield word[: -len(generic)]
                break
