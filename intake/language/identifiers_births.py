"""Births told without a date: the year in words, the season, the animal of the year, a feast; English and Russian.

The age somebody was when something happened is no birth and not taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from intake.language import scripts
from intake.language.findings import PLAIN, Finding

_EN_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_EN_SEASON = rf"(?:the\s)?(?:early\s|late\s|middle of\s|end of\s|beginning of\s)?(?:the\s)?(?:spring|summer|autumn|fall|winter|rainy season|harvest|famine|{_EN_MONTH})"
_EN_TENS = r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
_EN_UNIT = r"(?:one|two|three|four|five|six|seven|eight|nine)"
_EN_YEAR = (
    rf"(?:(?:19|20)\d\d|['’]\d\d|nineteen[\s-](?:hundred\s(?:and\s)?)?{_EN_TENS}(?:[\s-]{_EN_UNIT})?|"
    rf"two thousand(?:\sand)?(?:\s{_EN_UNIT})?|{_EN_TENS}[\s-]{_EN_UNIT}|Juche \d{{1,3}})(?!\w)"
)
_EN_ANIMAL = (
    r"(?:Rat|Mouse|Ox|Cow|Tiger|Rabbit|Hare|Dragon|Snake|Horse|Sheep|Goat|Ram|Monkey|Rooster|Cock|Chicken|Dog|Pig|Boar)"
)
_RU_TENS = r"(?:тридцат|сорок|пятьдесят|шестьдесят|семьдесят|восемьдесят|девяност)"
_RU_UNIT = r"(?:перв|втор|трет|четв[её]рт|пят|шест|седьм|восьм|девят)"
_RU_CENTURY = r"(?:тысяча\sдевятьсот\s|две\sтысячи\s)?"
_RU_OF = rf"(?:{_RU_CENTURY}(?:{_RU_TENS}о?\s?{_RU_UNIT}(?:ого|ьего)|{_RU_TENS}(?:ого|ового)|(?:перв|втор|трет|четв[её]рт|пят|шест|седьм|восьм|девят|десят|\w{{2,8}}надцат|двадцат)(?:ого|ьего))|(?<!\d)(?:19|20)?\d\d(?:-го)?)"
_RU_IN = rf"(?:{_RU_CENTURY}(?:{_RU_TENS}о?\s?{_RU_UNIT}(?:ом|ьем)|{_RU_TENS}ом)|(?:19|20)?\d\d(?:-м)?)"
_RU_SEASON = r"(?:весной|летом|осенью|зимой|в\s(?:январе|феврале|марте|апреле|мае|июне|июле|августе|сентябре|октябре|ноябре|декабре))"
_RU_ANIMAL = r"(?:[Кк]рыса|[Мм]ышь|[Бб]ык|[Вв]ол|[Тт]игр|[Кк]ролик|[Зз]аяц|[Кк]от|[Дд]ракон|[Зз]мея|[Лл]ошадь|[Оо]вца|[Кк]оза|[Оо]безьяна|[Пп]етух|[Сс]обака|[Сс]винья|[Кк]абан)"
_RU_BORN = r"(?:[Рр]одил(?:ся|ась|ись)|[Рр]ожд[её]н\w{0,2}|[Пп]оявил(?:ся|ась)\sна\sсвет|[Рр]одила\sменя)(?:\s(?:я|он|она|сам|сама|меня|был|была|тоже)(?!\w))?"
_PATTERNS = tuple(
    (script, re.compile(pattern))
    for script, pattern in (
        # born in the spring of 1988, born in '84, born nineteen seventy-six
        ("en", rf"\b[Bb]orn (?:in |on |during )?(?P<n>{_EN_SEASON},? (?:of |in )?{_EN_YEAR}|{_EN_YEAR})"),
        ("en", rf"\b(?:[Mm]y|[Hh]is|[Hh]er) (?:birth year|year of birth|date of birth) (?:is|was|:) (?P<n>{_EN_YEAR})"),
        ("en", rf"(?<!\w)(?P<n>{_EN_YEAR})(?= as (?:the|my|his|her) (?:year|birth|date))"),
        ("en", r"\b(?:I am|I['’]m|I was) (?:a child of|from|of the year|a|of) (?P<n>(?:19)\d\d|['’]\d\d)(?=[.,;]| and | so )"),
        ("en", rf"\b(?:I am|I['’]m|[Ss]he is|[Hh]e is|[Ss]he was|[Hh]e was|me,) (?P<n>(?:an? |the (?:year of the )?){_EN_ANIMAL})(?!\w)"),
        ("en", rf"\b(?:[Mm]y|[Hh]is|[Hh]er) (?:own )?(?:birth )?(?:year|sign|animal|zodiac)(?: sign| animal)? (?:is|was) (?P<n>(?:that of )?(?:the |an? )?{_EN_ANIMAL})(?!\w)"),
        ("en", rf"\bunder the sign of (?P<n>the {_EN_ANIMAL})(?!\w)"),
        ("en", rf"\b(?P<n>the ides of {_EN_MONTH}(?:,? (?:in |of )?(?:19|20)\d\d)?)(?!\w)"),
        ("en", r"\b(?:[Ww]hen|[Ii]n which year|[Ww]hat year|[Ww]here and when) (?:were|was) (?:you|he|she) born\?\s*(?:A|Answer|WITNESS|Witness)[:.]\s(?P<n>(?:(?:[Oo]n|[Ii]n)\s)?[^.,;\n]{4,44}(?:,?\s(?:19|20)\d\d)?)(?=[.,;\n])"),
        ("en", r"\b(?:[Dd]ate|[Yy]ear) of birth\?\s*(?:A|Answer|WITNESS|Witness)[:.]\s(?P<n>[^.,;\n]{4,44}(?:,?\s(?:19|20)\d\d)?)(?=[.,;\n])"),
        ("ru", r"(?:[Кк]огда|[Вв]\sкаком\sгоду)\s(?:вы\s|он\s|она\s)?родил\w+[^?\n]{0,12}\?\s*Ответ:\s(?P<n>[^.,;\n]{4,50})(?=[.,;\n])"),
        ("ru", r"(?:[Дд]ата|[Гг]од)\sрождения\??:?\s*(?:Ответ:\s)?(?P<n>(?:[Вв]\s)?[^.,;?\n]{4,40})(?=[.,;\n])"),
        ("ru", rf"(?<!\w)[Яя]\s(?:сам\s|сама\s)?(?:с\s)?(?P<n>{_RU_TENS}о?\s?{_RU_UNIT}(?:ого|ьего))(?=[.,;])"),
        # родился в семьдесят девятом, весной шестьдесят девятого, на Троицу в пятьдесят седьмом
        ("ru", rf"{_RU_BORN}\s(?P<n>(?:{_RU_SEASON}\s)?(?:в\s){_RU_IN}(?:\sгоду)?|{_RU_SEASON}\s{_RU_OF}(?:\sгода)?)(?!\w)"),
        ("ru", rf"{_RU_BORN}\s(?P<n>(?:на|под|в)\s(?:[А-ЯЁ]?[а-яё]+\s)?[А-ЯЁ][а-яё]+(?:,?\sв\s{_RU_IN}(?:\sгоду)?|,?\s{_RU_OF}(?:\sгода)?))(?!\w)"),
        ("ru", rf"(?<!\w)[Яя]\s(?:сам\s|сама\s)?(?:с\s)?(?P<n>{_RU_OF}\sгода?)(?!\w)"),
        ("ru", r"(?<!\w)(?:[Яя]|[Оо]н|[Оо]на)\s(?:с\s)?(?P<n>(?:19)?\d\d-го)(?=[,.;])"),
        ("ru", rf"(?<!\w)(?P<n>{_RU_OF}\sгода\sрождения)"),
        ("ru", rf"(?:[Пп]о\s(?:гороскопу|году|восточному\sкалендарю|календарю)(?:\s(?:я|он|она))?|(?<!\w)[Яя]\s(?:по\sгороскопу|по\sгоду)|[Гг]од\s(?:мой|у\sменя|его|её)|[Зз]нак\s(?:мой|у\sменя))\s(?:—\s|–\s|- )?(?P<n>{_RU_ANIMAL})(?!\w)"),
    )
)  # fmt: skip
# Firms and ideas are born too.
_NOBODY = re.compile(r"\b(?:firm|company|idea|plan|party|country|republic|project|business|custom|song|rumour|rumor|joke|habit|word|friendship)s?\b[^.!?,]{0,14}$")  # fmt: skip


def find(text: str) -> Iterator[Finding]:
    """Births by year, season, animal or feast, as BIRTH_DATE."""
    written = scripts.prose(text)
    for pattern in (p for script, p in _PATTERNS if script in written):
        for match in pattern.finditer(text):
            if not _NOBODY.search(text, max(0, match.start() - 40), match.start()):
                start, end = match.span("n")
                yield Finding("BIRTH_DATE", start, end, "birth.told", f"birth.{text[start:end]}", PLAIN)
