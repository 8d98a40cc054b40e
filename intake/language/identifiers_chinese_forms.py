"""Chinese names by their own form: a surname and characters of given names, between words that can stand beside a person.

Each candidate is weighed (surname, characters, what stands left and right of it); what is weighed well, or stands in a list with
such a name, or comes again, is worth a look.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from intake.language import titles
from intake.language.chinesenames import FOREIGN, SURE, WORDS, given_score, surname_width
from intake.language.findings import GUESS, PATTERN, Finding
from intake.language.skeletons import letters_of

_LEFT = frozenset(
    "的是和跟把被让给对叫有由与得请找问听见在到说向从替帮骂打看等连除为以同另还又就都也那这我她他们了着过将喊逼派抓扶背拉救问劝告认像随陪及遇当像听教名姓个位找归靠数"
)
_RIGHT = frozenset(
    "的了是在和跟把被给让也都就还又说问去来从不没那手家病跑死哭站带送帮打骂讲喊躲抱递写坐住走回干收管每这两才先已正一二三四五六七八几个同因为爸妈他她我得当教提有要想能会"
    "急气摔晕逃出拿叫等与及、替对往向用像笑推拉开前后当签负发倒累怕爱一常总便只再并却最应便以吃喝睡摔赶"
)
_LEADS = tuple(
    sorted(
        {
            *titles.CHINESE_TITLES,
            *titles.CHINESE_KIN,
            *"叫 名叫 叫做 叫作 名字是 名字叫 同事 工友 朋友 邻居 老乡 同乡 同学 女工 工人 姑娘 服务员 客户 室友 同屋 徒弟 小舅子 小姨子 大舅子 姐夫 保姆 护士 会计 厨师 "
            "厨子 保管 库管 门卫 技术员 质检员 质检 负责人 联系人 法人 股东 房东 工长 带工 工段长 车间主任 调度 中介 领事 战友 师父 师傅 记者 翻译 学徒 党员 团员 职工 小伙 女孩 "
            "男孩 战士 干部 女儿 闺女 儿子 侄子 侄女 外甥 大伯 伯父 伯母 二叔 三叔 二姐 大姐 三姐 二哥 大哥 三哥 小妹 小弟 大妹 二妹 姨母 姑姑 姑父 舅妈 岳父 岳母 媳妇 "
            "爱人 对象 未婚夫 未婚妻 男友 女友 男朋友 女朋友".split(),
        },
        key=len,
        reverse=True,
    )
)
_LEAD = re.compile(rf"(?:{'|'.join(map(re.escape, _LEADS))})(?:是|叫|就是|名叫|，)?$")
_HAN_RUN = re.compile(r"[\u3400-\u9fff]+")
_COUNTED = re.compile(r"[一二两三四五六七八九十几]+(?:个|位|名)人?|等人|两人|三人|她们|他们|姐妹|兄弟|夫妇|夫妻|两口子")
_PLACE_AFTER = re.compile(
    r"[\u3400-\u9fff]?(?:省|市|县|镇|乡|村|屯|路|街|区|厂|店|公司|集团|饭店|宾馆|酒店|大学|医院|机场|海关|口岸|大桥|江|河|山|岛|港)"
)


def find(text: str) -> Iterator[Finding]:
    """Full names and given names that weigh enough."""
    weighed = [each for run in _HAN_RUN.finditer(text) for each in _candidates(text, run)]
    counts = Counter(text[start:end] for start, end, _, _ in weighed)
    sure: set[str] = set()
    rest: list[tuple[int, int, int, str]] = []
    for start, end, alone, rule in weighed:
        name = text[start:end]
        # A form that comes again between other words is hardly an accident.
        again = 2 if end - start > 2 or rule == "given.form" else 1
        weight = alone + min(again, counts[name] - 1)
        if weight >= _LEAST[rule, end - start]:
            sure.add(name)
            yield Finding("PERSON", start, end, rule, f"name.{letters_of(name)}", PATTERN if weight > 7 else GUESS)
        else:
            rest.append((start, end, weight, rule))
    yield from _listed(text, rest, sure)


# What a candidate must weigh: by rule and length.
_LEAST = {("name.form", 2): 6, ("name.form", 3): 5, ("name.form", 4): 7, ("given.form", 2): 6}


def _listed(text: str, rest: list[tuple[int, int, int, str]], sure: set[str]) -> Iterator[Finding]:
    """Lighter candidates that stand in a list (甲、乙和丙) directly beside a sure name."""
    for start, end, weight, rule in rest:
        if weight < _LEAST[rule, end - start] - 3:
            continue
        left, right = text[max(0, start - 5) : start], text[end : end + 5]
        before = re.search(r"([\u3400-\u9fff]{2,4})[”」]?[、和跟与及][“「]?$", left)
        after = re.match(r"[”」]?[、和跟与及][“「]?([\u3400-\u9fff]{2,4})", right)
        beside = (before and any(before[1].endswith(name) for name in sure)) or (
            after and any(after[1].startswith(name) for name in sure)
        )
        if beside:
            yield Finding("PERSON", start, end, "name.listed", f"name.{letters_of(text[start:end])}", GUESS)


def _candidates(text: str, run: re.Match[str]) -> Iterator[tuple[int, int, int, str]]:
    """(start, end, weight, rule) for each place of a run of characters where a name could stand."""
    first, last = run.span()
    at = first
    while at < last:
        width = surname_width(text, at)
        left = _left(text, at, first)
        best: tuple[int, int, int, str] | None = None
        for size in (width + 2, width + 1) if width else ():
            found = _full(text, at, width, size, left, last)
            if found and (best is None or found[2] > best[2]):
                best = found
        if best is None and left and at + 2 <= last:
            best = _given(text, at, left, last)
        if best:
            yield best
        at += 1


def _full(text: str, at: int, width: int, size: int, left: int, last: int) -> tuple[int, int, int, str] | None:
    end = at + size
    if end > last or not left:
        return None
    right = _right(text, end, last)
    given = text[at + width : end]
    bare = not right and len(given) == 2 and given_score(given) >= 3
    if (
        not (right or bare)
        or text[at : at + 2] in WORDS
        or (len(given) == 2 and text[at + 1 : at + 3] in WORDS and left + right < 4)
    ):
        return None
    if text[end - 1 : end + 1] in WORDS or _PLACE_AFTER.match(text, end):
        return None
    points = given_score(given)
    if points < 1 and left < 3:
        return None
    surname = 2 if width == 2 or text[at] in SURE else 1
    if size - width == 1:
        # Two characters alone are a name only between clear marks.
        return (at, end, surname + min(points, 2) + left + right - 1, "name.form") if left + right >= 3 else None
    return at, end, surname + min(points, 4 if bare else 3) + left + right, "name.form"


def _given(text: str, at: int, left: int, last: int) -> tuple[int, int, int, str] | None:
    pair = text[at : at + 2]
    if pair in WORDS or given_score(pair) < 3 or text[at + 1 : at + 3] in WORDS or text[at - 1 : at + 1] in WORDS:
        return None
    right = _right(text, at + 2, last)
    if not right or _PLACE_AFTER.match(text, at + 2):
        return None
    return at, at + 2, given_score(pair) + left + right, "given.form"


def _left(text: str, at: int, first: int) -> int:
    """What stands before: a word for people (3), no character (2), a word that can precede a person (1), else 0."""
    if _LEAD.search(text, max(0, at - 7), at):
        return 3
    if at == first:
        return 2
    return int(text[at - 1] in _LEFT and text[at - 1 : at + 1] not in WORDS and text[at - 2 : at] not in _NO_LEFT)


_NO_LEFT = frozenset("目的 是的 总和 温和 有的 别的 我的 她的 的话 不对 不是 还有 没有 只有".split()) - {
    "我的",
    "她的",
    "还有",
    "只有",
    "不是",
}


def _right(text: str, end: int, last: int) -> int:
    if end == last:
        return 2
    if _COUNTED.match(text, end) or re.match(rf"(?:{_TITLE})(?![\u3400-\u9fff]?[们])", text[end : end + 4]):
        return 2
    return int(text[end] in _RIGHT)


_TITLE = "|".join(sorted(map(re.escape, titles.CHINESE_TITLES), key=len, reverse=True))
_FOREIGN = f"[{''.join(sorted(FOREIGN))}]"
_DOTTED = re.compile(rf"[\u3400-\u9fff]{{1,7}}(?:[·•・‧]{_FOREIGN}{{1,8}}){{1,3}}")
_SOUNDED = re.compile(
    rf"(?:(?:{_TITLE})|工头|老板|监工|房东|保安|工长|老外|工人|同事|邻居|俄罗斯人|乌兹别克人?|塔吉克人?|吉尔吉斯人?|哈萨克人?|维族|本地人|当地人|叫|名叫|叫做)(?:是|叫|名叫)?"
    rf"(?P<n>{_FOREIGN}{{2,5}})(?=[，。、；：！？,.;:!?”’」』\"\s）)]|$|和|跟|的|说|是|也|就|在|给|把|来|去|带|拿|他|她|们)"
)


def foreign(text: str) -> Iterator[Finding]:
    """Names from other languages: with a dot between their parts, or after a word for a person."""
    for match in _DOTTED.finditer(text):
        start = match.start() + _prefix(match[0])
        name = text[start : match.end()]
        yield Finding("PERSON", start, match.end(), "name.dotted", f"name.{letters_of(name)}", PATTERN)
    for match in _SOUNDED.finditer(text):
        if match["n"] not in WORDS:
            yield Finding("PERSON", *match.span("n"), "name.sounded", f"name.{letters_of(match['n'])}", PATTERN)


def _prefix(name: str) -> int:
    """How many characters before a dotted name belong to the sentence (老板谢尔盖·…): all up to its sound characters."""
    head = re.split(r"[·•・‧]", name, maxsplit=1)[0]
    own = re.search(rf"{_FOREIGN}+$", head)
    return own.start() if own and own.start() < len(head) else 0
