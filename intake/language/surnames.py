"""Korean surnames with their usual spellings in Latin, Cyrillic and Hanja, and the syllables given names are made of.

Southern spelling is the key; northern spellings (리, 림, 로, 류 …) follow from the initial-sound rule in `names`.
Latin spellings are those met in passports, press and reports, not only the official systems. Written down by hand from
general knowledge of Korean names; a surname that is missing is only missed by the pattern rules, never by the record.
"""

from __future__ import annotations

# surname (southern): (Latin spellings, Cyrillic spellings, Hanja)
_TABLE = """
김|Kim Gim|Ким|金
이|Lee Yi Ri Rhee I Li Rhi|Ли Ри И|李
박|Park Pak Bak Piao|Пак|朴
최|Choi Choe Choy Chwe Tsoi Tsoy Cui|Цой Чхве Чой|崔
정|Jung Chong Jong Jeong Chung Joung Zheng|Чон Тен Ден Чен|鄭郑
강|Kang Gang Jiang|Кан|姜康
조|Cho Jo Joe Zhao|Чо Те Тё Цо|趙赵曺
윤|Yoon Yun Youn Yin|Юн|尹
장|Chang Jang Zhang|Чан Тян|張张
임|Lim Im Rim Yim Lin|Лим Рим Им|林任
한|Han|Хан|韓韩
오|Oh O Wu|О|吳吴
서|Seo So Suh Sŏ Xu|Со Шегай|徐
신|Shin Sin Shen|Син Шин|申辛
권|Kwon Gwon Quan|Квон|權权
황|Hwang Whang Huang|Хван|黃黄
안|Ahn An|Ан|安
송|Song Soung|Сон|宋
유|Yoo Yu Ryu You Ryoo Liu|Ю Рю Лю|柳劉刘兪俞
전|Jeon Jun Chon Jon Chun Quan|Чон Тен|全田錢钱
홍|Hong|Хон|洪
고|Ko Go Koh Goh Gao|Ко|高
문|Moon Mun|Мун|文
양|Yang Ryang Liang|Ян Рян Лян|梁楊杨
손|Son Sohn Sun|Сон|孫孙
배|Bae Pae Bay Pei|Пэ Пе|裵裴
백|Baek Paek Paik Back Baik Bai|Пэк Пек|白
허|Heo Ho Hur Huh Xu|Хо Хе Хегай|許许
남|Nam Nan|Нам|南
심|Sim Shim Shen|Сим Шим|沈
노|Noh Ro No Roh Lu|Но Ро|盧卢魯鲁
하|Ha|Ха|河
곽|Kwak Gwak Guo|Квак|郭
성|Sung Song Seong Cheng|Сон|成
차|Cha Che|Ча Тя|車车
주|Joo Chu Ju Choo Zhu|Чу Дю|朱周
우|Woo U Wu|У|禹
구|Koo Ku Gu Goo|Ку|具丘
나|Na Ra Rah Nah Luo|На Ра|羅罗
민|Min|Мин|閔闵
진|Jin Chin Chen|Чин|陳陈秦晉
지|Ji Chi Jee Chee|Чи Ти|池智
엄|Eom Um Om Uhm|Ом|嚴严
원|Won Wŏn Yuan|Вон|元
채|Chae Chai Cai|Чхэ Чхе|蔡
천|Chun Chon Cheon Qian|Чхон|千
방|Bang Pang|Пан|方房
공|Kong Gong|Кон|孔
현|Hyun Hyon Hyeon Xuan|Хён Хен|玄
함|Ham Hahm Xian|Хам|咸
변|Byun Pyon Byeon Bian|Пён Пен|卞邊边
염|Yeom Ryom Yum Youm Lian|Ём Рём|廉
여|Yeo Ryo Yuh Yo|Ё Рё|呂吕余
추|Choo Chu Qiu|Чху|秋
도|Do To Toh Du|То|都
소|So Soh Su|Со|蘇苏
석|Seok Sok Suk Shi|Сок|石
선|Sun Son Seon|Сон|宣
설|Seol Sol Sul Xue|Соль|薛
마|Ma Mah|Ма|馬马
길|Kil Gil|Киль|吉
연|Yeon Yon Ryon Youn|Ён|延
위|Wi Wee Wei|Ви|魏
표|Pyo Phyo Biao|Пхё|表
명|Myung Myong Myeong Ming|Мён|明
기|Ki Gi Kee Qi|Ки|奇
반|Ban Pan|Пан|潘
왕|Wang|Ван|王
금|Keum Kum Geum Gum|Кым|琴
옥|Ok Oak Ock Yu|Ок|玉
육|Yook Yuk Ryuk|Юк|陸陆
인|In Ihn Yin|Ин|印
맹|Maeng Maing Meng|Мэн|孟
제|Je Che Jae Zhu|Че|諸诸
모|Mo Moh Mao|Мо|毛
탁|Tak Thak Zhuo|Так|卓
국|Kuk Kook Guk Ju|Кук|鞠
어|Eo Uh O Yu|О|魚鱼
은|Eun Un Yin|Ын|殷
편|Pyun Phyon Pyeon Pian|Пхён|片
용|Yong Ryong Long|Ён|龍龙
예|Ye Yeh Rui|Е|芮
경|Kyung Kyong Gyeong Jing|Кён|慶庆景
봉|Bong Pong Feng|Пон|奉
사|Sa|Са|史
부|Boo Pu Bu Fu|Пу|夫
가|Ka Ga Jia|Ка|賈贾
복|Bok Pok Bu|Пок|卜
태|Tae Thae Tai|Тхэ|太
목|Mok Mu|Мок|睦
형|Hyung Hyong Hyeong Xing|Хён|邢
계|Kye Gye Gui Ji|Ке|桂
피|Pi Phi|Пхи|皮
두|Doo Tu Du|Ту|杜
감|Kam Gam Gan|Кам|甘
음|Eum Um Yin|Ым|陰阴
빈|Bin Pin|Пин|賓宾
동|Dong Tong|Тон|董
온|On Wen|Он|溫温
호|Ho Hu|Хо|扈
범|Beom Pom Bum Fan|Пом|范
좌|Jwa Chwa Zuo|Чва|左
팽|Paeng Phaeng Peng|Пхэн|彭
승|Seung Sung Cheng|Сын|承
간|Kan Gan Jian|Кан|簡简
상|Sang Shang|Сан|尚
갈|Kal Gal Ge|Каль|葛
시|Si Shi Chai|Си|柴
단|Dan Tan Duan|Тан|段
견|Kyun Kyon Gyeon Zhen|Кён|甄
당|Dang Tang|Тан|唐
궁|Gung Kung|Кун|弓
옹|Ong|Он|邕
풍|Phung Pung|Пхун|馮冯
엽|Yop Yeop|Ёп|葉叶
묵|Muk|Мук|墨
남궁|Namgung Namkung Namgoong|Намгун|南宮南宫
황보|Hwangbo Hwangpo|Хванбо|皇甫
선우|Sunwoo Sonu Seonu Sonwoo|Сону|鮮于鲜于
독고|Dokgo Tokko Dokko|Токко|獨孤独孤
제갈|Jegal Chegal|Чегаль|諸葛诸葛
사공|Sagong Sakong|Сагон|司空
서문|Seomun Somun|Сомун|西門西门
동방|Dongbang Tongbang|Тонбан|東方东方
"""

