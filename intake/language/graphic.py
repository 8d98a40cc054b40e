"""Which paragraphs a reader should be warned of: violence, sexual violence, death, self-harm, in four languages.

A note of care for the people who read testimony all day, nothing more: a fold, never a filter, and no judgement about
what was said.
"""

from __future__ import annotations

import re

from intake.errors import N_
from intake.language.normalise import fold

NOTES: dict[str, str] = {
    "sexual": N_("sexual violence"),
    "violence": N_("violence or torture"),
    "death": N_("death"),
    "self-harm": N_("self-harm"),
    "loss": N_("forced abortion or the loss of a child"),
}
_WORDS: dict[str, str] = {
    "sexual": r"강간|성폭[행력]|성추행|성고문|성희롱|몸을 요구|(?<!\w)rap(?:e|ed|ing|ist)\b|sexual(?:ly)? (?:assault|abus|viol)|强奸|性侵|性暴力|изнасил|сексуальн\w+ насил",
    "violence": r"고문|구타|매를 맞|때려서|때렸|두들겨 패|몽둥이|채찍|피투성이|총을 쏘|(?<!\w)tortur|beaten|beating|\bbeat (?:him|her|me|them|us)|whipp|毒打|殴打|拷打|酷刑|избив|избил|пытк|пытал",
    "death": r"처형|총살|시체|시신|굶어 죽|얼어 죽|맞아 죽|죽었|사망했|목숨을 잃|execut(?:ed|ion)|corpse|dead bod|starved to death|\bdied\b|killed|处决|枪毙|尸体|饿死|死了|казн|расстрел|труп|погиб|умер",
    "self-harm": r"자살|자결|목을 맸|목을 매|자해|극단적 선택|suicide|hanged (?:him|her|my)self|自杀|上吊|самоубий|повесил(?:ся|ась)",
    "loss": r"강제\s?(?:락태|낙태)|(?:락태|낙태) ?(?:시키|당)|유산(?:했|됐|되)|영아\s?살해|forced abortion|miscarr|infanticide|强制堕胎|强迫堕胎|流产|насильственн\w+ аборт|выкидыш",
}
_PATTERNS = {note: re.compile(fold(words), re.IGNORECASE) for note, words in _WORDS.items()}


def notes(text: str) -> tuple[str, ...]:
    """What a paragraph should be announced with, as keys of `NOTES`; empty for most."""
    folded = fold(text)
    return tuple(note for note, pattern in _PATTERNS.items() if pattern.search(folded))
