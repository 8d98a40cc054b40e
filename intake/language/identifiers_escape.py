"""The passage where somebody gets away: who is first named there mostly helped, and the way out is known to few.

English and Russian. A passage opens with a sentence of leaving (I ran; сбежал я) or with the question for it (How did you get
out?), and lasts as long as one tells of it: a few sentences, never beyond the paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from intake.language import names, scripts
from intake.language.findings import GUESS, RECORD, Finding
from intake.language.identifiers_russian import KOREAN_FULL
from intake.language.skeletons import letters_of
from intake.language.variants import PEOPLE

_SENTENCE = re.compile(r"[^.!?…\n]+(?:[.!?…]+[\"”»’)]*|\n|$)")
_REACH, _SENTENCES = 800, 8
_EN_WHO = r"\b(?:I|[Ww]e|[Hh]e|[Ss]he|[Tt]hey|[Tt]wo of us|[Bb]oth of us|[Tt]he boy|[Tt]he girl)"
_EN_AUX = r"(?:\s(?:then|finally|myself|just|really|simply|all|both|only|at last|once|never|later|soon|did not|didn['’]t|could|had|decided to|managed to|tried to|was able to|were able to|wanted to|made up (?:my|our|his|her) minds? to))*"
_EN_AT = r"(?=\s(?:on|in|at|by|through|with|under|over|from|before|after|during|when|while|alone|together|one|that|for good|last|early|late|without)\b|\s?[.,;:!?]|$)"
_EN_PLACE = r"(?:site|factory|plant|hostel|dormitory|camp|yard|restaurant|ship|boat|team|group|mill|farm|barracks|building|house|flat|firm|works)"
_EN_LEAVES = (
    rf"{_EN_WHO}{_EN_AUX}\s(?:ran(?:\s(?:away|off|for it)|{_EN_AT})|run away|fled|flee|escaped?|(?:got|get|made it) (?:away|out)\b|(?:slip|slipped|walked|crept|sneaked|stole|broke|drove|swam|rowed) (?:away|out|off|free)\b|"
    rf"climbed (?:out|over|down)|jumped (?:out|off|from)|crossed (?:the|over|back|into)|defected|deserted|(?:was|were) (?:gone|free)\b|came out (?:in|on|through|alone|by|with my)\b|"
    rf"went (?:missing|over the (?:wall|fence|border|river)|out (?:in an?|under|through|by the)))"
    rf"|\b(?:I|[Ww]e){_EN_AUX}\s(?:went away|left(?: the {_EN_PLACE}| it| them| everything)?{_EN_AT})|\b(?:disappeared|vanished)\b|\b(?:never|did not|didn['’]t) (?:come|came|return|go|went) back\b|\bI (?:lay (?:down )?(?:among|between|beneath|under)|hid (?:in|under|behind|between)|crouched|squeezed (?:in|between|into)|crawled|curled up (?:in|under))\b|\b(?:never|did not|didn['’]t|could not) (?:found|find|caught|catch) (?:me|us|him|her|them)\b|\b(?:decided|resolved|planned|made up (?:my|our|his|her) minds?) to (?:go|leave|run|flee|escape)\b"
    r"|\b(?:my|our|his|her|the) (?:escape|flight|way out)\b|\bthe (?:night|day|morning|evening) I (?:left|ran|fled|went)|\bthat night I (?:left|ran|went)"
)
_EN_ASKS = (
    r"(?:[Hh]ow (?:did|were|was|could|do) (?:you|he|she|they)[^.!?\n]{0,20}\b(?:leave|get (?:out|away|over|across|here)|escape|come (?:out|away|over)|run|flee|cross|go)\b|[Ww]ho helped|[Hh]elped by|"
    r"[Dd]id (?:any|some)(?:one|body) help|[Ww]as there (?:any|some)(?:one|body) who helped|[Yy]ou (?:left|escaped|ran|fled|got away|came out)\b|[Hh]ow did it end|about (?:your|the) escape)"
)
_RU_I = r"(?:\s(?:и|же|оттуда|тогда|потом|всё-таки|просто|сам|сама|ночью|днём|утром|пешком|один|одна|втроём|вдвоём|наконец))?"
_RU_LEAVES = (
    rf"(?<!\w)(?:[Уу]ш(?:[её]л|ла|ли){_RU_I}\s(?:я|мы|он|она)|(?:[Яя]|[Мм]ы|[Оо]н|[Оо]на|[Нн]очью){_RU_I}\sуш(?:[её]л|ла|ли)|[Уу]ш(?:[её]л|ла|ли)\s(?:в\s\w+е|ночью|пешком|через|с\s\w+|из\sпос[её]лка|из\sлагеря|оттуда)|(?:[Сс]|[Уу])?[Бб]ежал[аи]?(?!\w)|"
    r"[Сс]бежать|[Бб]ежать(?!\sза)|[Уу]драл[аи]?|[Сс]мыл(?:ся|ась|ись)|[Вв]ырвал(?:ся|ась|ись)|[Вв]ыбрал(?:ся|ась|ись)\s(?:оттуда|я|мы|из|через|ночью)|[Рр]ешил(?:ся|ась|ись)?\s(?:бежать|уйти|сбежать)|[Пп]обег\w{0,2}(?!\w)|(?:[Нн]ас|[Мм]еня|[Ее]го|[Ее][её])\s(?:тайком\s)?(?:вывез|вывел|переправил|перев[её]л)\w*|"
    r"(?:вывез|вывел|переправил|перев[её]л)\w*\s(?:нас|меня|его|е[её])(?!\w)|(?:не|больше\sне)\sвернул(?:ся|ась|ись)(?!\w)|(?:[Пп]ропал[аи]?|[Ии]счез(?:ла|ли)?)(?!\w)(?!\s(?:голос|аппетит|интерес|деньги|вода))|(?:[Сс]прятал|[Пп]рятал|[Пп]риютил)\w*\s(?:меня|нас|его|е[её]|у\sсебя)|(?:меня|нас|его|е[её])\s(?:спрятал|прятал|приютил)\w*|[Уу]йти\sпомог\w*|[Пп]омог\w*[^.!?\n]{0,24}\s(?:уйти|бежать|выбраться|уехать|сбежать)|[Дд]ал[аи]?\sд[её]ру)"
)
_RU_ASKS = (
    r"(?:[Кк]ак\s(?:же\s)?(?:вы|он|она|они|вам|ему|ей)\s(?:\w+\s)?(?:ушли|уш[её]л|ушла|сбежал\w*|бежал\w*|выбрал\w*|удалось|уехал\w*|спасл\w*)|[Кк]ак\s(?:ушли|сбежали|бежали|выбрались)|"
    r"[Вв]ам\s(?:\w+-?\w*\s)?помог\w*|[Кк]то(?:-нибудь|-то)?\s(?:вам\s)?помо\w+|[Кк]то-нибудь\s(?:у|с)?бежал|[Оо]\sпобеге)"
)
_LEAVES = {"en": re.compile(_EN_LEAVES), "ru": re.compile(_RU_LEAVES)}
_ASKS = {"en": re.compile(_EN_ASKS), "ru": re.compile(_RU_ASKS)}
# Going to work, home on leave or abroad at the start is no escape.
_NO_LEAVING = re.compile(
    r"[^.!?,]*\b(?:left|went|go|leave)\s(?:\w+\s){0,2}(?:Pyongyang|home|school|the army|work|to bed|my|her|him|a|an|by plane|of the room)\b"
    r"|[^.!?,]*уш(?:[её]л|ла|ли)\s(?:\w+\s)?(?:спать|домой|в\sармию|на\s(?:работу|смену|пенсию|обед|объект)|за\s(?:водой|хлебом))"
)
_AFTERWARDS = re.compile(
    r"\b(?:[Nn]ow I (?:live|work|am|have)|I (?:now )?live (?:in|at|with|here)|[Tt]oday I|[Yy]ears later|I have lived|[Ss]ince then I)\b"
    r"|(?<!\w)(?:[Сс]ейчас|[Тт]еперь)\s(?:я\s)?(?:жив|рабо|снима|учу)|лет\s(?:я\s)?(?:жив|рабо)|(?<!\w)Работал[аи]?\s(?:я\s|потом\s)?(?:у|на|в)\s|хозя(?:йкой|ином)\sбыл|(?<!\w)[Жж]иву\s"
)
_WAS_GONE = re.compile(r"\b(?:was|were) (?:gone|free)\b")
_AUTHORITY = re.compile(
    r"(?i)\b(?:manager|leader|foreman|head|boss|director|security(?: man)?|officer|guards?|secretary|commander|chief|supervisor|policeman|inspector|consul|minder|deputy|colonel|major|lieutenant)(?:,|,? (?:was|called|named))?\s$"
    r"|(?<!\w)(?:начальник\w*|старш\w+|бригадир\w*|прораб\w*|директор\w*|охранник\w*|конво\w+|следовател\w+|консул\w*|мастер\w*|комендант\w*|парторг\w*|майор\w*|капитан\w*|сотрудник\w*|замполит\w*)(?:\sнаш)?,?\s$"
)
# helped Chol Su to escape
_HELPED = re.compile(
    r"\s(?:to )?(?:escape|flee|get (?:out|away)|run away)\b|\s(?:уйти|бежать|сбежать|выбраться|уехать|скрыться)(?!\w)"
)
_MINE = re.compile(r"(?<!\w)(?:[Мм]о[йяюеи]\w{0,2}|[Nn]аш\w*|[Mm]y|[Oo]ur)\s[^.!?]*$")
_OTHERS = re.compile(
    r"(?<!мой\s)(?<!наш\s)(?<!\w)(?:[Оо]тец|[Оо]тц[уа]|[Мм]атушка|[Бб]атюшка)\s$|(?:['’]s|\b[Hh]is|\b[Hh]er|\b[Tt]heir|(?<!\w)[Ее]го|(?<!\w)[Ее][её]|(?<!\w)[Ии]х)\s[\w-]+,?\s$"
)
# What the witness was called there is the witness.
_SELF = re.compile(
    r"\b(?:I was called|called me|my name was|named me|I became|gave me the name|known as|I was)\s[\"“']?(?:only |just )?$|(?<!\w)(?:[Мм]еня|[Мм]не|[Яя])\s(?:\w+\s){0,3}[«\"—–-]?\s?$"
)
_AND_I = re.compile(r"\sand (?:I|me)\b|\sи\sя(?!\w)")


def passages(text: str) -> list[tuple[int, int]]:
    """Where getting away is told, as spans that do not overlap."""
    written = scripts.prose(text) & {"en", "ru"}
    if not written:
        return []
    sentences = [match.span() for match in _SENTENCE.finditer(text)]
    spans: list[tuple[int, int]] = []
    for number, (start, end) in enumerate(sentences):
        asked = any(_ASKS[script].search(text, start, end) for script in written)
        if not asked and not any(_told(text, start, end, script) for script in written):
            continue
        reach = min(text.find("\n\n", end) if "\n\n" in text[end : end + _REACH] else len(text), end + _REACH)
        last = _told_until(text, sentences[number + 1 : number + 1 + _SENTENCES + 2 * asked], end)
        # Who made it possible is told before “two days later I was gone”.
        before = sentences[number - 1][0] if number and _WAS_GONE.search(text, start, end) else start
        span = (end if asked else before, max(end, min(reach, last)))
        if spans and span[0] <= spans[-1][1]:
            span = (spans.pop()[0], span[1])
        spans.append(span)
    return spans


def _told_until(text: str, sentences: list[tuple[int, int]], end: int) -> int:
    """The end of the last sentence before one that speaks of the life afterwards."""
    for first, last in sentences:
        if _AFTERWARDS.search(text, first, last):
            return first
        end = last
    return end


def _told(text: str, start: int, end: int, script: str) -> bool:
    """Whether a sentence, and no question, tells of leaving."""
    return "?" not in text[end - 3 : end] and any(
        not _NO_LEAVING.match(text, match.start(), min(end, match.end() + 24))
        for match in _LEAVES[script].finditer(text, start, end)
    )


def helpers(text: str, found: Iterable[Finding], spans: list[tuple[int, int]]) -> list[Finding]:
    """The findings, with those people as BROKER who are first named where somebody gets away."""
    found = list(found)
    if not spans:
        return found
    people = [each for each in found if each.kind in PEOPLE or each.rule == "handle.said"]
    stems = {name: _stem(name) for name in {text[each.start : each.end] for each in people}}
    firsts: dict[str, Finding] = {}
    for each in sorted(people, key=lambda f: (f.start, f.kind != "FAMILY")):
        firsts.setdefault(stems[text[each.start : each.end]], each)
    helping = {
        stem
        for stem, first in firsts.items()
        if first.weight < RECORD
        and (first.kind != "FAMILY" or _others_kin(text, first))
        and any(start <= first.start < end for start, end in spans)
        and not _no_helper(text, first)
    }
    if not helping:
        return found
    return [
        replace(each, kind="BROKER")
        if (each.kind in PEOPLE or each.rule == "handle.said") and stems[text[each.start : each.end]] in helping
        else each
        for each in found
    ]


def _no_helper(text: str, each: Finding) -> bool:
    before = text[max(0, each.start - 32) : each.start]
    name = text[each.start : each.end]
    words = name.split()
    # Who flees is mostly one of the workers, who helps hardly ever.
    korean = (len(words) > 1 and all(names.is_syllable(word) for word in words)) or bool(KOREAN_FULL.fullmatch(name))
    return bool(
        _AUTHORITY.search(before)
        or _SELF.search(before)
        or _HELPED.match(text, each.end)
        or _AND_I.match(text, each.end)
        or korean
    )


def _others_kin(text: str, each: Finding) -> bool:
    """Whether this is called a relative, but of somebody else (his son-in-law Kolka, the watchman's daughter Lena)."""
    if each.rule == "name.called":
        return not _MINE.search(text, max(0, each.start - 40), each.start)
    return each.rule == "kin.name" and bool(_OTHERS.search(text, max(0, each.start - 28), each.start))


def _stem(name: str) -> str:
    """A name without its case ending (Марату, Марат)."""
    return re.sub(r"(?:ом|ем|ой|ей|ою|ым|[аеёиоуыюяьй])$", "", letters_of(name))


_EN_THING = (
    r"tarpaulin|tub|crates?|container|barrel|truck|lorry|boot|trunk|van|boat|raft|nets?|mattress|laundry|windows?|hatch|chute|pipe|drain\w*|sewer|tunnel|fence|wall|roof|cellar|shaft|duct|ladder|rope|sheets?|blanket|bags?|sacks?|"
    r"rubbish|bin|coffin|hearse|ambulance|train|carriage|wagon|hold|freezer|bus|taxi|bicycle|tyre|ice|river|kitchen|toilet|washroom|door|gate|hole|gap|coal|hay|straw|fish|salmon|shells|timber|logs|cabbages?|cement|boiler|attic|lift|stairs|balcony|sledge|cart"
)
_EN_GUISE = (
    r"\bcoat\b|uniform|\bcap\b|\bwig\b|\bdress(?:ed)?\b|shawl|overalls|disguis|pretend|looked like|would think|as if|as though|told (?:them|him|her) (?:that )?I|said (?:that )?I|tooth|dentist|hospital|clinic|funeral|wedding|signed out|asleep|"
    r"\bhid\b|hidden|lay under|sewn|buried|climbed|crawled|swam|waded|jumped|slid|lowered|bribe|boots|slippers|barefoot|socks"
)
_RU_THING = (
    r"(?:под|в|во|за|на|через|по|из|между|среди)\s(?:\w+\s){0,2}?(?:брезент|бочк|ящик|кузов|багажник|контейнер|трюм|мешк|вагон|цистерн|фур[еуы]|лесовоз|грузовик|катер|лодк|товарняк|машин|окн|забор|крыш|подвал|лаз|дыр|прачечн|кухн|люк|колодц|"
    r"труб|верёвк|верев|простын|льд|лёд|лед\b|канав|стен|балкон|чердак|шахт|рефрижератор|санях|санк|тракт|скор|поезд|электричк|плот|бревн|рыб|капуст|сен[оае]|уг[ло]л)"
)
_RU_GUISE = r"надел|переоде|притвор|спрята|закопал|залез|пролез|перелез|прополз|вплавь|вплавь|прыгнул|спустил|сказал[аи]?,?\s(?:им,?\s)?что|записал(?:ся|ась)|будто|мимо\sохран|чуж\w+\s(?:форм|курт|пальт|паспорт|документ|одежд)|платок|зашил|босиком|в\sтапк|дал[аи]?\sвзятк"
_MEANS = {
    "en": re.compile(
        rf"\b(?:[Uu]nder|[Ii]n|[Ii]nside|[Bb]ehind|[Bb]etween|[Aa]mong|[Tt]hrough|[Dd]own|[Oo]ver|[Oo]ut of|[Oo]n|[Bb]y|[Aa]cross|[Ii]nto)\s(?:[a-z'’-]+\s){{0,4}}?(?:{_EN_THING})\b|{_EN_GUISE}"
    ),
    "ru": re.compile(rf"(?<!\w)(?i:{_RU_THING})|(?<!\w)(?i:{_RU_GUISE})"),
}
_MOST_WAYS = 3


def ways(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[Finding]:
    """Sentences of a passage that say by what way or under what guise; guesses, three of a passage at most."""
    written = scripts.prose(text) & {"en", "ru"}
    for start, end in spans:
        left = _MOST_WAYS
        for sentence in _SENTENCE.finditer(text, start, end):
            if left and any(_MEANS[script].search(sentence[0]) for script in written):
                left -= 1
                first = sentence.start() + len(sentence[0]) - len(sentence[0].lstrip(' \n"“«'))
                first += (
                    len(label[0])
                    if (label := re.match(r"(?:[QAВО]|Ответ|Вопрос)[:.]\s", text[first : first + 9]))
                    else 0
                )
                yield Finding("OTHER_IDENTIFIER", first, sentence.end(), "trait.escape", f"way.{start}", GUESS)
