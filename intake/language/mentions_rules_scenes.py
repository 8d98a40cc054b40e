"""Rules for scenes: what pieces of a scene together tell of a mechanism, and which details tell beside it.

They stand beside the plain rules of `mentions_rules`; what is given out here are both together.
"""

from __future__ import annotations

from intake.errors import N_
from intake.language import mentions_rules
from intake.language.mentions_cues import SCENES, mask
from intake.language.mentions_rules import CONFINEMENT, ROTATION, TRAINEE, VISITOR, Frame, Rule, frame, rule

# What is a scene only: the no in it (“not one ever came down”) belongs to it, and denies nothing.
SCENE = mask(*dict.fromkeys(kind for kinds in SCENES.values() for kind in kinds))

_LIVES = "FAMILY INTO FTOUR REAL HYPO"
_LEARNERS = "REAL HYPO WVISA"

_ANCHORS: tuple[Rule, ...] = (
    # kept in
    rule(CONFINEMENT, 0.7, "SHOESKEPT", N_("somebody else keeps the shoes"), veto="FREE TOWNLIFE"),
    rule(CONFINEMENT, 0.65, "UNTROD", N_("never went where people live"), veto="FREE MARVEL"),
    rule(CONFINEMENT, 0.65, "SENSEONLY", N_("knows the place from behind a window only"), veto="FREE"),
    rule(CONFINEMENT, 0.65, "WHICHWAY + NOANSWER DUNNO", N_("does not know what lies outside the gate")),
    rule(CONFINEMENT, 0.7, "LOCKSOUND", N_("the lodging or its door is locked"), veto="INSIDE BOXY"),
    rule(CONFINEMENT, 0.65, "PAIL", N_("not let out at night")),
    rule(CONFINEMENT, 0.65, "WALLEDUP + DOOR PASSAGE LODGE UNTROD", N_("ways out were walled up"), pair=True),
    rule(CONFINEMENT, 0.65, "ROOF LOOKOUT + PENANCE", N_("punished for looking or going out"), veto="FREE"),
    rule(CONFINEMENT, 0.6, "ROOF + DRILL + MINUTES", N_("taken to the roof for air")),
    rule(CONFINEMENT, 0.7, "WATCHDOG", N_("dogs that watch the workers")),
    rule(CONFINEMENT, 0.65, "NEVERCAME", N_("people nearby never saw them outside"), veto="FREE"),
    rule(CONFINEMENT, 0.65, "NOHOSPITAL", N_("not let out even when ill")),
    rule(CONFINEMENT, 0.75, "HOUSERULE", N_("people may not go out")),
    # learners on paper
    rule(
        TRAINEE,
        0.7,
        "CLASSPHOTO + STAGED TOWORKBACK LENTBOOKS CARDKEPT",
        N_("a lesson played for a photograph"),
        veto=_LEARNERS,
        pair=True,
    ),
    rule(
        TRAINEE,
        0.65,
        "LENTBOOKS + TOWORKBACK CLASSPHOTO STAGED PROPT SHAM",
        N_("notebooks handed out and taken back"),
        veto=_LEARNERS,
        pair=True,
    ),
    rule(TRAINEE, 0.65, "FILEDSCORE + COURSEWEEK", N_("marks for lessons nobody had"), veto=_LEARNERS, pair=True),
    rule(TRAINEE, 0.7, "GRADEAGE + ACT SITE CREW PAPER", N_("grown workers enrolled in a first year"), pair=True),
    rule(TRAINEE, 0.7, "BOUGHTCLASS", N_("attendance that was paid for"), veto=_LEARNERS),
    rule(TRAINEE, 0.7, "PAPERMASTER PAPERMAJOR", N_("teachers and subjects on paper only"), veto=_LEARNERS),
    rule(TRAINEE, 0.65, "FURNISHED SIGNHUNG + INSPECT CONCEAL", N_("lessons played when somebody checks"), veto="HYPO"),
    rule(TRAINEE, 0.7, "EMPTYCERT", N_("certificates without names"), veto=_LEARNERS),
    rule(TRAINEE, 0.65, "LEARNWHAT + OLDHANDS WE CREW", N_("nothing to learn for skilled workers"), pair=True),
    # visitors on paper
    rule(
        VISITOR,
        0.65,
        "ITINERARY + SIGHTS + WE CREW ACT SITE",
        N_("a programme of sights for people who came to work"),
        veto=_LIVES + " GUESTS",
        pair=True,
    ),
    rule(VISITOR, 0.65, "COSTUME + TAKENBACK", N_("dressed as tourists for a day"), veto=_LIVES + " GUESTS", pair=True),
    rule(
        VISITOR,
        0.65,
        "COSTUME + ENTRY CROSS + SITE",
        N_("dressed as tourists for a day"),
        veto=_LIVES + " GUESTS WVISA",
    ),
    rule(VISITOR, 0.65, "TERMOVER + NOBODYLEFT", N_("came for days, stayed for years at work"), veto=_LIVES + " QUAR"),
    rule(VISITOR, 0.7, "HOTELNIGHT + SITE ACT ENTRY ARRIVAL", N_("a hotel nobody slept in"), pair=True),
    rule(VISITOR, 0.7, "NOKIN + KINVISIT PAPER", N_("a relative who does not exist"), pair=True),
    rule(VISITOR, 0.7, "KINVISIT + PAPER", N_("came or were written down as visitors")),
    rule(VISITOR, 0.75, "REASONBOX", N_("came or were written down as visitors"), veto=_LIVES),
    rule(
        VISITOR, 0.65, "RENEWED", N_("out and in again on a new visa or invitation"), veto="STUD PROPT TRAIN AS_T PAY"
    ),
)

