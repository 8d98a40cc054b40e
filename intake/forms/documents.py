"""Which kind of paper a free description speaks of: "단체관광 명단", "regular work visa", "учебная виза"."""

from __future__ import annotations

import re

from intake.language.normalise import fold

# Tried on folded text. A description that fits several kinds (first a permit, later none) stays free text: a wrong
# code would make a search answer wrongly, a missing one only leaves the words as said.
_KINDS: dict[str, tuple[str, ...]] = {
    "work-visa": (
        r"work(?:ing)? visas?|labou?r visas?",
        r"(?:노동|취업)\s?(?:사증|비자)",
        "工作签证|劳务签证",
        r"рабоч\w+ виз",
    ),
    "work-permit": (
        "work permit|residence permit|work residence card",
        r"취업\s?허가|취업증|거류증",
        "就业证|居留证",
        r"разрешени\w+ на работ",
    ),
    "tourist-visa": (
        r"tour(?:ist)? visas?|group tour|tourist list",
        r"관광\s?(?:사증|비자|단)|단체\s?관광",
        "旅游签",
        r"туристическ\w+ виз",
    ),
    "visit-visa": (
        r"visit(?:or)? (?:visas?|permissions?)",
        r"방문\s?(?:사증|비자)",
        "商务签|探亲签",
        r"гостев\w+ виз|делов\w+ виз",
    ),
    "student-visa": (
        "stud(?:y|ent) visas?|student card",
        r"(?:학생|유학생?)\s?(?:사증|비자)",
        "留学签|学生签",
        r"учебн\w+ виз|студенческ\w+ виз",
    ),
    "trainee-visa": (
        r"\btrainee|\bintern(?:ship)?\b|\bstage\b",
        r"(?:산업\s?)?연수생?|실습생",
        "研修|实习",
        "стаж[её]р",
    ),
    "border-pass": (r"border (?:pass|resident)|river.crossing permit", r"도강증|변경\s?통행증", "边境通行证"),
    "official-passport": (r"(?:official|service) passport", r"공무\s?여권", "公务护照", r"служебн\w+ паспорт"),
    "ordinary-passport-no-visa": (
        r"passport only|no visa\b|without (?:a )?visa|visa[- ]free",
        r"무\s?(?:사증|비자)|(?:사증|비자)\s?없이",
        "免签|无签证",
        "без виз",
    ),
    "electronic-visa": (r"\be-?visa|electronic visa", r"전자\s?(?:사증|비자)", "电子签", r"электронн\w+ виз"),
    "seaman-book": (r"seam[ae]n'?s book", r"선원\s?(?:수첩|증)", "海员证", "паспорт моряка"),
    "forged-document": (r"\bforged|\bfake\b", "위조|가짜", "伪造", "поддельн"),
}
_PATTERNS = tuple((kind, re.compile("|".join(parts))) for kind, parts in _KINDS.items())


def recognise(said: str) -> str:
    """The id of the one kind of document (`document-type`) these words speak of; empty when none or several."""
    text = fold(said)
    kinds = [kind for kind, pattern in _PATTERNS if pattern.search(text)]
    return kinds[0] if len(kinds) == 1 else ""