LATIN: dict[str, tuple[str, ...]] = {}
CYRILLIC: dict[str, tuple[str, ...]] = {}
HANJA: dict[str, tuple[str, ...]] = {}
for _line in _TABLE.strip().splitlines():
    _name, _latin, _cyrillic, _hanja = _line.split("|")
    LATIN[_name] = tuple(_latin.split())
    CYRILLIC[_name] = tuple(_cyrillic.split())
    _width = len(_name)
    HANJA[_name] = tuple(_hanja[i : i + _width] for i in range(0, len(_hanja), _width))

TWO_SYLLABLES = frozenset(name for name in LATIN if len(name) == 2)

# Northern spellings of the surnames the initial-sound rule changes.
NORTHERN: dict[str, str] = {
    "이": "리", "임": "림", "유": "류", "노": "로", "나": "라", "양": "량", "염": "렴", "여": "려", "용": "룡",
    "육": "륙", "연": "련",
}  # fmt: skip
SOUTHERN: dict[str, str] = {north: south for south, north in NORTHERN.items()}
HANGUL = frozenset(LATIN) | frozenset(SOUTHERN)

# Surnames that are also a determiner, a numeral or a very common noun: alone before a title they prove nothing.
DETERMINERS = frozenset(
    "이 한 전 현 신 구 그 저 우 총 부 각 매 본 동 제 주 양 두 나 네 온 당 상 고 반 기 모 원".split()
)
NOUN_SURNAMES = frozenset(
    "조 방 배 차 문 강 국 길 도 지 정 한 이 오 유 주 노 로 금 공 신 나 라 시 동 인 상 기 하".split()
)

# Syllables met in given names, as the first and as the second of two. Broad on purpose; context decides.
GIVEN_FIRST = frozenset(
    "봄햇꽃가갑강건걸겸경계고곤관광교구국군권귀규균근금기길나낙난남녀노다단달담대덕도동두득라락란랑량려련렬령로룡류률리린림만말매맹명모묘무문미민반배백범별병보복본봉부분빈"
    "빛삼상새샘생서석선설섭성세소송솔수숙순술슬승시신심쌍아안애양억언엄여연열엽영예오옥완용우운욱웅원월위유윤율은을음응의이익인일임자작장재전점정제조종주준중지진찬참"
    "창채천철청초총추춘충치칠탁탄태택토판팔평풍필하학한항해행향헌혁현협형혜호홍화환효후훈휘흠흥희"
)
GIVEN_SECOND = frozenset(
    "가갑강걸겸경고곤관광구국군권규균근금기길나남녀년노님단담대덕도돌동두득등라락란람랑량려련렬령례로룡루류률름리린림만매명모목무묵문미민배백범별병보복봉부분비빈사삼상"
    "새생서석선설섭성세소손솔송쇠수숙순술슬승식신실심아안애양억언연열엽영예오옥완용우욱운웅원월위유윤율은음의이익인일자작장재전점정제조종주준중지진찬창채천철초추춘출"
    "칠탁탄태택팔평필풍하학한해향혁헌현협형혜호홍화환회효후훈흠흥희히"
)
# Syllables that are much more at home in names than in other words.
TELLING = frozenset(
    "숙순옥희철혁경영명성춘금은정미향련화란봉룡용학길만복광남호창석선설별혜윤현민훈준범녀분월매덕태형홍승충필팔칠송솔림복란탄춘월심삼섭균억봉쇠녜례실혁욱빈숙섭"
)
# Surnames that many bear: a syllable in front of a name-like pair is most likely one of these.
FREQUENT = frozenset(
    "김리이박최정강조윤장림임한오서신권황안송류유전홍고문량양손배백허남심로노곽성차주우구라나민진지엄원채천방현함변렴염추도석설마길연위표명맹탁옥육국채봉제모은인"
)
