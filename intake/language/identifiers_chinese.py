"""People named in Chinese text who stand nowhere in the record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from intake.language import chinesenames, commonwords, identifiers_chinese_forms, titles
from intake.language.findings import PATTERN, STRONG, Finding
from intake.language.skeletons import letters_of

_SUR = "".join(sorted(chinesenames.SURNAMES))
_SUR2 = "|".join(chinesenames.DOUBLE)
_WEAK = frozenset("明方高安全文石白向于任和时时边明万南江林田水成严严连常东西金元太池千延何余许武段温单")
_SUR_STRONG = "".join(sorted(chinesenames.SURE))
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
_TITLED = re.compile(
    rf"(?P<n>(?:{_SUR2}|[{_SUR}])(?:(?![{_STOP}]){_HAN}){{0,2}}?(?:{_TITLE}))(?!{_HAN}?[们厂]|室|处|费|证)"
)
# 姓卞, 姓洪的女的, 姓尹: the surname alone
_SURNAMED = re.compile(
    rf"(?<!因为)(?<!不)(?<!百)(?:都|也|是|只)?姓(?P<n>{_SUR2}|[{_SUR}])(?=[，。、；,.;的！？!?”\s]|叫|名|大家|我们|是|在|他|她|，|$)"
)
# 崔三姨, 瘸子李, 王家嫂子, 三姨 where somebody is called that
_BYNAME = re.compile(
    rf"(?P<n>(?:[{_SUR}](?:家)?(?:大|二|三|四|五|六|七|老|小)(?:姨|姑|叔|爷|妈|婶|嫂|哥|姐|舅|娘|伯|爹|奶|胖子|瘸子|麻子)"
    rf"|[{_SUR}]家(?:媳妇|嫂子|大嫂|大娘|老太太|老二|老大|老三|大哥|婶子|奶奶)"
    rf"|(?:瘸子|胖子|瞎子|聋子|麻子|矮子|瘦子|疤脸|独眼|光头|秃子|大胡子|大个儿?|大头|黑子|老鬼|小四川|老山东)[{_SUR}]|[{_SUR}](?:胖子|瘸子|瞎子|麻子|瘦子|光头|大个儿?|大头|矮子|老大|老二|老三|老四|老五|老六)"
    rf"|(?<![\u3400-\u9fff])(?:大|二|三|四|五|六|老)(?:姨|姑|叔|爷|婶|舅|嫂)(?=在|带|帮|给|把|让|说|来|接|，|等|、|跟|又|就)))"
)
# 老鬼接走的, 阿布是, 带我的人叫小平头
_NICKED = re.compile(
    r"(?P<n>老(?![板师人乡家婆公实是百头爷天早年化样大二三式弱伴])[\u3400-\u9fff](?=接|带|送|领|说|让|给|把|来|在|跟|也|就|他|，))"
    r"|(?<![\u3400-\u9fff])(?P<a>阿(?![姨里爸妈公婆拉尔富根])[\u3400-\u9fff])(?=是|，|。|带|说|给|和|把|来|、)|(?<=[跟托叫找和给让])(?P<b>阿(?![姨里爸妈公婆拉尔富根])[\u3400-\u9fff])"
    r"|(?:的人|那人|男的|女的|师傅|司机|老乡|中间人|带路的|接头的|那家伙)(?:叫|外号|名叫|自称)[“「]?(?P<c>(?!什么|我|他|她|做|不)[\u3400-\u9fff]{2,4})(?=[”」]?[，。；、])"
)
_CALLED_AS = re.compile(
    r"(?:(?:我们|大家|人家|她们|他们|别人|厂里|工人|姑娘们|都|圈里|村里|同事)(?:都)?(?:喊|叫|管)(?:我|他|她|作|做|那人)?(?:叫)?|外号(?:叫|是)?|绰号(?:叫|是)?|小名(?:叫|是)?|艺名(?:叫|是)?|化名(?:叫|是)?|网名(?:叫|是)?|人送外号|人称|自称)"
    r"[“「\"‘]?(?P<n>(?![他她我们做作的了过来去])[\u3400-\u9fffA-Za-z]{2,5}?)(?=[”」\"’，。、；]|$)"
)
_PREFIXED = re.compile(
    rf"(?<![大中从最太很不窄缩变渺弱])(?P<n>[小老阿](?:[{_SUR_STRONG}]|[{_SUR}](?=[，。、；：！？,.;:!?”’」』\"\s]|的|了|是|在|和|跟|说|"
    rf"问|告诉|拿|屋|他|她|手|$)))"
    r"(?!学|孩|时|姐[，。]|板|师|乡|家|人|头|子|鼠|虎)"
)
_GIVEN_AUNT = re.compile(
    rf"(?<![\u3400-\u9fff{_SUR}])(?P<n>{_SIGN}{{2}}(?:大婶|大姐|大妈|阿姨|大叔|大爷|大哥|姐|哥|嫂子|嫂|婶|奶奶|爷爷|妹妹))|(?<=[的和跟、是])(?P<m>{_SIGN}{{2}}(?:大婶|大姐|大妈|阿姨|大叔|大爷|大哥|姐|嫂子|嫂|婶))"
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
_HELPER = re.compile(
    r"中介|蛇头|掮客|带路|牵线|帮(?:我|她们|他们|我们)?(?:逃|跑|走|出)|逃|接应|藏|偷渡|过江|办假|卖邀请函|躲|护送|送我|带我|接我|等我|收留|换了|牧师|传教|教会|线人|人贩|捎我|领我"
    r"|(?:手续|签证|护照|证)[^。！？\n]{0,14}(?:弄的|给?办的|给办|搞的|跑的)|(?:办|弄|搞|跑)(?:的)?(?:手续|签证|护照)|续(?:了一回|签|了签)|提成|中介费|好处费|手续费|抽走|介绍(?:活|工|了?我|她们|我们)|帮我找|找的车|雇的?车"
    r"|送(?:我|她们|他们|到了?边|过江|过境|过去|出境)|把我(?:藏|送|带|接|拉|背)|藏在|在路边等|做的?假|假(?:证|护照|身份证)|买通|打通|替我(?:买|办|找)|给我指|掩护|接头|卖(?:到|给)|电话里说|买的?票|中间人|办事的|跑这|这条线|一条线|[一每]人收|收了?(?:我|她|他)?[一二两三四五六七八九十几\d]+[百千万]|联系的?(?:了)?(?:车|船|人)|带到(?!厂|车间|派出所)|领着?我|过河|把我们[^，。]{0,10}(?:带|送|接|领)"
)


def find(text: str) -> Iterator[Finding]:
    """Names of people in Chinese, each with the sort of evidence there is."""
    for each in (*identifiers_chinese_forms.find(text), *identifiers_chinese_forms.foreign(text)):
        yield replace(each, kind=helper(text, each.start, each.end))
    for pattern, rule, weight in _RULES:
        for match in pattern.finditer(text):
            group = next(each for each, value in match.groupdict().items() if value)
            name = match[group]
            if _word(name) or (rule in ("name.said", "title.name") and name[0] in _WEAK and len(name) < 3):
                continue
            kind = "FAMILY" if rule == "kin.name" else helper(text, *match.span(group))
            yield Finding(kind, *match.span(group), rule, f"name.{letters_of(name)}", weight)


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
    (_SURNAMED, "surname.alone", STRONG),
    (_BYNAME, "name.byname", STRONG),
    (_GIVEN_AUNT, "name.aunt", PATTERN),
    (_CALLED_AS, "nickname", PATTERN),
    (_NICKED, "nickname", PATTERN),
)
_NOT_TITLED = re.compile(
    r"^(?:高级|安全|全部|全体|明白|文化|金属|万元|方面|任何|单位|时间|成员|严重|东北|白领|武装|江边|边境|林业|水产|石油|田间|江苏|国家|国营|公司|公安|原来|连队|海关|华侨|后勤|计划|"
    r"相关|左右|连同|都是|房产|水电|通行|司法|申请|包工|成了|时任|前任|有个|有位|那个|这个).{0,3}$"
    r"|^(?:路|时|成|边|单|安|和|连|同|元|千|万|余|温|常|水|何|向|任|全|都|相|包|能|后|原|海|国|公|由|解|应|有|占|仲|计|修|官|商|房|强|巨|步|可|战|盖|于|关|左|经|通|司|信|法)"
    r"(?:总|工|姐|哥|叔|嫂|姨|婶|董|司机|保安|同志|老板|师傅|代表|老师|大哥|大姐|阿姨|先生|小姐|女士|姐姐|哥哥)$"
    r"|^(?:全|都|向|任|和|同|由|连|万|千|时|有|能|后|各|于|左|应|可|强)(?:经理|班长|主任|会计|领队|翻译|队长|组长|部长|厂长|科长|局长|处长|社长|团长|指导员|书记|医生|大夫|律师)$"
)


_NOT_NAMES = (
    *sorted(commonwords.CHINESE_NOT_NAMES),
    *"什么 干什么 那边 这边 小时 小伙 不来 老伴 国组 查成 的秤 柴针 能听 大巴 党的".split(),
)


def _word(name: str) -> bool:
    return name in chinesenames.WORDS or name.startswith(_NOT_NAMES) or bool(_NOT_TITLED.match(name))


_CLERGY = re.compile(r"(?:牧师|传道|执事|修女|神父|长老|传教士|宣教士)$")


def helper(text: str, start: int, end: int) -> str:
    """BROKER for clergy, and when the sentence speaks of brokers or of help on the way, else PERSON."""
    if _CLERGY.search(text, max(start, end - 4), end):
        return "BROKER"
    left = max(text.rfind(mark, max(0, start - 30), start) for mark in "。！？\n")
    named = re.search(r"(?:姓|外号|绰号|化名)[“「]?$", text[max(0, start - 3) : start])
    if named or re.match(r"那个|那人|那家|这个|这人|中间人|对方", text[left + 1 : left + 4]):
        # 那个旅行社的人姓郎: who is pointed at was told of in the sentence before.
        left = max(text.rfind(mark, max(0, left - 40), max(0, left)) for mark in "。！？\n")
        first = left + 1
    else:
        first = max(left + 1, start - 30)
    right = min((at for mark in "。！？\n" if (at := text.find(mark, end, end + 30)) >= 0), default=end + 30)
    return "BROKER" if _HELPER.search(text, first, min(len(text), right)) else "PERSON"
