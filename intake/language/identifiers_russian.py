"""People named in Russian text who stand nowhere in the record: by suffix, by first name, by place in the sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from intake.language import commonwords, surnames, titles, towns
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
_FIRST = (
    "Александр Алексей Анатолий Андрей Антон Аркадий Артём Борис Вадим Валентин Валерий Василий Виктор "
    "Виталий Владимир Владислав Вячеслав Геннадий Георгий "
    "Глеб Григорий Даниил Денис Дмитрий Евгений Егор Иван Игорь Илья Кирилл Константин Лев Леонид Максим "
    "Марат Михаил Никита Николай Олег Павел Пётр Петр Роман "
    "Руслан Семён Сергей Станислав Степан Тимур Фёдор Эдуард Юрий Яков Саша Лёша Дима Женя Коля Миша "
    "Паша Петя Серёга Серёжа Слава Толя Вова Володя Юра Гена Костя "
    "Вася Ваня Витя Анна Алла Алёна Анастасия Валентина Валерия Вера Вероника Виктория Галина Дарья "
    "Евгения Екатерина Елена Зинаида Зоя Инна Ирина Ксения Лариса Лидия "
    "Любовь Людмила Маргарита Марина Мария Надежда Наталья Нина Оксана Ольга Полина Раиса Светлана София "
    "Тамара Татьяна Юлия Аня Катя Лена Маша Наташа Оля Таня Юля Света "
    "Люда Галя Надя Люба Лида Ира Вика Рита Жанна"
).split()
_FIRST_STEMS = "|".join(sorted({n[:-1] if n[-1] in "аяйь" else n for n in _FIRST}, key=len, reverse=True))
_FIRST_NAME = re.compile(
    rf"(?<![А-Яа-яЁё])(?P<n>(?:{_FIRST_STEMS})(?:а|я|й|ь|у|ю|е|и|ы|ом|ем|ой|ей)?(?:\s{_CAP})?)(?![А-Яа-яё])"
)
_KOREAN = "|".join(sorted({c for cs in surnames.CYRILLIC.values() for c in cs if len(c) > 1}, key=len, reverse=True))
_KOREAN_SYLLABLE = r"[А-ЯЁ]?(?:чх|кх|тх|пх|[бвгджкнмлпрстхчшц])?(?:йе|йо|ва|во|[аеёиоуыэюя])(?:нъ|ль|[клмнпт])?"
_KOREAN_FULL = re.compile(
    rf"(?<![А-Яа-яЁё])(?=[А-ЯЁ])(?P<n>(?:(?:{_KOREAN}){_ENDING}\s(?=[А-ЯЁ]))?(?:Чх|Кх|Тх|Пх|"
    rf"[БВГДЖКНМЛПРСТХЧШЦ])?(?:[АЕЁИОУЫЭЮЯ]|"
    rf"[аеёиоуыэюя]|ва|во)(?:нъ|ль|[клмнпт])?(?:\s|-)(?:Чх|Кх|Тх|Пх|[БВГДЖКНМЛПРСТХЧШЦбвгджкнмлпрстхчшц])"
    rf"?(?:[АЕЁИОУЫЭЮЯ]|[аеёиоуыэюя]|ва|во)(?:нъ|ль|[клмнпт])?{_ENDING})(?![А-Яа-яё])"
)
_KOREAN_SURNAME = re.compile(rf"(?<![А-Яа-яЁё])(?P<n>(?:{_KOREAN}){_ENDING})(?![А-Яа-яё])")
_TITLE = "|".join(sorted(titles.RUSSIAN_TITLES, key=len, reverse=True))
_KIN = "|".join(sorted(titles.RUSSIAN_KIN, key=len, reverse=True))
_TITLED = re.compile(rf"(?<![А-Яа-яЁё])(?i:{_TITLE})(?:а|у|ом|е|я|ю|ем)?,?\s(?P<n>{_CAP}(?:\s{_CAP}){{0,2}})")
_KIN_NAME = re.compile(
    rf"(?<![А-Яа-яЁё])(?i:{_KIN})(?:\s(?:моя|мой|его|её|моей|моего|мою|зовут))?,?\s(?P<n>{_CAP}(?:\s{_CAP}){{0,2}})"
)
_CALLED = re.compile(
    rf"(?:зовут|звали|по имени|по фамилии|по прозвищу|кличк\w+|прозвище|называли(?:\s(?:его|её|меня))?|"
    rf"фамили\w+(?:\sмо\w+)?,?)\s[«\"„]?(?P<n>{_CAP}(?:\s{_CAP}){{0,2}})"
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
    r"брокер|посредник|проводник|помог(?:ла|ли)? (?:бежать|уйти|мне)|сбежа|побег|укрыва|прятал", re.IGNORECASE
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


_RULES = (
    (_PATRONYMIC, "name.patronymic", STRONG),
    (_SURNAME, "name.suffix", PATTERN),
    (_FIRST_NAME, "name.first", STRONG),
    (_KOREAN_FULL, "name.korean", STRONG),
    (_KOREAN_SURNAME, "surname.korean", PATTERN),
    (_TITLED, "name.title", STRONG),
    (_KIN_NAME, "kin.name", STRONG),
    (_CALLED, "name.called", STRONG),
    (_NAMED, "name.called", STRONG),
    (_VOCATIVE, "name.vocative", STRONG),
    (_SAYS, "name.acts", GUESS),
)


def _named(text: str, match: re.Match[str], rule: str, weight: int, lowered: frozenset[str]) -> Iterator[Finding]:
    start, end = _trim(text, *match.span("n"), lowered)
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
    related = rule == "kin.name" or (rule == "name.called" and _KIN_NEAR.search(text, max(0, start - 60), start))
    kind = "FAMILY" if related else helper(text, start, end)
    yield Finding(kind, start, end, rule, f"name.{letters_of(text[start:end])}", weight)


def _trim(text: str, start: int, end: int, lowered: frozenset[str]) -> tuple[int, int]:
    """Without the words at both ends that are no names: function words, titles, towns."""
    words = text[start:end].split()
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
    "уже ну вот так такой были был была было есть будет жил жили живу сын дочь жена муж мать отец летом "
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


def helper(text: str, start: int, end: int) -> str:
    """BROKER when the sentence speaks of brokers or of help on the way, else PERSON."""
    left = max(text.rfind(mark, max(0, start - 70), start) for mark in ".!?\n")
    right = min(
        (at for mark in ".!?\n" if (at := text.find(mark, end, end + 60)) >= 0), default=min(len(text), end + 60)
    )
    return "BROKER" if _HELPER.search(text, max(left + 1, start - 70), right) else "PERSON"
