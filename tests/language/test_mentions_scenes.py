"""Mechanisms told by their scenes, in Korean and Chinese: nobody says “visa”, “trainee”, “locked”, and yet it is told.

The sayings were written before the cues that find them. `TOLD` must be found with nothing else around; `BESIDE` only in
a text that already tells of the same mechanism; `SILENT` and `SILENT_BESIDE` share the words, but not the fact.
"""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from intake.language import mentions_cues
from intake.language.mentions import find

VISITOR = "short-term-visitor-visa"
TRAINEE = "trainee-or-student-visa"
ROTATION = "one-month-visa-free-rotation"
CONFINEMENT = "dormitory-confinement"
PASSAGES = json.loads((Path(__file__).parent / "eastern_mentions.json").read_text(encoding="utf-8"))
MECHANISMS = {VISITOR, TRAINEE, ROTATION, CONFINEMENT}

TOLD: dict[str, tuple[str, ...]] = {
    CONFINEMENT: (
        "공장에서 우리 신발은 책임자가 자루에 넣어 제 방에 두었고 우리는 끌신만 끌고 살았습니다.",
        "구두는 단장 방에 있었으니 맨발에 슬리퍼로 이 년을 일했지요.",
        "그 도시에서 삼 년을 일했는데 흙을 밟아 본 게 다섯 번도 안 됩니다.",
        "바닷가 공장인데 바닷물에 발 한번 못 적셔 봤습니다.",
        "단동은 재봉반 화장실 창으로 내다본 것뿐입니다.",
        "장마당이 있다는 건 장사꾼 고함 소리로만 알았습니다. 우리는 바지를 박았고요.",
        "작업이 끝나면 아래층에서 쇠사슬 거는 소리가 났고 소변은 통에다 봤습니다.",
        "미싱 앞에 앉은 애가 여기 시장은 어느 쪽이냐고 묻는데 이 년을 산 나도 대답을 못 했습니다.",
        "내려가는 계단을 벽돌로 막아 버리고 작업장으로 가는 구름다리만 남겼습니다.",
        "옥상에서 거리를 내다본 동무는 비판서를 세 번 썼습니다. 우리는 피복을 했습니다.",
        "우리 공장은 개 세 마리가 있었는데 도둑이 아니라 우리를 지키는 개였습니다.",
        "위층 공장 처녀들이 삼 년 동안 가게에 한 번도 내려온 적이 없다고 주인이 말했습니다.",
        "工厂把我们的鞋都收到组长屋里，干活睡觉都穿拖鞋。",
        "在那座城里缝了三年衣服，脚沾地的日子数得过来，一共九回。",
        "厂子就在海边，我连海水都没摸过一把。",
        "集市在哪儿我不知道，只听得见吆喝声，我们在墙里头剥虾。",
        "夜里尿在桶里，早上组长来开门，我们再去车间。",
        "车间里有个小姑娘问我火车站在哪个方向，我干了两年也答不上来。",
        "下楼的楼梯用砖堵了，女工上班走中间搭的天桥，下班还走那个天桥。",
        "工人在楼顶往街上望了一眼，回来写了一宿检讨。",
        "卖菜的说楼上那些朝鲜女工三年没下来买过一根葱。",
        "厂里那两条狼狗不是防贼的，是看我们的。",
        "工友发烧，带班的说不送医院，出去一个就要跑一串。",
    ),
    ROTATION: (
        "달력에 금을 스물여덟 개 그으면 작업반이 화물차를 타고 강 건너에 가서 국밥 한 그릇 먹고 저녁에 돌아왔습니다.",
        "4주가 다 되면 작업반장이 봉고차를 불러 사람들을 자바이칼스크로 실어 갔다가 점심 전에 도로 실어 왔습니다.",
        (
            "한 달을 하루라도 넘기지 말라고 했습니다. "
            "그래서 스무엿새쯤이면 현장 사람들이 기차로 국경역에 나가 자고 왔습니다."
        ),
        "려권만 가지고 한 달씩 있었고, 날이 차면 에렌호트로 나갔다가 밤차로 돌아와 미싱에 앉았습니다.",
        "달이 찰 때마다 공장 처녀들이 다리를 걸어 저쪽 마당에 줄 맞춰 앉아 있다가 그날로 왔습니다.",
        "每到二十七八号，车间就空了，姑娘们坐早班车去江那头，下午回来接着上夜班。",
        "四个礼拜一到，带班的包辆面包车拉我们到满洲里那边，喝碗茶，天黑前又回工地。",
        "护照上什么也不贴，隔那么些日子就得过一趟桥，在那边院子里点点名，原路回来接着缝。",
        "女工来一回例假就过一回江，当天去当天回，机器不停。",
        "我管排车，满三十天以前把工人送过国门，吃顿饭再接回来，一年跑了十二趟。",
    ),
    TRAINEE: (
        "간판만 걸린 기술학교 앞에 우리 미장공들을 세워 놓고 사진을 찍더니 바로 현장으로 실어 갔습니다.",
        "공책을 한 권씩 나눠 주고 칠판을 보게 하더니 공책은 도로 걷고 우리는 미싱으로 갔습니다.",
        "마흔다섯 먹은 내가 서류에는 일학년이었습니다. 벽돌을 쌓았지요.",
        "공장 서류철에는 우리 이름마다 몇 주차에 무엇을 배웠다고 점수가 적혀 있었습니다.",
        "돈을 내면 출석한 걸로 쳐 주었고 우리는 그 시간에 공장에서 일했습니다.",
        "서류에는 중국 반장이 내 스승으로 되어 있었지만 기계는 내가 그 사람한테 가르쳐 주었습니다. 공장 일이요.",
        "막내는 러시아어문학 전공이라고 되어 있었는데 로어를 한 마디도 몰랐습니다. 우리는 현장에서 타일을 붙였습니다.",
        "흰 가운을 입히고 실험 기구 옆에 세워 사진을 찍은 다음 도로 포장반에 돌려보냈습니다.",
        "감독이 오는 날이면 창고에 책걸상을 들여놓고 공장 처녀들을 앉혔습니다.",
        "给女工一人发一本笔记本，坐在黑板前照了相，本子收走，人回车间。",
        "五十岁的瓦工，花名册上是大一新生，天天砌墙。",
        "结业证打印店一次印了六十张，名字都空着，女工还在缝纫机上。",
        "检查的来那天才把“实训教室”的牌子挂上，人一走就摘，工人照样上班。",
        "表上写着第几周学什么，后头打了分，可我们在车间从来没人教。",
        "这厂里的事我都看在眼里。那些姑娘都是干了十年的熟手，还实习个啥？",
    ),
    VISITOR: (
        (
            "사람마다 열흘짜리 일정표를 들고 왔는데 "
            "박물관, 동물원, 유람선이 날마다 적혀 있었고 이튿날 다들 현장에서 몰탈을 이겼습니다."
        ),
        "사진기를 목에 걸고 내렸는데 그 사진기는 그날로 걷어 가고 삽을 주었습니다. 현장에서요.",
        "보름이 지나도 공장에서 돌아간 사람은 없었습니다.",
        "호텔 예약증까지 만들어 줬지만 호텔에는 하룻밤도 안 자고 공항에서 현장으로 갔습니다.",
        "서류에는 훈춘 사는 고모를 만나러 온다고 했는데 나는 고모가 없습니다. 공장에서 명태를 깠습니다.",
        "같은 모자를 쓰고 깃발 든 사람을 따라 들어와서 그길로 피복공장에 갔습니다.",
        (
            "석 달이 되면 책임자가 서류를 싸 들고 나갔다 왔고 "
            "그러면 또 석 달짜리가 붙어 있었습니다. 우리는 접시를 날랐습니다."
        ),
        "每人发一张日程表，头三天逛公园、看教堂、坐游船，可下了车就进了车间。",
        "十天过了，人没走，在工地上搬砖。",
        "登记本上来华事由都写看姑姑，二十个女工一个姑姑。",
        "我没有姨妈，可纸上写着我来看姨妈，来了就上机器。",
        "给工人一人一顶红帽子，跟着举小旗的过了关，帽子一摘就开工。",
        "我在饭店帮厨。入境事由那一栏他让我写“观光”，我说她们不是来干活的吗？",
        "厂里说好的，三个月一到就换一张纸，又是三个月。",
    ),
}