_IN = "IN_WINDOW IN_WALL IN_GATE IN_KEY IN_WATCH IN_TOWN IN_SENSE IN_FETCH IN_SHOES IN_CARE IN_OUT IN_CAGE"
_BORDER = "BO_PERIOD BO_PLACE BO_RIDE BO_CROSS BO_BACK BO_STAMP BO_WAIT BO_COUNT BO_LATE"
_SCHOOL = "ST_SCHOOL ST_LEARN ST_BOOK ST_TEACH ST_MARK ST_PHOTO ST_PLAY"
_VISIT = "VI_TRIP VI_DRESS VI_STAY VI_KIN VI_SHOW VI_TERM VI_DESK"

# Words of the field, that count close to where the mechanism is told.
NEAR: dict[str, int] = {
    CONFINEMENT: mask(*_IN.split()),
    ROTATION: mask(*_BORDER.split()),
    TRAINEE: mask(*_SCHOOL.split()),
    VISITOR: mask(*_VISIT.split()),
}


ANCHORS: tuple[Rule, ...] = tuple(sorted((*mentions_rules.ANCHORS, *_ANCHORS), key=lambda each: -each.strength))

FRAMES: tuple[Frame, ...] = (
    *mentions_rules.FRAMES,
    frame(
        ROTATION,
        0.7,
        "DAYCOUNT + BORDERTOWN + SAMEDAY",
        "DAYCOUNT BORDERTOWN SAMEDAY",
        3,
        N_("the whole scene: the month, the crossing, the stamp, and back to work"),
        veto="HOMELEAVE QUARTER TRADE HYPO",
    ),
    # Many words of the field close together.
    frame(
        CONFINEMENT,
        0.6,
        "IN_WINDOW IN_WALL IN_GATE IN_KEY + IN_TOWN IN_SENSE IN_OUT IN_FETCH"
        " + ONLY NEVER NOREACH NOEXIT DUNNO IN_FETCH IN_SHOES",
        _IN,
        4,
        N_("the whole scene: doors, guards, head counts, others sent to the shop"),
        veto="FREE SCHOOLDOM PRISON ARMY HYPO",
    ),
    frame(
        ROTATION,
        0.6,
        "BO_PERIOD + BO_PLACE + BO_BACK + BO_CROSS",
        _BORDER,
        6,
        N_("the whole scene: the month, the crossing, the stamp, and back to work"),
        veto="HOMELEAVE QUARTER TRADE HYPO FREE REFUGE",
    ),
    frame(
        TRAINEE,
        0.6,
        "ST_SCHOOL ST_LEARN ST_TEACH + ST_PHOTO ST_PLAY + VI_WORK + ST_BOOK ST_MARK ST_PHOTO",
        _SCHOOL,
        4,
        N_("the whole scene: trainees on paper, workers in fact"),
        veto=_LEARNERS + " FAMILY DOMESTIC SCHOOLDOM",
    ),
    frame(
        VISITOR,
        0.6,
        "VI_TRIP VI_STAY VI_KIN VI_SHOW + VI_DRESS VI_DESK VI_TERM VI_STAY + VI_WORK",
        _VISIT,
        3,
        N_("the whole scene: visitors on paper, workers in fact"),
        veto=_LIVES + " GUESTS WVISA FREE",
    ),
)

