"""Chinese text: people by what others call them, relatives told of by name, numbers worn, births, rooms, places and firms as told.

The words around decide: verbs of calling with somebody as their object, an apposition that names a kinship, a number on a badge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from intake.language import chinesenames, commonwords, titles, towns
from intake.language.chinesenames import WORDS
from intake.language.findings import PATTERN, PLAIN, STRONG, Finding
from intake.language.identifiers_chinese import helper
from intake.language.skeletons import letters_of

_HAN = "[\u3400-\u9fff]"
_SUR = "".join(sorted(chinesenames.SURNAMES))
_KIN = "|".join(
    sorted(
        {
            *titles.CHINESE_KIN,
            *"大姨 二姨 三姨 小姨 姨夫 姨父 大姑 二姑 小姑 姑父 姑夫 大伯 伯父 伯母 大叔 二叔 三叔 小叔 婶婶 婶子 大舅 二舅 三舅 小舅 舅妈 舅母 小舅子 大舅子 小姨子 大姨子 小姑子 小叔子 大伯子 连襟 妯娌 公爹 婆婆 老丈人 丈母娘 岳父 "
            "岳母 亲家 干妈 干爹 干女儿 干儿子 大哥 二哥 三哥 大姐 二姐 三姐 大妹 二妹 小妹 大弟 二弟 小弟 堂兄 表兄 堂弟 表弟 堂姐 堂妹 表姐 表妹 外孙 外孙女 孙子 孙女 侄儿 侄女 侄子 外甥 外甥女 女婿 儿媳 儿媳妇 未婚夫 未婚妻 对象 老伴 男人 爱人".split(),
        },
        key=len,
        reverse=True,
    )
)
# What somebody is told to do begins like this, what somebody is called does not (叫我回去, 叫她铁算盘).
_DOING = "去来过回起出上下干做加写念站跪交拿打听说唱跳吃喝睡等坐走跑搬洗扫买带签背报学练看闭别不快先再赶把给到在也都还就要能会自进帮找跟和一这那什怎多少们了的着"
_CALLERS = r"(?:大家|我们|人家|别人|她们|他们|厂里人?|工人们?|姑娘们|女工们|女孩们|男工们|村里人?|街坊(?:邻居)?|同事们?|底下人|背后|私下里?|背地里?|暗地里?|偷偷|平时|从小|一直|全厂|宿舍里|都)"
_CALLED = re.compile(
    rf"{_CALLERS}[^，。！？；\n]{{0,6}}?(?:叫|喊|管|称呼|称)(?:他|她|我|那人|这人|那个人)(?:叫|作|做|为|是)?[“「\"]?(?P<n>(?![{_DOING}]){_HAN}{{2,5}}?)(?=[”」\"，。、；！？]|的(?!人|时))"
)
_GIVEN_NAME = re.compile(
    rf"(?:起了?(?:个|过)?|取了?(?:个|过)?|给的|改的|用的)[^，。！？；\n]{{0,8}}?(?:名字|名|外号|小名|花名|绰号|艺名|代号)[，：]?(?:就)?(?:叫|是)?[“「\"]?(?P<n>(?![{_DOING}]){_HAN}{{2,4}}?)(?=[”」\"，。、；！？])"
    rf"|(?:叫|名叫)(?P<m>(?![{_DOING}]){_HAN}{{2,5}}?)的(?:{_HAN}{{0,4}}?)(?:姑娘|男的|女的|女人|男人|小伙|老头|老太太|人|师傅|司机|工人|女工|经理|翻译|孩子|朋友|老乡|同事|阿姨|大姐)"
    rf"|(?:^|[，。；])(?P<w>(?![{_DOING}]){_HAN}{{2,4}})，(?:网上的名字|是?网名|是?外号|这是外号|都这么叫|大家都这么叫|人都这么叫|是个化名|化名)"
    rf"|(?:人|村里人|人家|人都)(?:叫|喊)(?P<v>(?![{_DOING}]){_HAN}{{2,4}}?)(?=[，。；])"
    rf"|(?:瘸子|胖子|瞎子|聋子|麻子|矮子|瘦子|光头|秃子|结巴|哑巴)(?P<k>[老小][{_SUR}])"
)
_SURNAMED = re.compile(
    rf"(?<!不)(?<!百)(?<!因为)(?<!贵)姓(?P<n>(?![名什氏啥甚谁哪何]){_HAN})(?=[，。、；,.;！？”]|的(?:人|男|女|老|师|司|经|同|小|大)|叫)"
)
_AFTER_PERSON = "还又都也来去把被让给带接送帮拿弄办替跟说问讲喊叫笑哭骂打看站坐走跑回到从在是的了，。、；：！？,.天一早没不会要想知自他她家开管帮答倒偷"
_PREFIXED = re.compile(
    rf"(?<![大中从最太很不窄缩变渺弱幼])(?P<n>[小老阿][{_SUR}])(?=[{_AFTER_PERSON}])(?!学|孩|姐|板|师|乡|家|人|头|子|鼠|虎)"
)
_STOP = "的了是在和与跟对把被给让叫说问答也都就还又很不没有个们这那哪谁我你他她它您着过得地之到从去来上下里外前后中间时候年月日天几两每各等及或但而且因为所以如果"
_SURE = "".join(sorted(chinesenames.SURE))
_GIVEN_SIGN = "".join(sorted(chinesenames.STRONG))
# 强哥, 胖婶; 小凤, 阿珍; 大刘; 本地人董大勇
_FAMILIAR = re.compile(
    rf"(?:(?<!{_HAN})|(?<=[的是和跟给对让叫找、]))(?:(?P<n>[{_GIVEN_SIGN}胖瘦黑](?:哥|姐|姨|婶|嫂|叔|妹子|丫头)|[小阿][{_GIVEN_SIGN}]|大[{_SURE}])(?=[{_AFTER_PERSON}修睡管记送调])(?!学|孩|时))"
    rf"|(?<=[人员师弟娘友妹])(?P<m>[{_SURE}](?![{_STOP}]){_HAN}[{''.join(sorted(chinesenames.TELLING))}])(?=[，。、；：！”])"
)
_NO_PREFIXED = frozenset(
    "小时 小米 小麦 小包 小河 小路 小石 小水 小毛 小花 小应 小车 小店 小费 小计 小步 小雪 小雷 小池 小田 小牛 小马 小康 小卖 小鱼 小单 小金 小平 小巴 小班 小官 小门 小房 小东 小海 小山 小江 小人 小心 小巨 小全 小成 小左 小强 "
    "老成 老相 老花 老大 老家 老旧 老金 老房 老官 老时 老海 老山 老东 老车 老水 老路 老门 老包 老全 老常 老连 老牛 老单 老安 老宿 老边 老有 老应 老计 老和 老于 老明 老元 老高 老师 阿爸 阿姨 阿妈 阿计".split()
) - {
    "小于",
    "老于",
    "老时",
    "小马",
    "小金",
    "老高",
    "老金",
    "老安",
    "老常",
    "老单",
    "小海",
    "小强",
    "小康",
    "小雷",
    "小雪",
}
_FULL = f"[{_SUR}](?:(?![{_STOP}]){_HAN}){{1,2}}"
_FAMILY = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:男朋友|女朋友|对象|未婚夫|未婚妻|男人|女人)(?:名字)?(?:叫|是)(?P<n>{_FULL})(?=[，。！？；])",
        rf"我(?:的)?(?:老丈人|丈母娘|表哥|表弟|表姐|表妹|堂哥|堂弟|连襟|小舅子|大舅子|小姨子|公公|婆婆|岳父|岳母|大伯|二叔|三叔|大姨|二姨|外甥|侄子)(?P<n>{_FULL}?)(?=[，。！？；]|给|在|是|也|就|去|跟|从|看|帮|当|把|说|让)",
        rf"(?:我那口子|孩子(?:他|她|的)?[爸妈爹娘]|我家那位|当家的|那口子|我们家那位)(?:叫)?(?P<n>[老小][{_SUR}]|{_FULL}?)(?=[，。！？；]|不|在|是|也|就|嫌|说|让|管|跟|从|没|给|把|当|跑|开)",
        rf"(?:闺女|女儿|儿子|弟弟|妹妹|哥哥|姐姐|侄子|侄女|外甥|外甥女|孙子|孙女|丫头|小子)(?:叫)?(?P<n>{_FULL}?)(?=念|读|考|干|种|养|娶|嫁|跑|当|今|去|正|才|刚|上)",
        rf"(?:{_KIN})(?:的)?名字[^。！？\n]{{0,10}}[，：](?:叫)?(?P<n>{_FULL})(?=[，。！？；])",
        rf"(?:{_KIN})(?:的)?(?:大名|小名|名字|本名)(?:叫|是)(?P<n>(?![{_DOING}]){_HAN}{{2,4}}?)(?=[，。！？；])",
        rf"(?P<n>{_FULL})，(?:他|她|那|这)?(?:也|就)?是(?:我|俺|我们)(?:的)?[^，。！？]{{0,8}}?(?:远房|亲戚|本家|{_KIN})(?=[，。！？；]|亲戚)",
        rf"(?:{_KIN})家的?(?:孩子|儿子|女儿|闺女|小子|丫头|老大|老二|媳妇)(?:叫)?(?P<n>{_FULL})(?=[，。！？；]|在|是|现|也|就)",
        rf"(?<!小)(?:儿子|女儿|闺女|弟弟|妹妹|孙子|孙女|外孙|侄子|侄女|外甥|外甥女|孩子)(?:叫)?(?P<n>[小阿](?![{_STOP}姐哥弟妹孩时学]){_HAN})(?=[，。！？；]|在|是|现|也|就|今|还|才|刚|上|跟|说|问|有|没|要|病|[一二三四五六七八九十])",
        rf"(?:我|俺|她|他)(?:亲)?(?:哥|弟|姐|妹|舅|叔|姑|姨|爸|妈|爷|奶|嫂)(?P<n>(?:(?![{_STOP}{_DOING}家夫哥弟姐妹爷奶妈爸舅叔姑姨婆娘父母]){_HAN}){{2,3}}?)(?=在|是|，|现|也|就|从|给|跟|当|开|有)",
    )
)
_DIGITS = "[零〇一二三四五六七八九十百幺洞拐]"
_NUMBER = rf"(?:[A-Z]{{0,2}}-?\d{{1,6}}(?:-\d{{1,5}})?|{_DIGITS}{{2,7}})"
_WORN = r"(?:布条|袖标|胳膊|胸前|号码布|牌子|胸牌|工牌|名牌|帽子|衣服|工服|工装|名册|花名册|名单|床头|背后|袖子|号牌|登记本)"
_NUMBERS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?:最后|末尾|尾|后)(?:[两三四五六]位|尾数|号)(?:数|数字)?(?:是|为|：|，)?(?P<n>\d{2,6}|[零〇一二三四五六七八九幺]{3,6})(?![年月日点\d])",
        r"(?:编号|工号|号码?|牌号)从(?P<n>\d{2,5})",
        r"(?:柜子?号|床号|床位号?|胸卡号|饭卡号|卡号|座号)(?:是|为|：)?(?P<n>\d{1,6})(?![\d年月日])",
        rf"(?:她|他|我)叫(?P<n>{_NUMBER}号)(?=[，。；])",
        r"(?:编号|工号|号码?|牌号)从\d{2,5}号?(?:到|排到|至)(?P<n>\d{2,5})",
        r"(?:护照|证件?|本子|签证|本)[^。！？\n]{0,28}号码?[^。！？\n\d]{0,10}[，：:是]\s?(?P<n>\d[\d\s-]{4,14}\d)(?![\d年月日块元])",
        rf"(?:叫|喊|管)(?:我|他|她|你)(?:叫)?(?:第)?(?P<n>{_NUMBER}号)(?=[，。；！？”])",
        rf"{_WORN}[^。！？\n]{{0,12}}?(?:写着?|印着?|缝着?|绣着?|是|贴着?|钉着?)(?:第)?(?P<n>{_NUMBER}号?)(?=[，。；！？”])",
        rf"(?:{_WORN}|缝着号|编号|工号|点名)[^。！？\n]{{0,14}}?(?:我|她|他)(?:排|是|就是|编号)?(?:第)?(?P<n>{_NUMBER}号?)(?=[，。；！？”])",
        r"(?:尾号|号码|护照号|工号|编号|证号|警号|学号)(?:是|为|：|，)?(?P<n>[零〇一二三四五六七八九幺洞拐]{3,12})(?![年月日号点块百千万])",
        rf"(?:我|她|他)(?:的)?(?:编号|工号|号)(?:是|：)?(?P<n>{_NUMBER}号?)(?=[，。；！？”])",
    )
)
_YEAR = r"(?:(?:19|20)?\d\d|[零〇一二三四五六七八九]{2,4}|主体(?:\d{2,3}|[一二三四五六七八九十百]{2,5}))年"
_DAY = r"(?:\d{1,2}|[一二三四五六七八九十廿卅初]{1,3})"
_BIRTHS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:{_YEAR}的?，?)?属(?:小)?[鼠牛虎兔龙龍蛇马馬羊猴鸡雞狗猪豬](?!于)",
        rf"{_YEAR}(?:{_DAY}月份?(?:{_DAY}[日号]?)?)?(?=那天?生|生(?!活|产|意|病|气|日|怕|火|效|物|存)|出生)(?:生人|出生|生(?=[，。的]))?",
        r"(?<=[我她他是])(?:19)?[四五六七八九\d][零〇一二三四五六七八九\d]年(?=的[，。])",
        rf"(?<!\d){_DAY}月{_DAY}[日号]?(?=生的|出生|生人)",
    )
)
_ROOMS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<![\d.])\d{3,4}(?:房|室)(?!间)",
        r"(?:屋|房间|宿舍|寝室|房号|门牌|门上)(?:号)?(?:是|在|写着)?(?P<n>[零〇一二三四五六七八九幺]{3,4})(?=[，。；住的])",
        r"(?:住|隔壁|房间|房号|门牌|家)(?:是|在|号)?(?P<n>\d{1,2}-\d{2,4})(?=[，。；])",
        r"(?<=[楼层])\d{3,4}(?=的|，|。|室|房|号|那|里|、|；)(?:室|房|号)?",
        rf"(?:{_DIGITS}{{1,3}}|\d{{1,3}})(?:号楼|栋|幢|座)(?:(?:{_DIGITS}{{1,3}}|\d{{1,2}})(?:单元|门|层|楼))?(?:{_DIGITS}{{2,4}}|\d{{2,4}})(?:室|房|号|户)?",
    )
)
_DAYS = re.compile(
    r"\d{1,2}月的?[一二三四五六七八九十廿]{1,3}[号日]|(?:(?<=就是)|(?<=正是)|(?<=记得是))(?:\d{1,2}|[一二三四五六七八九十廿]{1,3})号(?=[，。])|(?<![\d.])\d{1,2}[.·]\d{1,2}(?=那天|当天|这天|晚上|夜里|早上|前一天|后一天)"
)
_PLACES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<n>(?:咸镜[南北]|平安[南北]|黄海[南北]|两江|慈江|江原)道(?:(?![的]){_HAN}){{2,3}}郡)",
        rf"(?:(?<=[在到去从住])|(?<=老家))(?P<n>(?:(?![在去到的从是我你他她住这那哪一两几个]){_HAN}){{2,3}}(?:沟|湾|岭|甸子|窝棚|堡|坨子?|洼|崴子|岗|营子|台子|洞子))(?=一|的|，|。|那|村|里|住|躲)",
        rf"(?:叫|名叫|叫做)(?P<n>(?![什这那哪我你他她一]){_HAN}{{2,5}}?)的(?:一个)?(?:小|大|偏|穷|边境)?(?:地方|村|屯|镇|渔村|山村|村子|屯子|岛|山沟|里|郡|县|林场|乡)",
        rf"(?:(?<=[在去到住是从，。、；：“家])|^)(?P<n>(?:(?![在去到的从是我你他她住这那哪一两几每全各本整个进出回]){_HAN}){{2,4}}(?:镇|乡|屯|旗|苏木|嘎查|郡))(?=那边|那头|的|，|。|人|里|上|放|住|下面|附近|东|西|南|北)",
        rf"(?<=在)(?P<n>(?:(?![在去到的从是我你他她住这那哪一两几每全各本整个]){_HAN}){{1,3}}县)(?=那边|那头|的|，|。|人|住|下面|附近)",
    )
)
_NO_PLACE = re.compile(
    r"(?:农村|乡村|城镇|山村|全村|本村|同村|老乡|家乡|故乡|同乡|小镇|他乡|回乡|下乡|红旗|国旗|锦旗|升旗|打旗|彩旗|村镇)$"
)
_FIRMS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:(?<=[在去到是进从])|(?<=[，。：“]))(?P<n>(?:(?![在去到的从是我你他她个所一那这]){_HAN}){{2,8}}(?:职业技术学校|技术学校|职业学校|技工学校|职业学院|技术学院|学院|大学|培训学校|培训中心|研修中心|铁矿|煤矿|金矿|钢厂|制铁所|炼油厂|纺织厂))",
        rf"(?:平壤|清津|咸兴|新义州|元山|罗先|开城|南浦|惠山)的?(?P<n>(?:(?![的一]){_HAN}){{2,4}}(?:馆|阁|商店|食堂|百货|印刷厂|医院))(?=[，。；、的上干当])",
        rf"(?:招牌|门头|牌匾|大门口?的?牌子|牌子)上?(?:写着|写的是|是|挂着)[“「\"](?P<n>{_HAN}{{2,10}})[”」\"]",
        rf"(?:厂名|店名|公司名字?|厂子|店|饭店|饭馆|公司|工厂|作坊|农场|冷库)(?:的)?(?:名字|名)?(?:就)?(?:是叫|名叫|叫做|叫|是)[“「\"]?(?P<n>(?![{_DOING}国私外合朝韩中]){_HAN}{{2,8}}?)[”」\"]?(?=，|。|；)",
    )
)
_UNIT = re.compile(
    rf"(?:(?:公司|单位|组织|派出单位|总部|派[我她他]们[^，。]{{0,6}}的|管[我她他]们的)(?:是|叫|名叫)|归|属于|隶属于?)(?P<n>{_HAN}{{2,10}}?(?:贸易|会社|总会社|总局|建设|指导局|事业所|交流社|服务社|合作社|总公司|连队|大队)(?:[第一二三四五六七八九十\d]{{1,4}}(?:大队|中队|事业所|分社))?)(?=[，。；、的管派]|领导)"
)
_GENERAL = re.compile(r"(?:人|的|厂|公司|饭店|单位|老板|夫妻|国营|私营|合资|开的|办的|好|大|小|多|少|钱)$")


def find(text: str) -> Iterator[Finding]:
    """People, numbers, births, days, rooms, places, firms and units that wordings of these kinds give away."""
    yield from _people(text)
    for kind, head, rule, weight, patterns in _PLAIN:
        for pattern in patterns:
            for match in pattern.finditer(text):
                group = "n" if "n" in pattern.groupindex else 0
                yield _made(kind, head, text, *match.span(group), rule, weight)
    yield from _places(text)


_PLAIN = (
    ("ID_NUMBER", "number", "number.worn", PLAIN, _NUMBERS),
    ("BIRTH_DATE", "birth", "birth", PLAIN, _BIRTHS),
    ("ADDRESS", "place", "address.room", PLAIN, _ROOMS),
    ("EXACT_DATE", "day", "date", PATTERN, (_DAYS,)),
    ("UNIT", "firm", "unit.told", STRONG, (_UNIT,)),
)


def _places(text: str) -> Iterator[Finding]:
    for pattern in _PLACES:
        for match in pattern.finditer(text):
            name = match["n"]
            if not (towns.is_wide(name) or _NO_PLACE.search(name) or name in WORDS):
                yield _made("SMALL_PLACE", "place", text, *match.span("n"), "place.told", PLAIN)
    for pattern in _FIRMS:
        for match in pattern.finditer(text):
            if not (_GENERAL.search(match["n"]) or match["n"] in WORDS or towns.is_wide(match["n"])):
                yield _made("WORKPLACE", "firm", text, *match.span("n"), "firm.told", PATTERN)


def _people(text: str) -> Iterator[Finding]:
    for pattern in (_CALLED, _GIVEN_NAME):
        for match in pattern.finditer(text):
            group = next(each for each, value in match.groupdict().items() if value)
            if not _word(match[group]):
                yield _named(text, *match.span(group), "nickname", STRONG)
    for match in _SURNAMED.finditer(text):
        yield _named(text, *match.span("n"), "surname.alone", STRONG)
    yield from _familiar(text)
    for match in _PREFIXED.finditer(text):
        if match["n"] not in _NO_PREFIXED and text[match.start("n") + 1 : match.end("n") + 1] not in WORDS:
            yield _named(text, *match.span("n"), "surname.prefix", PATTERN)
    for pattern in _FAMILY:
        for match in pattern.finditer(text):
            if not _word(match["n"]):
                yield _made("FAMILY", "name", text, *match.span("n"), "kin.name", STRONG)


def _familiar(text: str) -> Iterator[Finding]:
    for match in _FAMILIAR.finditer(text):
        group = match.lastgroup or "n"
        if (
            match[group] not in WORDS
            and match[group] not in titles.CHINESE_TITLES
            and match[group] not in titles.CHINESE_KIN
        ):
            yield _named(text, *match.span(group), "name.familiar", PATTERN)


_NOT_NAMES = tuple(sorted(commonwords.CHINESE_NOT_NAMES))


def _word(name: str) -> bool:
    return name in WORDS or name.startswith(_NOT_NAMES) or name in titles.CHINESE_TITLES or name in titles.CHINESE_KIN


def _named(text: str, start: int, end: int, rule: str, weight: int) -> Finding:
    return _made(helper(text, start, end), "name", text, start, end, rule, weight)


def _made(kind: str, head: str, text: str, start: int, end: int, rule: str, weight: int) -> Finding:
    return Finding(kind, start, end, rule, f"{head}.{letters_of(text[start:end])}", weight)