# A text that tells of the mechanism, to which one more sentence is added.
OPENING: dict[str, str] = {
    CONFINEMENT: "저는 단동 피복공장에서 일했습니다. 밤에는 기숙사 문을 밖에서 잠갔습니다.\n"
    "我在丹东的服装厂干活，晚上宿舍从外面锁门。\n",
    ROTATION: "저는 훈춘 수산물 가공공장에서 일했습니다. 한 달에 한 번 다리를 건너가 도장을 받고 다시 들어왔습니다.\n"
    "我在珲春水产厂干活，每个月坐车过桥盖章再回来。\n",
    TRAINEE: "저는 나선 건설회사에서 로씨야 현장에 나가 연수생 비자로 일했습니다.\n我在中国服装厂拿研修签证干活。\n",
    VISITOR: "저는 로씨야 건설현장에서 관광비자로 일했습니다.\n我在中国饭店拿旅游签证端盘子。\n",
}
BESIDE: dict[str, tuple[str, ...]] = {
    CONFINEMENT: (
        "필요한 건 종이에 적어서 요리하는 아주머니한테 줬습니다.",
        "담배는 개구멍으로 돈을 내밀면 동네 아이가 넣어 주었어요.",
        "머리는 부엌에서 서로 깎아 주었습니다.",
        "쓰레기는 중국 사람이 들고 내려갔습니다.",
        "불이라도 나면 어쩌나 싶어 잠을 못 잤습니다.",
        "이가 곪아도 밖에 데려가면 눈에 띈다고 얼음만 주었습니다.",
        "도망쳐 나온 날 처음으로 혼자 길을 걸어 봤습니다.",
        "자물쇠는 책임자가 시장에서 사 왔습니다.",
        "벽에 날짜를 긁어 놓은 금이 천 개가 넘었습니다.",
        "문지기가 내려오는 사람과 올라가는 사람을 하나하나 세었습니다.",
        "밤중에 배가 터지게 아파도 열쇠 가진 사람이 깨지 않아 층계에 앉아 있었습니다.",
        "시내가 언덕 너머라는데 저는 기적 소리로만 압니다.",
        "我们缺什么都写在纸上，由做饭的捎回来。",
        "头发是在屋里互相剪的。",
        "要是着火了，一个也跑不出来。",
        "墙上指甲划的道道有一千多条。",
        "礼拜天在楼顶上站二十分钟，做操。",
        "窗户焊了花格子。",
        "看门老头数下来的人，也数上去的人。",
        "海就在墙外头，听得见，看不见。",
        "在那儿待了三年，早市一回没逛过。",
    ),
    ROTATION: (
        "저는 그 길을 열여덟 번 다녔습니다.",
        "한번은 눈 때문에 하루 늦어서 벌금을 물었습니다.",
        "어떤 달은 당일로 오고 어떤 달은 역 대합실에서 잤습니다.",
        "차표값은 우리 노임에서 깠습니다.",
        "열네 번인가 그렇게 했습니다.",
        "세관 마당에 줄지어 앉아 이름 부르면 손을 들었습니다.",
        "그러면 또 처음부터 날짜를 세는 겁니다.",
        "我前后一共去了十五趟。",
        "有一回桥上堵车，差半个钟头就超期了。",
        "本子上一个圈就是一趟，我有八个圈。",
        "这一拨回来，那一拨再走。",
        "护照上的日子一个挨着一个。",
        "车钱从工资里扣。",
    ),
    TRAINEE: (
        "제 이름 옆에는 89점이라고 적혀 있었습니다.",
        "밑에는 지도한 사람 도장까지 찍혀 있었습니다.",
        "그 학교는 사진 찍으러 딱 한 번 갔습니다.",
        "학생증은 받자마자 책임자가 거두어 갔습니다.",
        "거류증은 일 년짜리였습니다.",
        "학교 이름을 외우지 못하면 저녁을 안 주었습니다.",
        "진짜 학생이 무슨 과냐고 물어서 얼버무렸습니다.",
        "结业证上连名字都是空的。",
        "课堂设在哪儿？设在机器上呗。",
        "照片里我穿着白大褂，拿着书。",
        "成绩表上我是八十九分。",
        "居留证上写着一年。",
    ),
    VISITOR: (
        "호텔에는 하룻밤도 안 잤습니다.",
        "세관에서 물으면 구경하고 열흘 뒤에 간다고 하라고 시켰습니다.",
        "열흘이 지나도 아무도 가지 않았습니다.",
        "일정표에 있던 수족관은 그림자도 못 봤습니다.",
        "받은 모자는 그날로 걷어 갔습니다.",
        "그 삼촌이라는 사람은 끝내 못 봤습니다.",
        "那个舅舅我到今天也没见着。",
        "日程表上的景点一个也没去。",
        "帽子一下车就收走了。",
        "十五天过了，人没走。",
        "宾馆一夜也没住。",
        "九十天一到又换一张纸。",
    ),
}

