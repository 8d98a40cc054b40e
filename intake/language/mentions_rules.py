"""What combinations of cues mean: the rules, written once for all languages.

A rule needs at least one cue from each of its groups close together, and none of its vetoes in the same
passage. An *anchor* is enough on its own to say that a mechanism is spoken of; an *echo* (the same field of
words, less said) only counts in a text that has an anchor for the same concept.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, reduce
from operator import or_

from intake.errors import N_
from intake.language.mentions_cues import mask

VISITOR = "short-term-visitor-visa"
TRAINEE = "trainee-or-student-visa"
ROTATION = "one-month-visa-free-rotation"
CONFINEMENT = "dormitory-confinement"
FORGED = "visa-circumvention.forged-stamp-or-document"
UNSPECIFIED = "visa-circumvention.unspecified"


@dataclass(frozen=True)
class Rule:
    """`need` are masks, each to be met by some cue; `pair` also looks at two sentences that follow each
    other."""

    concept: str
    reason: str
    strength: float
    need: tuple[int, ...]
    veto: int = 0
    pair: bool = False
    places: int = 0
    unmade: int = 0

    @cached_property
    def any(self) -> int:
        """All kinds the rule looks for; a sentence with none of them need not be tried."""
        return reduce(or_, self.need, 0)


def _any(words: str) -> int:
    return mask(*words.split())


_EVERYWHERE = _any("WE ACT SITE CREW PAPER NEG SHAM WEAK ENTRY BACK DOOR LODGE GROUP ONLY NIGHT")


def rule(
    concept: str,
    strength: float,
    need: str,
    reason: str,
    *,
    veto: str = "",
    pair: bool = False,
    places: int = 0,
    unmade: str = "",
) -> Rule:
    """`need` is read as groups divided by `+`, alternatives by spaces."""
    groups = [_any(group) for group in need.split("+")]
    if not places:
        groups.sort(key=lambda group: bool(group & _EVERYWHERE))  # what is seldom met is looked for first
    return Rule(
        concept,
        reason,
        strength,
        tuple(groups),
        _any(veto),
        pair,
        places,
        _any(unmade),
    )


_OTHERS = "FAMILY INTO FTOUR SIMILE REAL HYPO"
# There and back once a month, but to the market, the doctor or home on leave.
_ERRANDS = "TOWNLIFE REMIT HOMELEAVE FREE TRADE"
_NAMED = "FAMILY INTO FTOUR REAL HYPO"

_ANCHORS: tuple[Rule, ...] = (
    # status of a visitor
    rule(VISITOR, 0.9, "TVISA VVISA", N_("a tourist, visit or short-term visa is named"), veto=_NAMED),
    rule(
        VISITOR,
        0.85,
        "AS_V + PAPER ENTRY SENT SHAM WEAK CONCEAL STAY",
        N_("came or were written down as visitors"),
        veto=_OTHERS,
    ),
    rule(VISITOR, 0.7, "TOUR VISIT + SHAM CONCEAL", N_("a visit only in name"), veto=_OTHERS),
    rule(
        VISITOR,
        0.7,
        "TOUR VISIT + PAPER + ENTRY SENT STAY",
        N_("visitor papers for people who came to work"),
        veto=_OTHERS,
    ),
    rule(VISITOR, 0.65, "TOUR + PAPER", N_("tourist papers"), veto=_OTHERS),
    rule(VISITOR, 0.6, "VISIT AS_V + PAPER", N_("visitor papers"), veto=_OTHERS + " WVISA"),
    rule(VISITOR, 0.65, "INVITE + SHAM CONCEAL QUARTER VISIT", N_("invited in name only"), veto=_OTHERS + " WVISA"),
    rule(VISITOR, 0.65, "TOUR + TOOL ACT + SHAM TOOL NEG", N_("tourists who came with tools"), veto=_OTHERS),
    rule(
        VISITOR,
        0.7,
        "QUARTER + BACK + PAPER VISIT AS_V INVITE",
        N_("out and in again on a new visa or invitation"),
        veto="FAMILY STUD PROPT",
        pair=True,
    ),
    rule(
        VISITOR,
        0.7,
        "TOUR VISIT AS_V PAPER INVITE + PROPV INVITE",
        N_("the visit did not take place"),
        veto="FAMILY INTO FTOUR",
        unmade="PROPV INVITE",
    ),
    rule(
        VISITOR,
        0.65,
        "AS_V + ACT SITE CREW",
        N_("came as visitors, and worked"),
        veto=_OTHERS + " WVISA FREE",
        pair=True,
    ),
    rule(VISITOR, 0.65, "AS_V + CONCEAL SHAM", N_("told to say they were visitors"), veto=_OTHERS, pair=True),
    rule(VISITOR, 0.6, "PASS + ENTRY SENT", N_("let in on a border pass"), veto="MONTH RECUR DOMESTIC TRADE"),
    rule(VISITOR, 0.65, "LISTENTRY + ENTRY", N_("a whole group let in on one list")),
    rule(
        VISITOR,
        0.6,
        "TOUR AS_V + SHAM WEAK ONLY DUNNO + ACT SITE CREW",
        N_("visitors who saw nothing but work"),
        veto=_OTHERS + " WVISA",
        pair=True,
    ),
    rule(
        VISITOR,
        0.6,
        "VISIT INVITE + SHAM CONCEAL DUNNO + ACT SITE CREW",
        N_("visitors who saw nothing but work"),
        veto=_OTHERS + " WVISA",
        pair=True,
    ),
    rule(
        VISITOR,
        0.6,
        "TOUR AS_V LOOK + CALLED SUPPOSED + ACT CREW",
        N_("visitors who saw nothing but work"),
        veto=_OTHERS + " WVISA",
        pair=True,
    ),
    rule(
        VISITOR,
        0.6,
        "TOUR PROPV AS_V + ARRIVAL + ACT SITE CREW",
        N_("met as tourists, taken to work"),
        veto=_OTHERS + " WVISA",
        pair=True,
    ),
    rule(VISITOR, 0.65, "QUARTER + INVITE", N_("invited anew every three months"), veto=_OTHERS, pair=True),
    rule(
        VISITOR,
        0.65,
        "FORTNIGHT + YEARS + SUPPOSED SHAM LOOK AS_V TOUR",
        N_("came for days, stayed for years at work"),
        veto=_OTHERS + " WVISA QUAR",
        pair=True,
    ),
    rule(VISITOR, 0.6, "TOUR + TOOL + PAPER ARRIVAL", N_("tourists who came with tools"), veto=_OTHERS, pair=True),
    # status of a trainee or student
    rule(TRAINEE, 0.9, "NVISA SVISA", N_("a trainee or student visa is named"), veto=_NAMED),
    rule(
        TRAINEE,
        0.85,
        "AS_T + PAPER ENTRY SENT SHAM WEAK CONCEAL STAY",
        N_("came or were written down as trainees or students"),
        veto=_OTHERS,
    ),
    rule(
        TRAINEE,
        0.65,
        "AS_T + ACT SITE CREW",
        N_("came as trainees or students, and worked"),
        veto=_OTHERS + " WVISA FREE",
        pair=True,
    ),
    rule(TRAINEE, 0.6, "TRAINEE + CREW DPRK WE BOSS PAY", N_("workers are called trainees"), veto=_OTHERS),
    rule(
        TRAINEE,
        0.6,
        "STUD + CREW TOOL + PAPER WEAK",
        N_("students who are workers"),
        veto=_OTHERS + " WVISA",
        pair=True,
    ),
    rule(
        TRAINEE, 0.75, "TRAIN STUD AS_T + SHAM CONCEAL", N_("training or study only in name"), veto=_OTHERS, pair=True
    ),
    rule(TRAINEE, 0.7, "TRAINEE AS_T + PAPER", N_("trainees or students on paper"), veto=_OTHERS),
    rule(TRAINEE, 0.65, "TRAIN + PAY ACT + PAPER", N_("trainee terms for ordinary work"), veto=_OTHERS),
    rule(
        TRAINEE,
        0.75,
        "TRAIN STUD AS_T PAPER + PROPT",
        N_("the teaching did not take place"),
        veto="FAMILY REAL",
        unmade="PROPT",
    ),
    rule(
        TRAINEE, 0.7, "STUD TRAIN + DUNNO + PAPER AS_T PROPT", N_("does not even know the school"), veto="FAMILY REAL"
    ),
    rule(TRAINEE, 0.65, "STUD + PAPER + SHAM ENTRY STAY", N_("student papers for people who worked"), veto=_OTHERS),
    rule(
        TRAINEE,
        0.7,
        "CONCEAL + PROPT + ACT SITE BACK CREW",
        N_("lessons played when somebody checks"),
        veto=_OTHERS,
        pair=True,
    ),
    rule(
        TRAINEE,
        0.65,
        "AS_T TRAIN STUD + SHAM WEAK ONLY DUNNO + ACT SITE CREW",
        N_("learners who did nothing but work"),
        veto=_OTHERS + " WVISA",
        pair=True,
    ),
    rule(
        TRAINEE,
        0.6,
        "PROPT + SHAM + ACT SITE CREW",
        N_("a lesson that was only work"),
        veto=_OTHERS + " WVISA AS_V TOUR",
    ),
    rule(
        TRAINEE,
        0.6,
        "TRAIN AS_T STUD + CALLED SUPPOSED + ACT CREW PAY",
        N_("learners who did nothing but work"),
        veto=_OTHERS + " WVISA",
        pair=True,
    ),
    rule(TRAINEE, 0.6, "STUD AS_T TRAIN + PROPT + TOOL", N_("tools in place of books"), veto=_OTHERS, pair=True),
    rule(TRAINEE, 0.65, "AS_T + PAY + SHAM ACT SITE", N_("trainee terms for ordinary work"), veto=_OTHERS, pair=True),
    rule(TRAINEE, 0.6, "TUITION + PAY + SITE ACT", N_("pays for a school, and works"), veto=_OTHERS, pair=True),
    rule(
        TRAINEE,
        0.7,
        "AS_T TRAIN + SUPPOSED + BUT WEAK SHAM",
        N_("training or study only in name"),
        veto=_OTHERS + " WVISA",
        pair=True,
    ),
    rule(
        TRAINEE,
        0.65,
        "TRAIN AS_T + PAY + PROPT SHAM DURATION",
        N_("trainee terms for ordinary work"),
        veto=_OTHERS + " WVISA TUITION",
        pair=True,
    ),
    # a month, out, and in again
    rule(
        ROTATION,
        0.9,
        "RECUR + CROSS OUTIN + BACK STAMP GROUP OUTIN",
        N_("across the border and back every month"),
        veto=_ERRANDS,
    ),
    rule(
        ROTATION,
        0.85,
        "MONTH + CROSS OUTIN + BACK OUTIN + STAMP GROUP NOVISA",
        N_("a month, then across the border together and back"),
    ),
    rule(ROTATION, 0.8, "NOVISA + MONTH", N_("a month's stay without a visa"), veto="TVISA VVISA TOUR", pair=True),
    rule(ROTATION, 0.8, "PASS + MONTH RECUR OUTIN", N_("a border pass good for a month"), veto="DOMESTIC TRADE"),
    rule(ROTATION, 0.8, "MONTH + OUTIN", N_("out and in again when the month is full"), veto=_ERRANDS),
    rule(ROTATION, 0.75, "CROSS + BACK + STAMP", N_("across the border and back for a stamp")),
    rule(ROTATION, 0.7, "RECUR + STAMP + BACK CROSS", N_("a stamp every month")),
    rule(
        ROTATION,
        0.7,
        "EXPIRY + CROSS OUTIN + BACK OUTIN + STAMP GROUP NOVISA",
        N_("out and in again when the time is up"),
        veto="QUARTER VVISA INVITE",
    ),
    rule(ROTATION, 0.7, "RECUR + CROSS", N_("across the border every month"), veto="REMIT HOMELEAVE"),
    rule(
        ROTATION,
        0.65,
        "RECUR + CROSS + OVERNIGHT GROUP",
        N_("across the border every month"),
        pair=True,
        veto="REMIT HOMELEAVE QUARTER",
    ),
    rule(
        ROTATION,
        0.7,
        "RECUR + CROSS + BACK",
        N_("across the border and back every month"),
        pair=True,
        veto="HOMELEAVE QUARTER",
    ),
    rule(
        ROTATION,
        0.65,
        "MONTH + CROSS + BACK + GROUP STAMP STAY ACT SITE",
        N_("a month, then across the border and back to work"),
        pair=True,
        veto="HOMELEAVE QUARTER TRADE PAY HYPO",
    ),
    rule(
        ROTATION,
        0.65,
        "MONTH RECUR + STAMP + OUTIN TIMES CROSS PAIRS",
        N_("stamps a month apart"),
        pair=True,
        veto="QUARTER HYPO",
    ),
    rule(
        ROTATION,
        0.6,
        "PASSFULL + STAMP CROSS BACK ACT",
        N_("a passport filled with stamps"),
        pair=True,
        veto="QUARTER",
    ),
    rule(
        ROTATION,
        0.7,
        "OUTIN CROSS + PAIRS",
        N_("pairs of dates, out and in"),
        pair=True,
        veto="TRADE",
    ),
    rule(ROTATION, 0.7, "OUTIN + STAMP", N_("out and in again for a new count of days"), veto="QUARTER TRADE HYPO"),
    rule(
        ROTATION,
        0.65,
        "MONTH RECUR + CROSS + TIMES",
        N_("across the border every month"),
        pair=True,
        veto="REMIT QUARTER",
    ),
    # kept in
    rule(CONFINEMENT, 0.85, "CONFINE", N_("people are said to be shut in")),
    rule(
        CONFINEMENT,
        0.8,
        "NOEXIT + DOOR LODGE SITE TOWNLIFE OUTSIDE GUARD BARS NIGHT ONLY PERMIT THREAT",
        N_("people may not go out"),
        veto="EXPIRY TVISA VVISA",
    ),
    rule(CONFINEMENT, 0.72, "NOEXIT", N_("people may not go out"), veto="EXPIRY TVISA VVISA"),
    rule(CONFINEMENT, 0.78, "LOCK + DOOR LODGE", N_("the lodging or its door is locked"), veto="BOXY INSIDE"),
    rule(CONFINEMENT, 0.7, "BARS + SITE LODGE DOOR GUARD", N_("a fence, a wall or bars around it")),
    rule(
        CONFINEMENT,
        0.65,
        "GUARD + DOOR + LODGE NIGHT NOEXIT NEVER ONLY COUNT PERMIT GOOUT LEAVE TOWNLIFE OUTSIDE CONFINE BARS",
        N_("guards at the gate"),
    ),
    rule(CONFINEMENT, 0.75, "ONLY + SITE LODGE DOOR", N_("only between work and bed"), places=2),
    rule(
        CONFINEMENT,
        0.65,
        "DURATION + OUTSIDE + ONLY NEG",
        N_("nothing of the world outside for a long time"),
        veto="CROSS RECUR",
    ),
    rule(
        CONFINEMENT,
        0.7,
        "KEYHELD + NIGHT LODGE DOOR NOEXIT",
        N_("somebody else keeps the key"),
        veto="BOXY INSIDE",
        pair=True,
    ),
    rule(CONFINEMENT, 0.55, "KEYHELD", N_("somebody else keeps the key"), veto="BOXY INSIDE"),
    rule(CONFINEMENT, 0.65, "NOREACH + TOWNLIFE OUTSIDE DOOR", N_("never went where people live"), veto="MARVEL"),
    rule(CONFINEMENT, 0.65, "COUNT + LOCK", N_("counted and locked in"), veto="BOXY", pair=True),
    rule(
        CONFINEMENT,
        0.65,
        "NEVER + REACHED + TOWNLIFE OUTSIDE DOOR",
        N_("never went where people live"),
        veto="MARVEL",
    ),
    rule(
        CONFINEMENT, 0.65, "KNOWONLY + LODGE SITE DOOR DURATION TOWNLIFE ACT", N_("knows only the way to work and bed")
    ),
    rule(CONFINEMENT, 0.6, "DUNNO + TOWNLIFE + DOOR DURATION", N_("never went where people live")),
    rule(CONFINEMENT, 0.65, "ANYONEOUT + THREAT", N_("whoever goes out is punished")),
    rule(CONFINEMENT, 0.65, "PERMIT + LEAVE GOOUT", N_("going out needs leave")),
    rule(CONFINEMENT, 0.6, "GATEONLY + SITE LODGE GUARD BARS NIGHT", N_("guards at the gate"), pair=True),
    rule(
        CONFINEMENT,
        0.65,
        "ERRAND + NEVER NEG + DOOR TOWNLIFE OUTSIDE",
        N_("others go to the shop for them"),
        pair=True,
    ),
    rule(CONFINEMENT, 0.55, "BARS + TOWNLIFE", N_("a fence, and the world behind it"), pair=True),
    # other
    rule(UNSPECIFIED, 0.6, "NOTWORK", N_("not a work visa"), veto=_OTHERS),
    rule(FORGED, 0.8, "FORGE + STAMP PAPER", N_("false stamps or papers"), veto="FAMILY"),
)

# The strongest first.
ANCHORS: tuple[Rule, ...] = tuple(sorted(_ANCHORS, key=lambda rule: -rule.strength))

_ECHOES: tuple[Rule, ...] = (
    rule(VISITOR, 0.4, "PROPV + PAPER ENTRY SHAM WE", N_("speaks of the visit again"), veto="FAMILY INTO FTOUR"),
    rule(
        VISITOR,
        0.45,
        "TOUR VISIT AS_V TVISA VVISA LISTENTRY INVITE",
        N_("speaks of the visitor papers again"),
        veto="FAMILY INTO FTOUR",
    ),
    rule(VISITOR, 0.4, "CONCEAL", N_("what to say or hide when somebody checks")),
    rule(VISITOR, 0.4, "ONPAPER", N_("only on paper")),
    rule(
        TRAINEE, 0.45, "TRAIN TRAINEE AS_T SVISA NVISA", N_("speaks of the training or study again"), veto="FAMILY REAL"
    ),
    rule(TRAINEE, 0.4, "STUD PROPT + PAPER SHAM ENTRY", N_("speaks of the school again"), veto="FAMILY REAL"),
    rule(TRAINEE, 0.4, "ONPAPER", N_("only on paper")),
    rule(ROTATION, 0.45, "NOVISA", N_("no visa")),
    rule(ROTATION, 0.45, "STAMP", N_("speaks of the stamp again")),
    rule(ROTATION, 0.45, "CROSS + BACK GROUP", N_("speaks of the crossing again")),
    rule(ROTATION, 0.4, "MONTH + BUNDLE ENTRY STAY", N_("speaks of the month again"), veto="PAY"),
    rule(CONFINEMENT, 0.45, "LOCK BARS GUARD + DOOR LODGE SITE", N_("speaks of the door or fence again"), veto="BOXY"),
    rule(CONFINEMENT, 0.45, "OUTSIDE + ONLY NEG DOOR", N_("speaks of the world outside again")),
    rule(CONFINEMENT, 0.4, "HIDE", N_("not to be seen")),
)

ECHOES: dict[str, tuple[Rule, ...]] = {
    concept: tuple(rule for rule in _ECHOES if rule.concept == concept)
    for concept in (VISITOR, TRAINEE, ROTATION, CONFINEMENT, FORGED, UNSPECIFIED)
}


@dataclass(frozen=True)
class Frame:
    """A scene told over up to three sentences: one of each group in `need`, and `least` of the `elements`."""

    rule: Rule
    elements: tuple[int, ...]
    least: int

    @cached_property
    def wanted(self) -> int:
        """All kinds that play a part."""
        return reduce(or_, self.elements, self.rule.any)


def frame(concept: str, strength: float, need: str, elements: str, least: int, reason: str, *, veto: str = "") -> Frame:
    return Frame(rule(concept, strength, need, reason, veto=veto), tuple(map(mask, elements.split())), least)


FRAMES: tuple[Frame, ...] = (
    frame(
        ROTATION,
        0.7,
        "CROSS STAMP OUTIN + BACK RECUR TIMES OUTIN + STAMP NOVISA RECUR TIMES",
        "MONTH CROSS BACK STAMP GROUP NOVISA TIMES BUNDLE OVERNIGHT",
        4,
        N_("the whole scene: the month, the crossing, the stamp, and back to work"),
    ),
    frame(
        CONFINEMENT,
        0.65,
        "LOCK BARS GUARD NOEXIT + DOOR LODGE SITE",
        "LOCK BARS GUARD NOEXIT ERRAND COUNT HIDE",
        3,
        N_("the whole scene: doors, guards, head counts, others sent to the shop"),
    ),
    frame(
        VISITOR,
        0.65,
        "TOUR VISIT AS_V INVITE + SHAM CONCEAL PROPV QUARTER TOOL LISTENTRY",
        "PAPER SHAM CONCEAL PROPV QUARTER INVITE ENTRY TOOL ACT VISIT AS_V LISTENTRY EXPIRY",
        4,
        N_("the whole scene: visitors on paper, workers in fact"),
        veto=_OTHERS + " WVISA",
    ),
    frame(
        TRAINEE,
        0.65,
        "TRAIN AS_T + SHAM CONCEAL PAPER PROPT",
        "PAPER SHAM PROPT CONCEAL PAY ACT ENTRY AS_T",
        4,
        N_("the whole scene: trainees on paper, workers in fact"),
        veto=_OTHERS + " WVISA",
    ),
)

# Sentences right after a mention that only name or count it.
AFTER: dict[str, int] = {
    ROTATION: mask("NAMING", "TIMES"),
    VISITOR: mask("NAMING", "SHAM"),
    TRAINEE: mask("NAMING", "SHAM"),
}

# What a no is about.
TOPICS: dict[str, int] = {
    VISITOR: mask("TOUR", "VISIT", "AS_V", "TVISA", "VVISA"),
    TRAINEE: mask("TRAIN", "TRAINEE", "AS_T", "STUD", "SVISA", "NVISA"),
    ROTATION: mask("RECUR", "OUTIN", "STAMP"),
    CONFINEMENT: mask("CONFINE", "LOCK", "BARS"),
}

# What a question may also mean by it.
ASKED: dict[str, int] = {ROTATION: mask("CROSS")}

STATUS = mask("TOUR", "VISIT", "AS_V", "TVISA", "VVISA", "TRAIN", "TRAINEE", "AS_T", "STUD", "SVISA", "NVISA")
PROPS = mask("PROPV", "PROPT")
WORK = mask("SITE", "ACT", "CREW")
WORKISH = (mask("BOSS"), mask("PAY"), mask("HOURS"), mask("DPRK"), mask("SENT"))
DISPATCH: tuple[int, ...] = tuple(mask(kind) for kind in ("SITE", "ACT", "BOSS", "PAY", "SENT", "DPRK"))
ELSEWHERE = mask("PRISON", "ARMY", "HOMELAND")
REFUGE = mask("REFUGE")
RESETTLED = mask("RESETTLED")
PRISON = mask("PRISON")
TOURING = mask("TOUR", "FTOUR", "TVISA")
GOING_OUT = mask("FREE", "NOEXIT", "LEAVE")
