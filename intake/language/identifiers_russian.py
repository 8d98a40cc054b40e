"""People named in Russian text who stand nowhere in the record: by suffix, by first name, by place in the sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from intake.language import commonwords, firstnames, surnames, titles, towns
from intake.language.findings import GUESS, PATTERN, STRONG, Finding
from intake.language.skeletons import letters_of

_CAP = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ]?[а-яё]+)?"
_ENDING = r"(?:а|у|ом|ем|е|ы|ой|и|ю|я|ей|ого|ому|ым|ых|ою|ею)?"
_PATRONYMIC = re.compile(
    rf"(?P<n>(?:{_CAP}\s){{0,2}}[А-ЯЁ][а-яё]+(?:ович|евич|ьич|овн|евн|иничн){_ENDING}(?:\s{_CAP})?|"
    rf"(?<![А-Яа-яё])[А-ЯЁ][а-яё]{{2,}}(?:ич|ыч){_ENDING})(?![а-яё])"
)
_SURNAME = re.compile(
    rf"(?<![А-Яа-яЁё])(?P<n>(?:{_CAP}\s)?[А-ЯЁ][а-яё]{{2,}}(?:ов|ев|ёв|ин|ын|ский|цкий|енко|чук|швили|ян|"
    rf"дзе|ук|юк){_ENDING}|[А-ЯЁ][а-яё]+(?:ского|скому|ским|ском|ская|скую|ской))(?![А-Яа-яё])"
)
_FIRST_STEMS = "|".join(sorted({n[:-1] if n[-1] in "аяйь" else n for n in firstnames.RUSSIAN}, key=len, reverse=True))
_FIRST_NAME = re.compile(
    rf"(?<![А-Яа-яЁё])(?P<n>(?:{_FIRST_STEMS})(?:[аяйьуюеиы]|ом|ем|ой|ей|ёй|ею|ою|к[аиуе]|кой|ик[ауе]?|еньк[аиуе]|очк[аиуе]|ушк[аиуе])?(?:\s(?:{_CAP}|[А-ЯЁ]\.(?=\s|$)))?)(?![А-Яа-яё])"
)
_FIRST_END = r"(?:[аяйьуюеиы]|ом|ем|ой|ей|ёй|ею|ою)?"
# Снегирёвой Олей, Кравцова Ирина
_REVERSED = re.compile(
    rf"(?<![А-Яа-яЁё])(?P<n>[А-ЯЁ][а-яё]{{2,}}(?:ов|ев|ёв|ин|ын|ск|цк|енко|ч|ук|юк|ян|швили|дзе)(?:а|у|ым|ой|ого|ому|ий|ая|ую|им|ом)?\s(?:{_FIRST_STEMS}){_FIRST_END})(?![А-Яа-яё])"
)
# Хромой Ли, Рыжего Пака
_NICK = r"(?:Хром|Кос|Рыж|Лыс|Длинн|Маленьк|Больш|Стар|Толст|Нем|Слеп|Крив|Чёрн|Черн|Бел|Сед|Горбат|Глух|Молод|Ряб|Одноглаз|Красн|Тощ|Бешен|Хитр|Весёл|Младш)(?:ой|ий|ый|ого|его|ому|ему|им|ым|ая|яя|ую|ей)"
_NICKED = re.compile(rf"(?<![А-Яа-яЁё])(?P<n>{_NICK}\s{_CAP})(?![А-Яа-яё])")
_KOREAN = "|".join(sorted({c for cs in surnames.CYRILLIC.values() for c in cs if len(c) > 1}, key=len, reverse=True))
_ONSET = r"(?:[Чч]ж|[Цц]з|[Чч]ч|[Чч]х|[Кк]х|[Тт]х|[Пп]х|[Дд]ж|[Сс]с|[Кк]к|[Бб]б|[Тт]т|[БбВвГгДдЖжЗзКкНнМмЛлПпРрСсТтХхЧчЦцЩщ])"
_SYLLABLE = rf"(?:{_ONSET}?(?:[Вв][аоеэиу]|[Оо]э|[Йй][еёо]|[АЕЁИОУЫЭЮЯаеёиоуыэюя])(?:нъ|ль|[клмнптрбг])?)"
_NO_SYLLABLE = r"(?!(?:У|О|И|К|В|С|А|На|Но|Не|Да|То|Ни|За|По|До|Мы|Ты|Вы|Он|Ну|Из|От|Об|Я|Их|Им|Ни|Эй|Ей|Её|Её|Так|Там|Тут|Как|Кто|Вот|Раз|Мне|Нам|Вам|Тот|Все|Эти|Еще|Ещё|При|Чем|Чего|Год|Дом|Сам|Лет|Над|Под|Про|Пол|Тем|Где|Бог|Мой|Наш|Ваш)\s)"
# Ри Гым Сук, О Сын Чхоль; Сун А, Соль Хва, Гён Хо; Гым-сук
KOREAN_FULL = re.compile(
    rf"(?<![А-Яа-яЁё-])(?P<n>(?:(?:{_KOREAN})(?:а|у|ом|е)?|[ОУИЮ])\s(?=[А-ЯЁ]){_SYLLABLE}(?:\s(?=[А-ЯЁ])|-){_SYLLABLE}{_ENDING}(?!\s(?=[А-ЯЁ]){_SYLLABLE}(?![А-Яа-яё])|[А-Яа-яё])"
    rf"|(?=[А-ЯЁ]){_NO_SYLLABLE}{_SYLLABLE}\s(?=[А-ЯЁ]){_SYLLABLE}\s(?=[А-ЯЁ]){_SYLLABLE}{_ENDING}(?![А-Яа-яё])"
    rf"|(?<=[а-яё]\s)(?=[А-ЯЁ]){_SYLLABLE}\s(?=[А-ЯЁ]){_SYLLABLE}{_ENDING}(?![А-Яа-яё])"
    rf"|(?=[А-ЯЁ]){_NO_SYLLABLE}{_SYLLABLE}(?:\s(?=[А-ЯЁ])|-){_SYLLABLE}{_ENDING}(?![А-Яа-яё]))"
)
_KOREAN_SURNAME = re.compile(rf"(?<![А-Яа-яЁё])(?P<n>(?:{_KOREAN}){_ENDING})(?![А-Яа-яё])")
_TITLE = "|".join(sorted(titles.RUSSIAN_TITLES, key=len, reverse=True))
_KIN = "|".join(sorted(titles.RUSSIAN_KIN, key=len, reverse=True))
_TITLED = re.compile(rf"(?<![А-Яа-яЁё])(?i:{_TITLE})(?:а|у|ом|е|я|ю|ем)?,?\s(?P<n>{_CAP}(?:\s{_CAP}){{0,2}})")
_KIN_NAME = re.compile(
    rf"(?<![А-Яа-яЁё])(?i:{_KIN})(?:\s(?:моя|мой|его|её|моей|моего|мою|моему|наша|наш|зовут|звали)){{0,2}},?\s(?P<n>{_CAP}(?:\s{_CAP}){{0,2}})"
)
# баба Нюра, тётя Света, дядя Квак: hardly ever kin, and one name together
_AUNT = re.compile(
    rf"(?<![А-Яа-яЁё])(?<!мой\s)(?<!моя\s)(?P<n>(?i:баб[аыуе]|т[её]т[яиюе]|дяд[яиюе]|дед(?:а|у|ом)?|кум[аы]?|братан)\s{_CAP})(?![А-Яа-яё])"
)
_CAPITAL = re.compile(rf"(?<=[а-яё,;)]\s)(?P<n>{_CAP}(?:\s{_CAP}){{0,2}})(?![А-Яа-яЁё\w«\"-])")
_CALLED = re.compile(
    rf"(?:(?:на\s[а-яё]+|по-[а-яё]+|для\s[а-яё]+|у\sнас|между\sсобой|за\sглаза)\s[—–-]|(?<![а-яё])(?:зовут|(?:про|на|об)?зв(?:али|ала|ал))|окрестил[иа]?|дразнил[иа]?|кликал[иа]?|по имени|по фамилии|по прозвищу|кличк\w+|прозвище|называли(?:\s(?:его|её|меня))?|"
    rf"фамили\w+(?:\sмо\w+)?,?)\s[«\"„]?(?P<n>{_CAP}(?:\s{_CAP}){{0,2}}(?:\sи\s{_CAP})?)"
)
_NAMED = re.compile(rf"(?P<n>{_CAP}\s{_CAP}|{_CAP})\s(?:зовут|звали|его зовут)")
_VOCATIVE = re.compile(rf"[«\"„](?P<n>{_CAP}),\s")
_SAYS = re.compile(
    rf"(?P<n>{_CAP}),?\s(?:сказал|говор|привёз|привез|упал|пришёл|пришел|разлож|дал|взял|принёс|забрал|"
    rf"обещал|показа|кричал|просил|учил|отправ|позвон|умер|погиб|собирал|держал|хранил|платил|спросил|"
    rf"ответил|велел|приказ)[а-яё]*"
)
_KIN_NEAR = re.compile(rf"(?<![А-Яа-яЁё])(?i:{_KIN})(?![А-Яа-яё])[^.!?]{{0,60}}$")
_HELPER = re.compile(
    r"брокер|посредник|проводник|помог\w*\s(?:бежать|уйти|мне|нам|выбраться)|(?:мне|нам|ей|ему)\sпомог\w*|укры[вл]|прятал|спрятал|приют|подобрал|дов[её]з|вывез|переправ|встрет(?:ил|ила) (?:меня|нас)|забрал[аи]? (?:меня|нас|её|его)|"
    r"увез(?:ла|ли)? меня|подв[её]з|ночева(?:л|ли|ла)\sу|контрабанд|(?:приглашени|бумаг|справк|письм|документ|виз)\w*\s(?:нам\s|мне\s)?(?:продавал|доставал|достал|делал|подделывал|рисовал|покупал)|"
    r"(?:продавал|достал|доставал|подделал|подделывал|выправил|рисовал|покупали)\w*\s(?:у\s|нам\s|мне\s|такие\s|эти\s|липов\w+\s|фальшив\w+\s){0,2}(?:приглашени|бумаг|справк|письм|виз|документ)",
    re.IGNORECASE,
)


def find(text: str, places: frozenset[str] = frozenset()) -> Iterator[Finding]:
    """Names of people in Russian, each with the sort of evidence there is. `places`: words known to be places."""
    for each in _all(text):
        if text[each.start : each.end].casefold() not in places:
            yield each


def _all(text: str) -> Iterator[Finding]:
    if not re.search(r"[А-Яа-яЁё]", text):
        return
    lowered = frozenset(re.findall(r"(?<![А-Яа-яЁё-])[а-яё]{2,}(?![а-яё-])", text))
    for pattern, rule, weight in _RULES:
        for match in pattern.finditer(text):
            yield from _named(text, match, rule, weight, lowered)
    yield from capitals(text)


_RULES = (
    (_PATRONYMIC, "name.patronymic", STRONG),
    (_SURNAME, "name.suffix", PATTERN),
    (_REVERSED, "name.reversed", STRONG),
    (_NICKED, "nickname", STRONG),
    (_FIRST_NAME, "name.first", STRONG),
    (KOREAN_FULL, "name.korean", STRONG),
    (_KOREAN_SURNAME, "surname.korean", PATTERN),
    (_TITLED, "name.title", STRONG),
    (_KIN_NAME, "kin.name", STRONG),
    (_CALLED, "name.called", STRONG),
    (_NAMED, "name.called", STRONG),
    (_VOCATIVE, "name.vocative", STRONG),
    (_SAYS, "name.acts", GUESS),
    (_AUNT, "name.aunt", STRONG),
)


def _named(text: str, match: re.Match[str], rule: str, weight: int, lowered: frozenset[str]) -> Iterator[Finding]:
    start, end = match.span("n")
    if _no_calling(text, match, rule):
        return
    if rule == "name.aunt" and end - text.rfind(" ", start, end) <= 3:
        start = text.rfind(" ", start, end) + 1
    if rule not in ("name.aunt", "nickname") and (rule != "name.korean" or _opens(text, start)):
        start, end = _trim(text, start, end, lowered)
    words = text[start:end].split()
    if not words or (len(words) == 1 and _no_name(words[0])) or (len(words[0]) < 3 and rule == "name.acts"):
        return
    if rule != "name.patronymic" and (towns.is_wide(words[0]) or _declined_town(words[0])):
        return
    if (
        rule in ("name.korean", "surname.korean", "name.suffix")
        and _opens(text, start)
        and words[0].casefold() in lowered
    ):
        return
    if rule == "name.suffix" and len(words) == 1 and _opens(text, start) and not _LIVES.match(text, end):
        return
    if rule == "name.acts" and _opens(text, start) and not re.search(rf"[а-яё,]\s{re.escape(words[0])}", text):
        return
    if rule == "name.suffix" and re.search(r"(?:в|из|под|около|до|через|на)\s$", text[max(0, start - 7) : start]):
        return
    kind = "FAMILY" if _related(text, match, rule, start) else helper(text, start, end)
    yield Finding(kind, start, end, rule, f"name.{letters_of(text[start:end])}", weight)


_SPOKEN_TO = re.compile(r"(?:шь|те|ай|уй|яй|ем|им|ет|ит|ут|ют|ал|ла|ли|но|сь|ся|ри|жи|ди)$")
_PAST = re.compile(r"(?:[аеиоуыяё]л|[аеиоуыяё]ла|[аеиоуыяё]ли|[аеиоуыяё]ло|шла|шли|шёл|лся|лась|лись)$")


def _is_first(word: str) -> bool:
    return bool(_FIRST_NAME.fullmatch(word))


def _no_calling(text: str, match: re.Match[str], rule: str) -> bool:
    """Whether what stands where a name would is a verb («Позвонишь, …»), or the name comes after (Водителя звали Витёк)."""
    start, end = match.span("n")
    if rule == "name.vocative":
        return bool(_SPOKEN_TO.search(text[start:end])) and not _is_first(text[start:end])
    return match.re is _NAMED and _opens(text, start) and not _is_first(text[start:end].split(maxsplit=1)[0])


def _related(text: str, match: re.Match[str], rule: str, start: int) -> bool:
    if rule == "kin.name":
        return not _COURTESY.match(match[0])
    return rule == "name.called" and bool(_KIN_NEAR.search(text, max(0, start - 60), start))


# Without “my” hardly ever kin.
_COURTESY = re.compile(r"(?i)(?:дяд|т[её]т|баб(?!ушк)|дед(?!ушк))\w{0,2}\s(?!мо)")


def _trim(text: str, start: int, end: int, lowered: frozenset[str]) -> tuple[int, int]:
    """Without the words at both ends that are no names: function words, titles, towns."""
    words = text[start:end].split()
    # A verb that opens the sentence (Пришла Кравцова).
    if len(words) > 1 and _opens(text, start) and _PAST.search(words[0]) and not _is_first(words[0]):
        start += len(words[0]) + 1
        words = words[1:]
    while words and (_no_name(words[0]) or words[0].casefold() in lowered or (_title(words[0]) and len(words) > 1)):
        start += len(words[0]) + 1
        words = words[1:]
    while len(words) > 1 and (_no_name(words[-1]) or towns.is_wide(words[-1])):
        end -= len(words[-1]) + 1
        words = words[:-1]
    return (start, end) if words else (start, start)


def _no_name(word: str) -> bool:
    lower = word.casefold()
    return lower in commonwords.RUSSIAN_NOT_NAMES or lower in _FUNCTION or bool(_PEOPLES.match(word))


def _title(word: str) -> bool:
    return word.casefold() in titles.RUSSIAN_TITLES


# What a person at the start of a sentence does; a genitive plural (Паспортов у них) does nothing.
_LIVES = re.compile(r",|\s(?:[а-яё]+\s)?[а-яё]+(?:л|ла|ло|лся|лась|ет|ит|ёт|ут|ют)(?![а-яё])")
_PEOPLES = re.compile(
    r"(?i)(?:коре[йе]|кита[йе]|росси|русск|япон|америк|монгол|узбек|таджик|вьетнам|рабоч|северокоре|"
    r"южнокоре|туман|друг|все|многие|некотор)\w*$"
)
_FUNCTION = frozenset(
    "в и а но да нет не ни на по из за от до к ко с со у о об я ты он она оно мы вы они это этот эта тот "
    "та там тут здесь тогда потом когда если что как где кто "
    "почему зачем сколько какой какая какие каждый каждая все всё весь вся кем чем кого кому чего чему "
    "мною мной тобой собой него неё ней ним них нам вам сюда туда откуда куда наш наша ваш мой моя свой "
    "его её их ему ей им меня тебя нас вас один одна два три ещё "
    "сына сыну сыном сыне дочери дочку дочка жене жену жены мужу мужа мужем матери отцу отца брату брата сестре сестру голова голову головы головой корова корову вдова вдове столовая остановка основа "
    "день дня дню днём денька ночь уже ну вот так такой были был была было есть будет жил жили живу сын дочь жена муж мать отец летом "
    "зимой весной осенью утром вечером ночью днём однажды "
    "сначала после перед при для без над под через около между кроме только даже тоже также может можно "
    "надо нужно хотя пока чтобы потому поэтому".split()
)


def _declined_town(word: str) -> bool:
    lowered = word.casefold()
    return any(
        towns.is_wide(lowered[:-cut] + tail) for cut in (1, 2) for tail in ("", "а", "ь", "я", "й") if len(lowered) > 4
    )


def _opens(text: str, start: int) -> bool:
    """Whether a sentence or a quotation begins here."""
    return bool(re.search(r"(?:^|[.!?…:]\s*[«\"]*|\n\s*|[«\"(]\s*|[—–-]\s)$", text[max(0, start - 5) : start]))


_CLERGY = re.compile(r"(?i)(?:пастор|священник|дьякон|отец|батюшка|миссионер|монах\w*|матушка|владыка)\w{0,2}\s$")


def helper(text: str, start: int, end: int) -> str:
    """BROKER for clergy, and when the sentence speaks of brokers or of help on the way, else PERSON."""
    if _CLERGY.search(text, max(0, start - 14), start):
        return "BROKER"
    if KOREAN_FULL.fullmatch(text, start, end):
        return "PERSON"  # one of the workers
    left = max(text.rfind(mark, max(0, start - 80), start) for mark in ".!?\n")
    right = min(
        (at for mark in ".!?\n" if (at := text.find(mark, end, end + 70)) >= 0), default=min(len(text), end + 70)
    )
    return "BROKER" if _HELPER.search(text, max(left + 1, start - 80), right) else "PERSON"


_AT_PLACE = re.compile(
    r"(?:^|\s)(?:[Вв]о?|[Ии]з|[Нн]а|[Пп]од|[Оо]коло|[Вв]озле|[Дд]о|[Чч]ерез|[Пп]о|[Зз]а|[Пп]осёлк\w+|[Пп]оселк\w+|[Сс]ел\w+|[Гг]ород\w*|[Рр]айон\w*|[Рр]ек\w+|[Оо]бласт\w+|[Кк]ра[йяе]\w*|[Уу]лиц\w+|[Сс]танци\w+)\s$"
)


_IN_PLACE = re.compile(r"(?:^|\s)(?:[Вв]о?|[Ии]з)\s$")


def capitals(text: str) -> Iterator[Finding]:
    """Capitalised words inside a sentence, which in Russian are proper nouns: people, unless a word before says place."""
    lowered = frozenset(re.findall(r"(?<![А-Яа-яЁё])[а-яё]{2,}(?![А-Яа-яё])", text))
    for match in _CAPITAL.finditer(text):
        start, end = _trim(text, *match.span("n"), lowered)
        words = text[start:end].split()
        if not words or any(_no_name(w) or towns.is_wide(w) or _declined_town(w) for w in words):
            continue
        if _IN_PLACE.search(text, max(0, start - 4), start) and len(words) == 1 and len(words[0]) > 4:
            yield Finding("SMALL_PLACE", start, end, "place.capital", f"place.{letters_of(words[0])}", GUESS)
            continue
        if _AT_PLACE.search(text, max(0, start - 14), start) or words[0].endswith(
            ("ский", "ская", "ское", "ском", "ского", "ской", "ских")
        ):
            continue
        yield Finding(
            helper(text, start, end), start, end, "name.capital", f"name.{letters_of(text[start:end])}", GUESS
        )