SILENT: tuple[str, ...] = (
    "공장 현관에서 신발을 벗고 들어가 실내화를 신고 일했습니다. 저녁이면 시내에 나갔습니다.",
    "공장 일이 끝나면 바닷가에 나가 발을 적시고 놀았습니다.",
    "우리 작업반은 쉬는 날 동물원 앞에서 사진을 찍고 밥을 사 먹었습니다.",
    "공장 경비가 개를 길렀는데 우리를 잘 따랐습니다.",
    "식당에서 일할 때 손님들이 박물관과 유람선 일정표를 들고 들어왔습니다.",
    "공장 화장실 창으로 시장이 보였고 우리는 일요일마다 그 시장에 갔습니다.",
    "현장에 진짜 대학생들이 실습을 나와 한 달 일하고 학점을 받아 갔습니다.",
    "조국에 있을 때 공장대학에 다니며 공책에 필기를 하고 시험을 쳤습니다. 그 뒤 노동비자로 나가 일했습니다.",
    "우리 공장에는 연수생이니 유학생이니 하는 사람은 없었습니다. 다 노동허가로 왔습니다.",
    "관광이니 친척 방문이니 하는 명목으로 현장에 온 사람은 우리 가운데 없습니다.",
    "숙소 문도 안 잠갔고 공장 처녀들이 쉬는 날이면 강 구경을 다녔습니다.",
    "연수생 소리는 들어 봤지만 우리 공장에서는 그렇게 안 했습니다.",
    "가둬 놓거나 문을 잠그거나 한 적은 없었습니다. 벌목장이니까 산에 마음대로 다녔지요.",
    "한 달에 한 번 버스를 타고 시내 목욕탕에 갔다가 저녁에 공장으로 돌아왔습니다.",
    "공장에 다니는 동안 월급이 하루 늦어서 다들 벌금을 물리자고 농담했습니다.",
    "우리 숙소에는 방마다 열쇠가 있어 저희가 들고 다녔고 공장 밖 장마당에도 다녔습니다.",
    "工厂门口换拖鞋，下班大家一起去逛夜市。",
    "工地旁边就是海，收工以后我们常去摸海螺。",
    "车间里挂着黑板，写着当天的产量。",
    "真正的实习生是职校的学生，在我们厂实习六个礼拜就回学校了。",
    "我们饭店常有旅行团拿着日程表来吃饭，看完教堂就走。",
    "出国前在平壤培训了一个礼拜，学怎么接待客人，来了以后拿工作签证在饭店干活。",
    "没有人锁她们，门上连个像样的锁都没有，女工们下午去逛商场。",
    "说她们是研修生的人有，可我们厂没有那回事，跟学校一点关系没有。",
    "每个月厂里的大巴拉我们去县城洗澡，晚上回来。",
    "厂里养了两条狗，女工们常喂它们。",
    "老板的舅舅来厂里看过他一回。",
    "我们厂没有一个是拿旅游签来的，都是工作许可。",
)
SILENT_BESIDE: dict[str, tuple[str, ...]] = {
    CONFINEMENT: ("어머니는 고향에서 두부를 팔았습니다.", "밥은 하루 세 끼 나왔습니다.", "工资一个月三百五。"),
    ROTATION: ("저는 미싱을 아홉 시간씩 밟았습니다.", "한번은 손가락을 다쳤습니다.", "我妈在老家种地。"),
    TRAINEE: ("아버지는 학교 선생님이었습니다.", "동생은 대학에 다닙니다.", "护照在经理的柜子里。"),
    VISITOR: ("어머니가 편지를 보냈습니다.", "사장은 술을 좋아했습니다.", "工资一个月三百五。"),
}


