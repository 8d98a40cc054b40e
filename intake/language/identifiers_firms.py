"""Workplaces and units by their form: words for firms after a name, introductions, quotation marks, unit numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from intake.language import scripts, towns
from intake.language.findings import PATTERN, PLAIN, Finding
from intake.language.skeletons import letters_of

_KO_FIRM = (
    "유한책임회사|유한공사|합작회사|주식회사|수산물가공|수산|복장|피복|의류|식품|전자|방직|섬유|물산|목재|가공|상사|식당|음식점|호텔|공장|기업소|콘트랙팅|"
    "제련소|조선소|탄광|농장|양식장|려행사|여행사|건재|전기|기계|신발|완구|가구|제약|콘스트럭션|그룹|랭면옥|랭면관|면옥|회관|관광려행사|전문학교|대학|학원|직업학교|정"
)
_KO_UNIT = (
    "무역총회사|무역회사|수출입회사|대외건설회사|건설회사|림업회사|총회사|교류사|기술교류사|봉사총국|지도국|관리국|총국|사업소|작업소|려단|여단|련대|연대|사단|군단|"
    "대대|중대|소대|돌격대|사단|군부대|부대|무역상사|건설사업소|봉사국|회사"
)
_KO_GENERIC = re.compile(
    r"^(?:우리|그|이|저|그런|이런|큰|작은|중국|조선|남조선|한국|로씨야|러시아|외국|현지|건설|무역|수산|피복|복장|식품|전자|방직|가공|봉제|수산물|수산물가공|"
    r"식료|기계|해외|국가|개별|담당|상대|같은|다른|모든|어느|어떤|무슨|대외|림업|목재|국영|중앙|본|첫|두|세|네|한|새|옆|앞|뒤|여러|합영|합작|자기|제|내|"
    r"평양|단동|훈춘|도문|심양|장춘|연길|대련|녕파|의학|종합|외국어|농업|공업|경제|사범|예술|체육|인민|로동|노동|공병|보병|정찰|독립|교도|후방|경비|국경|"
    r"감자|옥수수|강냉이|채소|남새|과수|담배|목화|닭|돼지|젖소|버섯|인삼|국영|협동|집단|종합|중앙|세멘트|시멘트|벽돌|가방|신발|전기|고급|일반|본사|파견|이전|원래|유리|종이|"
    r"사탕|국수|려행|여행|인력|대방|주재|모회사|자회사|청부|건물|개인|수출입|딸기|비닐)+$"
)
_KO = re.compile(
    rf"(?<![가-힣A-Za-z])(?P<n>(?:[가-힣]{{2,4}}\s)?[가-힣]{{2,8}}?(?:{_KO_FIRM}))(?=[^가-힣]|이라|라고|라구|라는|입니다|임다|이고|고\s|구\s|였|이었|인데|"
    rf"이|가|은|는|을|를|에|의|도|로|과|와|하고|$)"
)
_KO_U = re.compile(
    rf"(?<![가-힣A-Za-z])(?P<n>[가-힣]{{2,8}}?(?:{_KO_UNIT}))(?=[^가-힣]|이라|라고|라구|라는|입니다|임다|이고|고\s|구\s|였|이었|인데|이|가|은|는|을|를|에|의|도|"
    rf"로|과|와|하고|소속|사람|$)"
)
_KO_NUMBERED = re.compile(
    r"(?<![\d가-힣])(?:제\s?)?\d{2,5}\s?(?:군부대|부대|련대|연대|려단|여단|사단|군단|대대)(?:\s?(?:직속)?\s?(?:제\s?)"
    r"?\d{1,3}\s?(?:대대|중대|소대|분대))*"
    r"|(?<![\d가-힣])\d{1,3}\s?(?:대대|련대|연대)\s\d{1,3}\s?(?:중대|소대)(?:\s\d{1,3}\s?소대)?"
    r"|(?<![\d가-힣])(?:제\s?)?\d{1,3}\s?(?:작업소|사업소|림산사업소|직장|분소)(?![장원])"
    r"|(?:녀자|여자|남자|녀성|남성)\s\d{1,2}\s?반|(?<![\d가-힣])\d{1,2}\s?(?:작업반|돌격대)(?![장원])"
)
_KO_CALLED = re.compile(
    r"(?:공장|식당|회사|상점|호텔|농장|업체|작업장|가게|기업|건설장|현장|음식점)\s?(?:이름|상호|간판|명칭)?(?:이|은|는|가|을|를)"
    r"\s(?P<n>[가-힣]{2,6}(?:\s[가-힣]{2,5})?)(?=입니다|이라고|라고|이고|이었|였|이라는|라는|인데|이요|이에요|예요|,)"
    r"|(?P<q>[가-힣]{2,7}(?:\s[가-힣]{2,7})?)(?:이라고|라고|이라는|라는)\s(?:하는\s)?(?:[가-힣]{1,4}\s){0,3}?(?:공장|식당|회사|"
    r"상점|호텔|농장|업체|가게|건설회사|기업|작업장|음식점|아파트|건설장)"
)
_LATIN_TAIL = (
    r"(?:Co\.?,? ?Ltd\.?|Company|Corporation|Corp\.?|Ltd\.?|LLC|Inc\.?|Contracting|Contractors?|"
    r"Constructions?|Builders|Trading|Travel|Tours|Tourism|Knitwear|Garments?|Clothing|"
    r"Apparel|Textiles?|Seafoods?|Fisher(?:y|ies)|Foods?|Electronics|Factory|Mill|Plant|Restaurant|Hotel|"
    r"Cafe|Agency|Enterprises?|Industries|Services|Group|Shipyard|"
    r"Logistics|Farms?|Mining|Timber|Logging|College|Institute|School|Academy|Technolog(?:y|ies)|"
    r"Software|Holdings?|Works|Exchange|Exports?|Imports?|Associates|Bureau)"
)
_EN = re.compile(
    rf"(?<![\w])(?P<n>(?:(?:[A-Z][\w'’&.-]*|[A-Z]{{2,}}|No\.\s?\d+|\d+|of|and|&|des?|el|al)\s)"
    rf"{{1,4}}{_LATIN_TAIL}(?:\s(?:Company|Co\.?|Ltd\.?|Services|Group|Corporation|LLC))"
    rf"*(?:\sNo\.?\s?\d+)?)(?![\w])"
)
_EN_CALLED = re.compile(
    r"(?:factory|plant|firm|company|restaurant|farm|site|mill|workshop|agency|employer|shop|business|"
    r"cannery|shipyard)\b[^.!?\n]{0,30}?\b(?:called|named|was|is|,)"
    r"\s[\"“']?(?P<n>[A-Z][\w'’-]+(?:[ -][A-Z][\w'’-]+){0,3})"
    r"|(?:It was called|name over the gate was|sign said|name was)"
    r"\s[\"“']?(?P<m>[A-Z][\w'’-]+(?:[ -][A-Z][\w'’-]+){0,3})"
    r"|(?:at|for|by|with) (?P<h>[A-Z][a-z]+(?:-[A-Z][a-z]+){1,3})(?![\w])"
)
_EN_UNIT = re.compile(
    r"(?<!\w)(?:(?:the )?(?:\d{1,4}(?:st|nd|rd|th)|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|"
    r"Ninth|Tenth) (?:Battalion|Brigade|Regiment|Division|Corps|Company|Platoon|Bureau|Work Team|work "
    r"team)"
    r"|(?:[Mm]ilitary [Uu]nit|[Aa]rmy [Uu]nit|KPA [Uu]nit|[Uu]nit|[Bb]rigade|[Rr]egiment|[Bb]attalion|"
    r"[Ww]ork [Tt]eam|[Ww]ork [Uu]nit) (?:[Nn]o\.? ?)?\d{2,5}"
    r"|(?P<n>(?:[A-Z][\w'’-]+ ){1,3}(?:(?:General |Foreign |External )?(?:Trading|Trade|Construction|"
    r"Exchange|Export|Import|Forestry) (?:Company|Corporation|Bureau|General Corporation)|General Bureau)"
    r"))(?!\w)"
)
_ZH_HEAD = r"(?:(?!日|月|年|后|前|时|候|天|里|外|间|老板|领导|在|去|到|的|从|是|我|叫|和|给|就|那|这|家|了|把|被|让|对|跟|有|个|他|她|您|你|做|过|来|们|都|没|不|也|还|用|说|新|老|大|小|全|各|几|每|本|该|某|回)[\u3400-\u9fff])"
_ZH_BODY = r"(?:(?!日|以|后|时|候|老板|在|去|到|的|从|是|我|叫|和|给|租|就|那|这|了|把|被|让|对|跟|有|他|她|您|你|做|过|来|们|没|也|还|说|某)[\u3400-\u9fff])"
_ZH = re.compile(
    rf"(?P<n>{_ZH_HEAD}{_ZH_BODY}{{1,7}}?(?:水产|海产|服装|服饰|制衣|针织|纺织|食品|电子|木业|科技|商贸|贸易|建筑|建设|集团|公司|餐厅|饭店|酒店|宾馆|酒楼|冷面馆|"
    rf"饭庄|工厂|加工厂|厂|农场|渔业|有限公司)(?:加工厂|制品厂|加工公司|有限责任公司|有限公司|公司|厂)?)"
)
_ZH_NOT = re.compile(
    r"^(?:水产|海产|服装|食品|电子|纺织|建筑|贸易|朝鲜|韩国|中国|俄罗斯|国营|私营|合资|外贸|加工|工厂|公司|饭店|餐厅|酒店|宾馆|电子厂|服装厂|食品厂|水产厂|加工厂|进出口|"
    r"旅游|旅行|劳务|中介|对外|外派|派遣|母|子|分|总|家|两|三|四|五|十|多|丹东|珲春|图们|延吉|沈阳|大连|长春|宁波)+(?:加工)?(?:厂|公司|饭店|餐厅|工厂|集团|"
    r"有限公司|酒店)?$"
)
# 不许出厂, 工资厂里算, 三年饭店: a firm is only passed by
_ZH_PASSING = re.compile(
    r"(?:出|进|回|到|工资|全|本|满|离|建|开|开服装|离我们)厂$|[年天月](?:饭店|厂|餐厅)$|^.?(?:许|让|准)[出进]|(?:城|市|里|边)一?家|^开"
)
_ZH_CALLED = re.compile(
    r"(?:厂|公司|饭店|餐厅|店|酒店|工厂|饭馆)(?:的名字)?(?:叫做?|名叫|名字是|名字叫)[“「\"]?(?P<n>[\u3400-\u9fff]{2,8}?)(?=[，。,.、”」\"；的]|$)"
)
_ZH_UNIT = re.compile(
    r"(?:第?\d{2,5}|第?[一二三四五六七八九十]{1,3})(?:部队|旅|团|大队|中队|军)(?!长|员|伙|里|圆|聚)|(?P<n>(?!的|在)"
    r"[\u3400-\u9fff]{2,8}(?:贸易会社|会社|总会社|总局|交流社))"
)
_RU = re.compile(r"(?<!\w)(?:(?:ООО|ОАО|ЗАО|АО|ИП|ТОО)\s)?[«\"“](?P<n>[А-ЯЁA-Z][\w\s-]{2,40}?)[»\"”]")
_RU_SCHOOL = re.compile(
    r"(?<!\w)(?P<n>(?:[А-ЯЁ][а-яё]+(?:ский|ская|ское|ском|ского|ской|скую)\s)+(?:колледж|техникум|"
    r"институт|университет|завод|комбинат|училище|рыбокомбинат|леспромхоз|совхоз|фабрика|стройтрест|"
    r"лицей)[а-яё]*(?:\s№\s?\d+)?|(?:колледж|училище|завод|школ[аеуы]|лицей|ПТУ|СМУ)[а-яё]*\s№\s?\d+)"
)
_RU_UNIT = re.compile(r"(?<!\w)(?:войсковая часть|воинск\w+ част\w+|в/ч|часть|бригад\w+|полк\w*)\s(?:№\s?)?\d{3,5}")
_RU_FIRM_BEFORE = re.compile(
    r"(?:[Фф]ирм|[Кк]омпани|[Кк]оллед|[Зз]авод|ООО|ОАО|ЗАО|[Пп]редприят|[Рр]есторан|[Кк]афе|[Тт]ур|"
    r"[Сс]трой|[Фф]абрик|[Ии]нститут|[Уу]чили|[Оо]рганизаци|[Кк]омбинат|[Гг]остиниц|[Аа]гентств)"
    r"\w*\s*[«\"“]?$"
)
_RU_FIRM_LIKE = re.compile(
    r"строй|монтаж|торг|пром|рыб|лес|тур|фасад|транс|снаб|сервис|агро|дом|плюс|инвест|групп|маркет|дальневост|восток|-",
    re.IGNORECASE,
)


_KOREAN_SIDE = re.compile(r"(?:корейск|КНДР|северокоре|их сторон)[^.!?]{0,30}$")


def find(text: str) -> Iterator[Finding]:
    """Names of firms, plants, restaurants, schools (WORKPLACE) and of sending companies and military units (UNIT)."""
    if "ko" in scripts.present(text):
        yield from _korean(text)
    yield from _named(text, "WORKPLACE", "firm.called", (_KO_CALLED, _EN_CALLED, _ZH_CALLED))
    yield from _named(text, "UNIT", "unit.form", (_EN_UNIT, _ZH_UNIT, _RU_UNIT))
    yield from _named(text, "WORKPLACE", "firm.word", (_EN, _RU_SCHOOL))
    for match in _ZH.finditer(text):
        if not _ZH_NOT.match(match["n"]) and not _ZH_PASSING.search(match["n"]):
            start = _led(text, match.start("n"), match.end("n"))
            yield _at("WORKPLACE", text, start, match.end("n"), "firm.word", PATTERN)
    yield from _quoted(text)


def _korean(text: str) -> Iterator[Finding]:
    for match in _KO_NUMBERED.finditer(text):
        yield _at("UNIT", text, match.start(), match.end(), "unit.numbered", PLAIN)
    for match in _KO_U.finditer(text):
        if not _generic(match["n"]):
            host = match["n"].endswith(("유한회사", "주식회사", "유한공사", "책임회사"))
            yield _at("WORKPLACE" if host else "UNIT", text, *match.span("n"), "unit.word", PATTERN)
    for match in _KO.finditer(text):
        if not _generic(match["n"]) and not match["n"].endswith("정"):
            yield _at(
                "WORKPLACE", text, _without_prefix(match["n"], match.start("n")), match.end("n"), "firm.word", PATTERN
            )


def _quoted(text: str) -> Iterator[Finding]:
    """Names in quotation marks that a word for a firm introduces, or that are built like one (Russian)."""
    for match in _RU.finditer(text):
        if _RU_FIRM_BEFORE.search(text, max(0, match.start() - 24), match.start()) or (
            match["n"][0].isupper() and " " not in match["n"] and _RU_FIRM_LIKE.search(match["n"])
        ):
            yield _at("WORKPLACE", text, match.start(), match.end(), "firm.quoted", PATTERN)
        elif (
            match["n"].count(" ") < 2
            and match["n"][1:].replace(" ", "").rstrip("0123456789").islower()
            and _KOREAN_SIDE.search(text, max(0, match.start() - 40), match.start())
        ):
            yield _at("UNIT", text, match.start(), match.end(), "unit.quoted", PATTERN)


def _without_prefix(name: str, start: int) -> int:
    """Where the name begins: the word before it belongs to it only when it is a town (훈춘 하이화식품)."""
    head, _, tail = name.partition(" ")
    own = not tail or towns.is_wide(head) or len(head) == 1
    return start if own else start + len(head) + 1


def _led(text: str, start: int, end: int) -> int:
    """Where a Chinese name begins: after the last word that leads to it (朴科长带着万景台贸易会社)."""
    return max(start, *(text.rfind(sign, start, end - 3) + 1 for sign in "带着归给叫了到被把跟"))


# “The manager of the site was …” names a man.
_OF_ROLE = re.compile(
    r"\b(?:manager|head|chief|owner|boss|director|foreman|leader|cook|guard|doctor|driver|master|engineer|captain|accountant|clerk|secretary|watchman|mechanic|interpreter|wife|son|daughter|brother|man|woman|girl|boy) (?:of|at|in|from|on|for) (?:the|our|this|that|his|their) (?:\w+ )?$"
)


def _named(text: str, kind: str, rule: str, patterns: tuple[re.Pattern[str], ...]) -> Iterator[Finding]:
    for pattern in patterns:
        for match in pattern.finditer(text):
            group = next((name for name, value in match.groupdict().items() if value), None)
            if rule == "firm.called" and _OF_ROLE.search(text, max(0, match.start() - 36), match.start()):
                continue
            start, end = match.span(group) if group else match.span()
            if "\u3400" <= text[start] <= "\u9fff":
                start = _led(text, start, end)
            if rule == "firm.called" and "가" <= text[start] <= "힣":
                start = _without_prefix(text[start:end], start)
            if not _generic(text[start:end]):
                yield _at(kind, text, start, end, rule, PATTERN)


_GENERIC_LATIN = re.compile(
    r"(?i)(?:the|a|an|this|that|our|his|her|their|state|security|council|korean?|russian|chinese|north|"
    r"south|united|nations|people'?s|general|mr|mrs)\b"
)


def _generic(name: str) -> bool:
    """Whether this says only what kind of thing it is (중국 회사, 수산물가공공장)."""
    if re.match(r"[가-힣]", name):
        core = re.sub(rf"(?:{_KO_FIRM}|{_KO_UNIT})$", "", name).strip()
        return (
            len(core) < 2
            or bool(_KO_GENERIC.match(core))
            or any(len(w) < 2 or _KO_GENERIC.match(w) for w in core.split()[-1:])
        )
    return bool(_GENERIC_LATIN.match(name)) and len(name.split()) < 3


def _at(kind: str, text: str, start: int, end: int, rule: str, weight: int) -> Finding:
    return Finding(kind, start, end, rule, f"firm.{letters_of(text[start:end])}", weight)
