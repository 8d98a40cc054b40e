"""Other things that single a person out: marks on the body, sole posts, rare events. Sentences or clauses, for a person to judge."""

from __future__ import annotations

import re
from collections.abc import Iterator

from intake.language.findings import GUESS, Finding
from intake.language.skeletons import letters_of

_RULES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("trait.body", re.compile(
        r"(?:왼|오른)?(?:쪽)?\s?(?:얼굴|이마|뺨|볼|귀|귀 뒤|목|팔|손|손등|손가락|다리|발|등|배|눈|입술|코)(?:에|의|를|을|이|가)?\s?(?:뒤에|위에|"
        r"밑에)?\s?[^.!?\n,]{0,14}?"
        r"(?:흉터|상처|점이|점(?=\s|[이을은,.])|문신|화상|사마귀|절단|잘[렸려린]|없습니다|접니다|절[고뚝]|저는|의족|의안|꿰맨)"
    )),
    ("trait.body", re.compile(
        r"\b(?:(?:an?|the|my|his|her)\s)?(?:long |small |big |deep |burn )*(?:scar|tattoo|birthmark|mole|"
        r"limp|stitches|glass eye|missing finger|false leg|burn mark)s?\b[^.!?\n]{0,50}"
        r"|\b(?:lost|missing) (?:my|his|her|two|three|a) (?:\w+ )?(?:fingers?|toes?|eye|leg|arm|hand|"
        r"teeth)\b|\b\w+ stitches\b[^.!?\n]{0,50}", re.IGNORECASE
    )),
    ("trait.body", re.compile(r"[^，。！？；\n]{0,8}(?:伤疤|疤痕|疤|纹身|胎记|痣|瘸|断指|义肢|烧伤)[^，。！？；\n]{0,6}")),
    ("trait.body", re.compile(r"(?:шрам|татуировк|родинк|хром|протез|ожог|без пальц)[а-яё]*[^.!?\n,]{0,30}", re.IGNORECASE)),
    ("trait.sole", re.compile(r"[^.!?\n]{0,28}(?:저 하나|나 하나|저밖에|저뿐|혼자뿐|유일[한하]|하나뿐)(?=이|입|였|없|,|\s|라|뿐)")),
    ("trait.sole", re.compile(
        r"\b(?:I was |he was |she was |the |my )?(?:only (?:one|woman|man|person|interpreter|accountant|"
        r"doctor|cook|driver|girl|North Korean|Korean)|sole \w+)\b[^.!?\n]{0,40}", re.IGNORECASE)),
    ("trait.sole", re.compile(r"(?:全厂|全队|全公司|整个厂|那里)?(?:只有|就|唯一)[^，。\n]{0,3}我一个[^，。\n]{0,8}|唯一的[^，。\n]{1,8}")),
    ("trait.sole", re.compile(r"единственн\w+[^.!?\n,]{1,30}", re.IGNORECASE)),
    ("trait.post", re.compile(
        r"(?<![가-힣])[가-힣 ]{0,12}(?:관리위원장|강좌장|학부장|학장|초급당비서|착암공|기관사|렬차원|열차원|비행사|잠수부|교환수|방송원|아나운서|국가대표|인민배우|"
        r"공훈배우)(?=[은을이를가로였,.\s]|입니다|이었)")),
    ("trait.post", re.compile(
        r"\b(?:an?|the) (?:\w+ )?(?:conductor|stationmaster|choirmaster|headmaster|headmistress|dean|"
        r"surgeon|pathologist|pilot|diver|announcer|champion|medallist|gymnast|violinist|accordionist)"
        r"\b[^.!?\n,]{0,40}", re.IGNORECASE)),
)  # fmt: skip


def find(text: str) -> Iterator[Finding]:
    """Spans that may single somebody out; guesses all."""
    for rule, pattern in _RULES:
        for match in pattern.finditer(text):
            start = match.start() + len(match[0]) - len(match[0].lstrip(" ,"))
            end = match.end() - (len(match[0]) - len(match[0].rstrip(" ,")))
            yield Finding("OTHER_IDENTIFIER", start, end, rule, f"trait.{letters_of(text[start:end])}", GUESS)