def found(text: str) -> set[str]:
    return {mention.concept for mention in find(text)} & MECHANISMS


def touched(concept: str, told: str) -> bool:
    text = OPENING[concept] + "\n" + told
    return any(m.concept == concept and m.end > len(OPENING[concept]) + 1 for m in find(text))


def each(table: dict[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    return [(concept, told) for concept, sayings in table.items() for told in sayings]


@pytest.mark.parametrize(("concept", "told"), each(TOLD))
def test_a_scene_tells_of_the_mechanism(concept: str, told: str) -> None:
    assert found(told) == {concept}


@pytest.mark.parametrize(("concept", "told"), each(BESIDE))
def test_a_detail_counts_beside_what_is_told(concept: str, told: str) -> None:
    assert touched(concept, told)


@pytest.mark.parametrize("told", SILENT)
def test_the_same_words_of_another_fact_are_silent(told: str) -> None:
    assert found(told) == set()


@pytest.mark.parametrize(("concept", "told"), each(SILENT_BESIDE))
def test_what_is_not_to_the_point_is_not_quoted(concept: str, told: str) -> None:
    assert not touched(concept, told)


def test_passages_said_directly_are_found_and_nothing_else() -> None:
    direct = [passage for passage in PASSAGES if passage["kind"] == "direct"]
    missed = [p["id"] for p in direct if not set(p["practice"]) <= found(p["text"])]
    assert len(direct) > 70
    assert len(missed) <= 0.03 * len(direct), missed
    assert [p["id"] for p in direct if found(p["text"]) - set(p["practice"])] == []


@pytest.mark.parametrize("passage", [p for p in PASSAGES if not p["practice"]], ids=lambda passage: passage["id"])
def test_denials_and_other_lives_are_silent(passage: dict[str, str]) -> None:
    assert found(passage["text"]) == set()


@pytest.mark.parametrize("unit", ["1", "三", "일요일에는시장에", "没有人窗户", "신발을 우리 방에 "])
def test_runs_without_end_are_read_in_time(unit: str) -> None:
    began = time.process_time()
    find("공장 工厂 " + unit * (40_000 // len(unit)))
    assert time.process_time() - began < 5


def test_every_cue_of_a_scene_starts_with_a_letter() -> None:
    for language, kinds in mentions_cues.SCENES.items():
        for table in kinds.values():
            for alternative in mentions_cues._alternatives(table):
                for plain in mentions_cues._opened(alternative):
                    assert plain[0] not in "([\\.^ ", (language, plain)
                    assert plain[1:2] not in ("?", "*", "+", "{"), (language, plain)
