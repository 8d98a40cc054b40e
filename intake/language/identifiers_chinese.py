"""People named in Chinese text who stand nowhere in the record."""

from __future__ import annotations

import re
from collections.abc import Iterator

from intake.language import commonwords, surnames, titles
from intake.language.findings import PATTERN, STRONG, Finding
from intake.language.skeletons import letters_of

_CHINESE_SURNAMES = (
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖萧田董袁潘于蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜"
    "崔钟鍾谭譚陆陸汪范金石廖贾賈夏韦韋付傅方白邹鄒孟熊秦邱江尹薛闫阎段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴覃武戴莫孔向汤湯朴玄安全南池卞池具车車池"
    "佟栾滕殷曲芦兰庞樊齐施牛温骆鲍祝柯管岳褚甘莫游盛冷迟宫单辛管栗邢衣解阮仲敬占祁丛修由初矫鞠"
    "廉元太片明洪权權申吉千延禹咸文柳裴辛奉印秋楚桂皮卓牟桑"
)
_SUR = "".join(sorted(set(_CHINESE_SURNAMES) | {h for hs in surnames.HANJA.values() for h in hs if len(h) == 1}))
_WEAK = frozenset("明方高安全文石白向于任和时时边明万南江林田水成严严连常东西金元太池千延何余许武段温单")
_SUR_STRONG = "王李张張刘劉陈陳杨楊赵趙吴吳周徐孙孫朱胡郭罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖萧董袁潘蒋蔣蔡杜叶葉苏蘇魏吕呂沈姚卢盧姜崔钟谭譚陆陸汪范廖贾賈韦韋邹鄒孟秦薛闫侯邵钱錢严嚴覃戴朴玄"
_TITLE = "|".join(sorted(map(re.escape, titles.CHINESE_TITLES), key=len, reverse=True))
_KIN = "|".join(sorted(map(re.escape, titles.CHINESE_KIN), key=len, reverse=True))
_HAN = "[\u3400-\u9fff]"
_STOP = "的了是在和与跟对把被给让叫说问答也都就还又很不没有个们这那哪谁我你他她它您着过得地之到从去来上下里外前后中间时候年月日天一二三四五六七八九十百千万几两每各等及或但而且因为所以如果"
_NAME = f"[{_SUR}](?:(?![{_STOP}]){_HAN}){{1,2}}"
_GIVEN = f"(?:(?![{_STOP}]){_HAN}){{2}}"
# Characters that given names are made of.
_GIVEN_SIGNS = (
    "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂兰玉珍香莲凤红梅华春燕玲云雪琴萍荣珠翠雅芝慧惠晶琳洁佳嘉琼勤莉贞妹姬美善子顺锦银恩今爱福花淑仙景善喜仁"
    "义信忠国建文志学新成东海山河江川林森峰岩松柏龙虎豹鹏飞翔宇宙浩博渊源深广福禄寿康宁安健祥瑞吉庆祖宗祚继承振兴旺盛隆昌荣贵富金银铜铁钢锋铭钧哲贤良俊彦才德"
    "仁义礼智信孝悌廉正直方圆光辉耀明亮晨曦旭昊天晴朗春夏秋冬雨雷电风霜露晓小大永长久远万千百双立树根本末先进步青年少勋功立业守诚实真善斌武勇毅威猛胜利民生"
    "相洙哲浩钟镐铉泰奎圭植基范烈烨奉律革命赫男女月星日虹莹颖婷婉嫣妍媛姝姗娅妮淳清澈波涛洪润泽淼"
)
_SIGN = f"[{''.join(sorted(set(_GIVEN_SIGNS)))}]"
_BARE = re.compile(
    rf"(?:(?<![\u3400-\u9fff])|(?<=[的是和跟把被让给对叫有由与请找问听见在到]))(?P<n>[{_SUR_STRONG}金李朴崔安全]{_SIGN}{{2}})"
    rf"(?!{_HAN}?[厂店市县镇村路街])"
)
_END = r"(?=[，。、；：！？,.;:!?”’」』\"\s）)]|的|了|是|在|和|与|跟|对|把|被|给|让|也|都|就|还|又|说|问|告诉|拿|有|去|来|从|不|没|那|手|家|病|牙|跑|死|哭|站|负责|带|送|帮|打|骂|讲|喊|躲|抱|递|写|坐|住|走|回|干|收|管|每|这|两|才|就|先|已|正|一|知道|偷偷|后来|$)"
_TITLED = re.compile(rf"(?P<n>[{_SUR}](?:(?![{_STOP}]){_HAN}){{0,2}}?(?:{_TITLE}))(?!{_HAN}?[们厂]|室|处|费|证)")
_PREFIXED = re.compile(
    rf"(?<![大中从最太很不窄缩变渺弱])(?P<n>[小老阿](?:[{_SUR_STRONG}]|[{_SUR}](?=[，。、；：！？,.;:!?”’」』\"\s]|的|了|是|在|和|跟|说|"
    rf"问|告诉|拿|屋|他|她|手|$)))"
    r"(?!学|孩|时|姐[，。]|板|师|乡|家|人|头|子|鼠|虎)"
)
_PREFIXED_GIVEN = re.compile(
    rf"(?P<n>小(?:(?![{_STOP}]){_HAN})[{'姬花英兰玉丽美红香芳莲淑顺姫娟珍玲霞雪梅燕琴凤仙善子今锦银恩贞珠月'}])(?=[，。爱说也就跟和在的是很喊哭不])"
)
_CALLED = re.compile(
    rf"(?:名叫|名字叫|叫做|叫作|叫|名字是|姓名是|名为|真名)(?P<n>[{_SUR}][一二三四五六七八九]|[{_SUR}]{_HAN}[万千百天明日月光年春秋]|{_NAME}|"
    rf"{_GIVEN})(?=[，。、；,.;”」\"]|的|，|$)"
)
_TITLE_NAME = re.compile(
    rf"(?:{_TITLE}|同事|工友|朋友|邻居|老乡|班里的?|姑娘|女工|服务员|工人)(?:是|就是|叫|名叫)?"
    rf"(?P<n>[{_SUR}]{_SIGN}{{2}}|{_NAME}{_END}|{_SIGN}{{2}}{_END})"
)
_KIN_NAME = re.compile(
    rf"(?<!小)(?:{_KIN})(?:叫|名叫|是)?(?P<n>{_NAME}|(?<=女儿|儿子|弟弟|妹妹|姐姐|哥哥|闺女|丈夫|妻子|媳妇|老婆|老公){_GIVEN}){_END}"
)
_SAID = re.compile(
    rf"(?<![\u3400-\u9fff])(?P<n>{_NAME})(?=说[：:，]|告诉我|问我|跟我说|对我说|对我们|递给|拿着|把我|让我|叫我)"
)
_VOCATIVE = re.compile(rf"[“「\"](?P<n>{_NAME}|{_GIVEN}|[小老阿][{_SUR}])(?=[，,！!、])")
_NICK = re.compile(
    r"(?:外号|绰号|都叫(?:他|她)|管(?:他|她)叫|我们叫(?:他|她)|人称)(?:叫|是)?[“「\"]?(?P<n>[\u3400-\u9fff]{2,4}?)(?=[”」\"，。、的,.]|$)"
)
_HELPER = re.compile(r"中介|蛇头|掮客|带路|牵线|帮(?:我|她们|他们)(?:逃|跑|走|出)|逃|接应|藏|偷渡|过江|办假|卖邀请函")


