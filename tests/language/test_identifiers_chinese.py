"""Chinese wordings that give somebody away, each class in several sentences, and sentences beside them that do not."""

from __future__ import annotations

import pytest

from intake.language.identifiers import suggest


def made(text: str) -> set[tuple[str, str]]:
    return {(each.kind, each.quote) for each in suggest({"language": "zh-CN", "narrative": text})}


def covered(text: str, quote: str, *kinds: str) -> bool:
    """Whether one suggestion of these kinds holds the quote and little more."""
    return any(kind in kinds and quote in each and len(each) <= 2 * len(quote) + 2 for kind, each in made(text))


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("派出所的小于还问我课堂在哪儿。", "小于"),
        ("开车的老时又来了一趟。", "老时"),
        ("大家背后叫她铁算盘。", "铁算盘"),
        ("我们私下里都管他叫活阎王。", "活阎王"),
        ("姑娘们偷偷喊他猫头鹰。", "猫头鹰"),
        ("厂里人都叫他冯大嘴，爱说话。", "冯大嘴"),
        ("门卫外号叫秤砣，天天坐着。", "秤砣"),
        ("还有一个外号小土豆的姑娘。", "小土豆"),
        ("我给她起了个蒙古名字，叫乌兰。", "乌兰"),
        ("她给我起的名字叫小荷，我挺喜欢。", "小荷"),
        ("有个胖子，人家喊他大老黑。", "大老黑"),
        ("那个翻译姓岳，人挺好。", "岳"),
        ("他自己说姓葛，真假不知道。", "葛"),
        ("隔壁的祁大爷看见了。", "祁大爷"),
        ("送煤的瘸子老齐天天来。", "老齐"),
        ("她叫朴银实，会画画。", "朴银实"),
        ("有个弹琴的叫韩雪花，说一个月给她五百。", "韩雪花"),
        ("领头的我认识，是我丈夫的表弟苏和。", "苏和"),
        ("工人们都怕孔瘸子。", "孔瘸子"),
        ("卖菜的王二嫂问过我。", "王二嫂"),
        ("还有个叫萨仁的蒙古姑娘。", "萨仁"),
        ("带班的强哥开叉车，没骂过人。", "强哥"),
        ("小凤跟我同屋。", "小凤"),
        ("我和阿珍睡上铺。", "阿珍"),
        ("车间主任是本地人董大勇，脾气大。", "董大勇"),
        ("听春香说，钱都扣了。", "春香"),
        ("我把成玉的信带出来了。", "成玉"),
        ("大家叫她老班长，其实不老。", "老班长"),
        ("俄国司机瓦洛佳也看见了。", "瓦洛佳"),
    ],
)
def test_somebody_called_something(text: str, quote: str) -> None:
    assert covered(text, quote, "PERSON", "BROKER", "FAMILY")


@pytest.mark.parametrize(
    "text",
    [
        "大家都叫苦，可是没办法。",
        "我们管那天叫晒太阳。",
        "她们把这个叫过江。",
        "小时候我就爱唱歌。",
        "老伴在一楼开店。",
        "父亲干什么、谁担的保，都写着。",
        "大家管这种活叫计件。",
        "小伙子长得不错。",
    ],
)
def test_things_called_something(text: str) -> None:
    assert not [each for each in made(text) if each[0] in ("PERSON", "BROKER", "FAMILY")]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("那一批的手续是老板的表弟小霍弄的。", "小霍"),
        ("托呼和浩特一个旅行社续了签，那个人姓郎，每次都白吃一顿。", "郎"),
        ("中间牵线的叫郝三儿，从我这儿抽走四千。", "郝三儿"),
        ("签证都是老葛给办的，一个人收八百。", "老葛"),
        ("拉蛤蜊的司机，外号黑子，在路边等我。", "黑子"),
        ("给我们介绍活的是曲经理，要提成。", "曲经理"),
        ("后来是刘姐帮我找的车，把我送到昆明。", "刘姐"),
        ("一个姓裴的老太太把我藏在菜窖里。", "裴"),
        ("护照是找一个叫老猫的人做的假的。", "老猫"),
        ("教会的金执事收留了我半年。", "金执事"),
    ],
)
def test_who_helped_or_dealt(text: str, quote: str) -> None:
    assert covered(text, quote, "BROKER")


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("她爷爷的名字我还记得，韩泰顺，很少见。", "韩泰顺"),
        ("看见民兵队长吉哲万，他是我妈那边的远房。", "吉哲万"),
        ("他闺女叫安明珠，名字是他写给我看的。", "安明珠"),
        ("我哥巴图在旗里放羊。", "巴图"),
        ("我表妹柳英子也在那个厂。", "柳英子"),
        ("我大姨家的孩子郑国哲，现在当兵。", "郑国哲"),
        ("我儿子小宇现在念高中。", "小宇"),
        ("她妹妹名字叫银河，在清津。", "银河"),
    ],
)
def test_relatives_named(text: str, quote: str) -> None:
    assert covered(text, quote, "FAMILY")