_ECHOES: tuple[Rule, ...] = (
    rule(CONFINEMENT, 0.4, "SELFCARE HANDEDIN ERRAND", N_("what comes from outside is brought by others")),
    rule(CONFINEMENT, 0.4, "LOCKTALK KEPTWAITING KEYHELD", N_("speaks of the door or fence again"), veto="BOXY INSIDE"),
    rule(CONFINEMENT, 0.4, "BARS WALLEDUP INSIDEWIN WALLMARKS HEADS COUNT", N_("speaks of the door or fence again")),
    rule(
        CONFINEMENT, 0.4, "FIRERISK UNSEEN FIRSTOUT ONLYOUT NEVERCAME PASSAGE", N_("speaks of the world outside again")
    ),
    rule(CONFINEMENT, 0.4, "ROOF + DRILL MINUTES LOOKOUT", N_("taken to the roof for air")),
    rule(CONFINEMENT, 0.4, "LOOKOUT + PENANCE", N_("punished for looking or going out")),
    rule(CONFINEMENT, 0.4, "WHICHWAY", N_("does not know what lies outside the gate")),
    rule(ROTATION, 0.4, "TRIPVERB LATE FARE SOMEMONTHS", N_("names or counts what was just told")),
    rule(
        ROTATION,
        0.4,
        "TRIPS + BORDERTOWN SAMEDAY TRIPVERB BACK CROSS WE SUCH",
        N_("names or counts what was just told"),
    ),
    rule(ROTATION, 0.4, "ROLLYARD RESTART NEWBOOK BATCHES DATESIDE WENTGONE", N_("speaks of the crossing again")),
    rule(ROTATION, 0.4, "BORDERTOWN + SAMEDAY DAYCOUNT", N_("speaks of the crossing again")),
    rule(
        TRAINEE,
        0.4,
        "FILEDSCORE SCHOOLONCE CARDKEPT QUIZZED RESIDENCE CLASSPHOTO LENTBOOKS CLASSWHERE EMPTYCERT LEARNWHAT",
        N_("speaks of the school again"),
        veto="REAL",
    ),
    rule(TRAINEE, 0.4, "QUIZZED + NOANSWER", N_("does not even know the school")),
    rule(TRAINEE, 0.4, "PAPERMASTER PAPERMAJOR BOUGHTCLASS FURNISHED SIGNHUNG", N_("speaks of the school again")),
    rule(
        VISITOR,
        0.4,
        "HOTELNIGHT NOKIN KINVISIT RENEWED UNSEENSIGHT TAKENBACK COACHED",
        N_("speaks of the visit again"),
        veto="FTOUR INTO",
    ),
    rule(VISITOR, 0.4, "ITINERARY", N_("speaks of the visit again"), veto="FTOUR INTO GUESTS"),
    rule(VISITOR, 0.4, "TERMOVER + NOBODYLEFT", N_("speaks of the visit again")),
)

ECHOES: dict[str, tuple[Rule, ...]] = {
    concept: (*rules, *(rule for rule in _ECHOES if rule.concept == concept))
    for concept, rules in mentions_rules.ECHOES.items()
}