def find(text: str) -> Iterator[Finding]:
    """Names of people in Chinese, each with the sort of evidence there is."""
    for pattern, rule, weight in _RULES:
        for match in pattern.finditer(text):
            name = match["n"]
            if _word(name) or (rule in ("name.said", "title.name") and name[0] in _WEAK and len(name) < 3):
                continue
            kind = "FAMILY" if rule == "kin.name" else helper(text, match.start("n"), match.end("n"))
            yield Finding(kind, match.start("n"), match.end("n"), rule, f"name.{letters_of(name)}", weight)


_RULES = (
    (_TITLED, "surname.title", PATTERN),
    (_PREFIXED, "surname.prefix", PATTERN),
    (_PREFIXED_GIVEN, "name.prefix", PATTERN),
    (_CALLED, "name.called", STRONG),
    (_TITLE_NAME, "title.name", STRONG),
    (_BARE, "name.form", PATTERN),
    (_KIN_NAME, "kin.name", STRONG),
    (_SAID, "name.said", PATTERN),
    (_VOCATIVE, "name.vocative", STRONG),
    (_NICK, "nickname", STRONG),
)
_NOT_TITLED = re.compile(
    r"^(?:高级|安全|全部|全体|明白|文化|金属|万元|方面|任何|单位|时间|成员|严重|东北|和|白领|武装|江边|边境|林业|水产|石油|田间|江苏|何|常|连|全厂|全|万|余|高|向|任).{0,3}$"
    r"|^(?:路|方|时|成|边|单|安|和|连|同|元|千|万|余|温|常|水|何)(?:总|工|姐|哥|叔|嫂|姨|婶|董|经理|班长|主任|会计|领队|翻译|司机|保安|队长|组长)$"
)


def _word(name: str) -> bool:
    return any(name.startswith(w) for w in commonwords.CHINESE_NOT_NAMES) or bool(_NOT_TITLED.match(name))


def helper(text: str, start: int, end: int) -> str:
    """BROKER when the sentence speaks of brokers or of help on the way, else PERSON."""
    left = max(text.rfind(mark, max(0, start - 24), start) for mark in "。！？\n")
    right = min((at for mark in "。！？\n" if (at := text.find(mark, end, end + 20)) >= 0), default=end + 20)
    return "BROKER" if _HELPER.search(text, max(left + 1, start - 24), min(len(text), right)) else "PERSON"