@pytest.mark.parametrize(
    ("text", "kind", "quote"),
    [
        ("有一本掉了，号码念给我听，745 6620 31，我记在墙上。", "ID_NUMBER", "745 6620 31"),
        ("我的工号是041，到现在还记得。", "ID_NUMBER", "041"),
        ("护照号我背得下来，108834562。", "ID_NUMBER", "108834562"),
        ("我记得第一本的号码，836205174。", "ID_NUMBER", "836205174"),
        ("胸前的牌子上写着五十七号，就是我。", "ID_NUMBER", "五十七号"),
        ("在名册上我是第三十一号。", "ID_NUMBER", "三十一号"),
        ("他们不叫名字，叫我一百零八号。", "ID_NUMBER", "一百零八号"),
        ("护照尾号是七七四九。", "ID_NUMBER", "七七四九"),
        ("帽子上缝着号，我是217。", "ID_NUMBER", "217"),
        ("居留许可的编号是K-30952。", "ID_NUMBER", "K-30952"),
        ("我编号64，她编号65。", "ID_NUMBER", "65"),
        ("身份证我就不报了，五六年属猴的。", "BIRTH_DATE", "五六年属猴"),
        ("我是九三年五月二十七生的。", "BIRTH_DATE", "九三年五月二十七"),
        ("我八七年生人。", "BIRTH_DATE", "八七年生人"),
        ("她是1990年出生的。", "BIRTH_DATE", "1990年出生"),
        ("我属羊，今年正好本命年。", "BIRTH_DATE", "属羊"),
        ("那个姑娘跟我同一天生日，八月十九。", "BIRTH_DATE", "八月十九"),
        ("我生日是腊月初八。", "BIRTH_DATE", "腊月初八"),
        ("我是二〇〇一年七月生的。", "BIRTH_DATE", "二〇〇一年七月"),
        ("主体八十五年出生。", "BIRTH_DATE", "主体八十五年出生"),
        ("三月十一号到的。", "EXACT_DATE", "三月十一号"),
        ("腊月二十六那天冻裂了。", "EXACT_DATE", "腊月二十六"),
        ("2019年中秋节的第二天跑的。", "EXACT_DATE", "2019年中秋节的第二天"),
        ("正月初九那天出的事。", "EXACT_DATE", "正月初九"),
        ("六月十四晚上到的，下着雨。", "EXACT_DATE", "六月十四"),
        ("是二〇二〇年一月二十七走的。", "EXACT_DATE", "二〇二〇年一月二十七"),
        ("9.18那天，厂里放了假。", "EXACT_DATE", "9.18"),
        ("五一前两天来检查的。", "EXACT_DATE", "五一前两天"),
        ("阴历七月十五夜里。", "EXACT_DATE", "阴历七月十五"),
        ("18年10月3号出来的。", "EXACT_DATE", "18年10月3号"),
        ("二十三号那天早上，她不见了。", "EXACT_DATE", "二十三号"),
        ("四楼407的墙上有划痕。", "ADDRESS", "407"),
        ("地点别写，二道胡同九号，一听就知道。", "ADDRESS", "二道胡同九号"),
        ("前进路丙12号三单元，我去过。", "ADDRESS", "前进路丙12号三单元"),
        ("他姥姥住光明胡同6号。", "ADDRESS", "光明胡同6号"),
        ("住在幸福小区3号楼二单元501。", "ADDRESS", "幸福小区3号楼二单元501"),
        ("宿舍是后院二号楼三零五室。", "ADDRESS", "二号楼三零五室"),
        ("厂子门牌是工农街甲八号。", "ADDRESS", "工农街甲八号"),
        ("我们屋是三层312。", "ADDRESS", "312"),
        ("在一个叫洗浦的地方放过羊。", "SMALL_PLACE", "洗浦"),
        ("我男人在朱日和镇那边放羊。", "SMALL_PLACE", "朱日和镇"),
        ("老家在三岔口镇。", "SMALL_PLACE", "三岔口镇"),
        ("老家瓮津，海西里，开门就是海。", "SMALL_PLACE", "海西里"),
        ("一个叫黑瞎子沟的小村子。", "SMALL_PLACE", "黑瞎子沟"),
        ("躲在凉水镇庆荣村。", "SMALL_PLACE", "庆荣村"),
        ("我家在和龙县那边。", "SMALL_PLACE", "和龙县"),
        ("厂子叫锦绣年华服饰，就在后街。", "WORKPLACE", "锦绣年华服饰"),
        ("饭店叫雪岭馆，在口岸。", "WORKPLACE", "雪岭馆"),
        ("我们那个厂子名叫鑫海源，做扇贝。", "WORKPLACE", "鑫海源"),
        ("招牌上写着“牡丹峰”，其实是个冷面店。", "WORKPLACE", "牡丹峰"),
        ("厂名是金达莱制衣。", "WORKPLACE", "金达莱制衣"),
        ("打给白松贸易会社。", "UNIT", "白松贸易会社"),
        ("公司是大同江水产贸易。", "UNIT", "大同江水产贸易"),
        ("派我们出来的是银河贸易总会社。", "UNIT", "银河贸易总会社"),
    ],
)
def test_numbers_days_and_places(text: str, kind: str, quote: str) -> None:
    assert covered(text, quote, kind)


@pytest.mark.parametrize(
    "text",
    [
        "东西在抽屉里。",
        "放在我锅炉房里。",
        "食堂里贴着规定。",
        "国门离我们厂四公里。",
        "一天三百二十七斤。",
        "手机里有照片。",
        "每个月十五号发工资。",
        "工资厂里按两千六算。",
        "不许出厂门。",
    ],
)
def test_things_in_general(text: str) -> None:
    assert not [each for each in made(text) if each[0] != "OTHER_IDENTIFIER"]
