"""Names of cities and of anything wider: places that are too large to single anybody out.

Only to tell a small place from a large one when a record brings no gazetteer of its own; written from general knowledge,
in four languages, and meant to be generous. Callers may add to it.
"""

from __future__ import annotations

_KOREAN = (
    "임강 림강 장하 동녕 수분하 밀산 흑하 만주리 얼롄 이련 이련호트 대석교 해성 봉성 매하구 돈화 안도 지린시 위남 알마티 아스타나 비슈케크 비슈께크 타슈켄트 따슈껜뜨 두샨베 울란우데 블라고베셴스크 콤소몰스크 마가단 야쿠츠크 "
    "평양 남포 개성 라선 나선 라진 나진 선봉 청진 함흥 흥남 원산 신의주 강계 만포 희천 사리원 송림 해주 평성 안주 개천 순천 덕천 단천 신포 혜산 "
    "회령 김책 문천 구성 정주 서울 부산 인천 대구 대전 광주 울산 제주 수원 안산 안성 천안 청주 전주 포항 창원 춘천 강릉 북경 베이징 상해 상하이 천진 "
    "심양 선양 대련 다롄 단동 단둥 장춘 창춘 길림 지린 연길 옌지 훈춘 도문 투먼 룡정 용정 화룡 왕청 집안 지안 통화 장백 백산 동항 동강 관전 "
    "하얼빈 할빈 목단강 무단장 수분하 쑤이펀허 녕파 닝보 영구 잉커우 무순 푸순 안산 본계 금주 연태 옌타이 위해 웨이하이 청도 칭다오 곤명 쿤밍 광주 광저우 "
    "심천 선전 남녕 난닝 중경 성도 서안 무한 남경 소주 항주 홍콩 마카오 대만 연변 료녕 요녕 랴오닝 길림성 료녕성 흑룡강 흑룡강성 산동 "
    "울라지보스또크 블라지보스또크 블라디보스토크 우쑤리스크 우수리스크 하바롭스크 하바로브스크 나홋카 나호드까 아르쫌 아르춈 하산 모스크바 모스끄바 뻬쩨르부르그 "
    "상트페테르부르크 노보시비르스크 끄라스노야르스크 크라스노야르스크 이르쿠츠크 까잔 예까쩨린부르그 사할린 유즈노사할린스크 치타 띤다 튄다 아무르 연해주 원동 "
    "방코크 방콕 치앙마이 비엔티안 윁짱 하노이 호치민 프놈펜 씨엠립 양곤 쿠알라룸푸르 싱가포르 자카르타 마닐라 다카 카트만두 델리 이슬라마바드 카라치 "
    "쿠웨이트 도하 루사일 두바이 아부다비 무스카트 리야드 제다 마나마 바그다드 테헤란 앙카라 이스탄불 다마스쿠스 카이로 트리폴리 벵가지 알제 아디스아바바 "
    "나이로비 캄팔라 다르에스살람 마푸토 루안다 빈트후크 하라레 루사카 킨샤사 다카르 아비장 바르샤바 그단스크 프라하 부다페스트 소피아 몰타 빈 베를린 파리 런던 "
    "제네바 뉴욕 워싱턴 토론토 도쿄 오사카 울란바타르 울란바토르 슈웨이크 조선 북한 북조선 한국 남조선 남한 중국 로씨야 러시아 쏘련 몽골 미국 일본 영국 유엔 "
    "함경북도 함경남도 량강도 양강도 자강도 평안북도 평안남도 황해북도 황해남도 강원도 경기도 충청도 전라도 경상도 함북 함남 평북 평남 황북 황남 함경도 평안도 황해도"
)
_ENGLISH = (
    "pyongyang nampo kaesong rason rajin sonbong najin chongjin hamhung hungnam wonsan sinuiju kanggye "
    "manpo huichon sariwon songrim haeju "
    "pyongsong phyongsong anju kaechon sunchon tokchon tanchon dancheon sinpo hyesan hoeryong kimchaek "
    "munchon kusong jongju seoul busan incheon "
    "daegu daejeon gwangju ulsan jeju suwon ansan anseong cheonan beijing peking shanghai tianjin "
    "shenyang dalian dandong changchun jilin yanji "
    "hunchun tumen longjing helong wangqing jian tonghua changbai baishan donggang harbin mudanjiang "
    "suifenhe ningbo yingkou fushun anshan benxi "
    "jinzhou yantai weihai qingdao kunming guangzhou shenzhen nanning chongqing chengdu xian wuhan "
    "nanjing suzhou hangzhou taipei macau "
    "vladivostok ussuriysk ussurisk khabarovsk nakhodka artyom artem khasan moscow petersburg "
    "novosibirsk krasnoyarsk irkutsk kazan yekaterinburg "
    "sakhalin chita tynda amur primorye bangkok vientiane hanoi saigon rangoon yangon delhi mumbai dhaka "
    "kathmandu islamabad karachi lahore kuwait "
    "doha lusail dubai muscat riyadh jeddah manama baghdad tehran ankara istanbul damascus cairo tripoli "
    "benghazi algiers nairobi kampala maputo "
    "luanda windhoek harare lusaka kinshasa dakar abidjan accra lagos abuja warsaw gdansk szczecin "
    "prague budapest sofia valletta malta vienna "
    "berlin paris london manchester brussels geneva madrid rome york washington toronto ottawa tokyo "
    "osaka ulaanbaatar tbilisi almaty tashkent "
    "bishkek minsk kyiv kiev riga vilnius tallinn hamgyong pyongan hwanghae ryanggang yanggang jagang "
    "chagang kangwon gangwon liaoning heilongjiang "
    "shandong jiangsu zhejiang guangdong yunnan guangxi inner mongolia yanbian primorsky krai siberia "
    "dprk rok usa uk uae qatar kuwait oman bahrain "
    "saudi arabia iraq iran jordan lebanon syria yemen turkey egypt libya algeria tunisia sudan ethiopia "
    "eritrea kenya uganda tanzania rwanda angola "
    "namibia botswana zambia zimbabwe mozambique madagascar senegal mali guinea ghana nigeria gabon "
    "congo cameroon benin togo poland malta czechia "
    "mongolia vietnam laos cambodia thailand malaysia singapore myanmar burma indonesia philippines "
    "bangladesh nepal lanka pakistan india france "
    "germany italy spain britain england canada australia yalu amur paektu corniche nepali bengali indian"
)
_CHINESE = (
    "庄河 二连浩特 二连 临江 东宁 敦化 梅河口 凤城 瓦房店 普兰店 大石桥 海城 满洲里 黑河 密山 虎林 佳木斯 鸡西 齐齐哈尔 大庆 铁岭 阜新 朝阳市 盘锦 葫芦岛 辽阳 四平 辽源 松原 白城 公主岭 蛟河 海林 宁安 荣成 日照 潍坊 "
    "赤峰 通辽 呼和浩特 包头 石家庄 济南 郑州 太原 义乌 温州 厦门 福州 合肥 南昌 长沙 贵阳 兰州 西宁 银川 乌鲁木齐 乌兰巴托 阿拉木图 哈巴罗夫斯克 扎门乌德 纳霍德卡 乌苏里斯克 "
    "平壤 南浦 开城 罗先 罗津 清津 咸兴 元山 新义州 江界 惠山 会宁 首尔 釜山 仁川 北京 上海 天津 沈阳 大连 丹东 长春 吉林 延吉 珲春 图们 龙井 和龙 汪清 集安 "
    "通化 长白 白山 东港 哈尔滨 牡丹江 绥芬河 宁波 营口 抚顺 鞍山 本溪 锦州 烟台 威海 青岛 昆明 广州 深圳 南宁 重庆 成都 西安 武汉 南京 苏州 杭州 香港 澳门 "
    "台北 延边 辽宁 黑龙江 山东 江苏 浙江 广东 云南 广西 海参崴 符拉迪沃斯托克 莫斯科 伯力 曼谷 清迈 万象 河内 金边 仰光 新加坡 科威特 多哈 迪拜 朝鲜 韩国 中国 俄罗斯 日本 "
    "美国 蒙古 浑河 鸭绿江 图们江 圈河 沙坨子 元汀里"
)
_RUSSIAN = (
    "Пхеньян Нампхо Кэсон Расон Раджин Чхонджин Хамхын Вонсан Синыйджу Хесан Сеул Пусан Инчхон Пекин "
    "Шанхай Шэньян Далянь Даньдун Чанчунь Яньцзи "
    "Хуньчунь Тумынь Харбин Владивосток Уссурийск Хабаровск Находка Артём Хасан Москва Петербург "
    "Санкт-Петербург Новосибирск Красноярск Иркутск Казань "
    "Екатеринбург Сахалин Южно-Сахалинск Чита Тында Амур Приморье Приморский Благовещенск Комсомольск "
    "Магадан Якутск Омск Томск Тюмень Уфа Самара Сочи "
    "Краснодар Ростов Воронеж Волгоград Подольск Мытищи Владимир Россия Китай Корея КНДР Монголия Сибирь "
    "Америка Япония Европа Азия"
)

# Cities in Hangul: what follows one of these is smaller than it.
KOREAN: frozenset[str] = frozenset(_KOREAN.split())
WIDE: frozenset[str] = frozenset(f"{_KOREAN} {_ENGLISH} {_CHINESE} {_RUSSIAN}".casefold().split())


def is_wide(name: str, more: frozenset[str] = frozenset()) -> bool:
    """Whether a place's name is that of a city or something wider (단동, 단동시, Dandong, 丹东市)."""
    word = name.strip().casefold()
    bare = word.removesuffix("시") if len(word) > 2 else word
    bare = bare.removesuffix("市").removesuffix(" city")
    return any(each in WIDE or each in more for each in (word, bare)) or word.endswith(
        ("특별시", "광역시", "시", "市", "省")
    )
