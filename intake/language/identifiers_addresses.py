"""Further forms of addresses, small places, units and firms, by the words that name the parts of an address or of an army.

`identifiers_places` and `identifiers_firms` hold the plain forms; here stand chains of parts (building, entrance, floor, room), lodging
without a street, counties of the DPRK in other scripts, work brigades, legal forms of firms in more countries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from intake.language import scripts, towns
from intake.language.findings import GUESS, PATTERN, PLAIN, STRONG, Finding
from intake.language.skeletons import letters_of

_KO_PART = r"(?:번지|호동|호실|호|동|층|반|현관|세대|통|번|라인|칸)"
_ZH_NUM = r"(?:[甲乙丙])?(?:\d{1,5}(?:-\d{1,4})?|[一二三四五六七八九十百]{1,5})"
_ZH_PART = r"(?:号楼|号院|号|號|栋|幢|座|单元|組|组|队|社|排|层|楼|室|户|门|房|弄)"
_ZH_WAY = r"(?:居委会|民主委|委|大街|大道|路|街|巷|胡同|弄|村|屯|小区|社区|花园|苑|公寓|新村|家园|宿舍楼|宿舍|工业园区?|开发区|厂区|里|庄|庭|府|城|院|楼)"
_ZH_CHAR = r"(?:(?![在住去到的是我从就家叫有和跟了也把给那这，。、])[\u3400-\u9fff])"
_EN_PART = (
    r"(?:[Ss]treet|[Rr]oad|[Gg]ate|[Bb]lock|[Bb]uilding|[Bb]ldg\.?|[Hh]ouse|[Rr]oom|[Ff]loor|[Ff]lat|[Aa]partment|[Aa]pt\.?|[Uu]nit|[Ee]ntrance|[Dd]oor|[Dd]ormitory|[Dd]orm|[Cc]ontainer|[Bb]arracks?|"
    r"[Vv]illa|[Pp]lot|[Ll]ot|[Zz]one|[Cc]ompound|[Kk]horoo|[Ll]ane|[Ss]oi|[Aa]lley|[Ss]tairwell|[Bb]unk|[Bb]ed|[Tt]railer|[Cc]abin|[Hh]ostel|[Ww]ing|[Ss]uite|[Pp]\.?O\.? [Bb]ox|[Hh]ut|[Ss]ector|[Bb]ay|[Cc]ampsite|[Cc]amp)"
)
_EN_NO = r"(?:[Nn]o\.? ?|[Nn]umber |№ ?|#)?\d{1,5}[A-Za-z]?(?:-\d{1,4})?"
_EN_FLOOR = (
    r"(?:(?:ground|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,2}(?:st|nd|rd|th)) floor)"
)
_EN_TAIL = rf"(?:,? (?:{_EN_PART} {_EN_NO}|{_EN_FLOOR}|(?:people['’]?s|neighbou?rhood) (?:neighbou?rhood )?unit \d{{1,3}}|inminban \d{{1,3}}))"
_EN_ROAD = r"(?:ul\.|ulitsa|Ulitsa|Triq|Strada|Str\.|Calea|utca|Odos|sokak|Rruga|ulica|Ul\.|ulica|Rue|rue|Calle|Jalan|Jl\.|Soi|Via|al\.|aleja|prospekt|Prospekt|pr\.|pereulok|nabereznaya|Avenida|Rua|ulice|Avenue|Boulevard)"
_RU_TAIL = r"(?:,?\s(?:(?:перв|втор|трет|четв[её]рт|пят|шест|седьм|восьм|девят|десят|\w+надцат)\w+\sэтаж|кв\.?|блок|квартир[аеуы]|комн\.?|комнат[аеуы]|корп\.?|корпус|лит\.?|литера?|подъезд|этаж|общежити[ея]|барак|бокс|секция|офис|стр\.?|строение|под\.|эт\.)\s?(?:№\s?)?[\dА-Я]{0,5}[а-я]?)"
_ADDRESSES = tuple(
    (script, re.compile(pattern))
    for script, pattern in (
        (
            "ko",
            r"(?<![\d가-힣])(?:(?:[가-힣]관|기숙사|합숙소?|숙소|본채|별채)\s)?(?:[A-Z\d]{1,3}\s?동\s?)?\d{1,2}\s?층\s?\d{1,4}\s?호(?:실)?",
        ),
        (
            "ko",
            rf"(?<![가-힣\d])[가-힣A-Za-z]{{2,10}}\s?(?:로드|스트리트|스트리트|애비뉴|애버뉴|거리|대로|울리짜|울리차|쁘로스뻭트|프로스펙트|뻬레울로크|가도|대가|(?<!번호)로|길|(?<!번호)가)\s?\d{{1,5}}(?:-\d{{1,4}})?\s?(?:번지|호|동)(?:\s?[A-Z가-힣\d]{{1,4}}\s?{_KO_PART})*",
        ),
        (
            "ko",
            rf"(?<![가-힣\d])[가-힣]{{2,8}}(?:구역|로동자구|노동자구|동|리|읍|구|촌|마을)\s?(?:제\s?)?\d{{1,3}}\s?(?:인민반|작업반|반|분조|통|번지)(?:\s?\d{{1,4}}\s?{_KO_PART})*",
        ),
        (
            "ko",
            r"(?<![가-힣\d])(?:바라크|빠라크|콘테이너|컨테이너|콘테나|천막|막사|합숙소?|기숙사|숙소|려관|여관|다세대|빌라|아파트|아빠트|맨션|오피스텔|주택)\s?(?:제\s?)?[A-Z]?\d{1,4}\s?(?:호동|호실|호|동|번|칸|층\s?\d{1,4}\s?호)(?:\s?\d{1,4}\s?(?:호실|호|층|칸|현관))*",
        ),
        # Street 38, Gate 14; Building 7, entrance 2; khoroo 4, building 21, door 17
        ("en", rf"(?<![\w]){_EN_PART} {_EN_NO}{_EN_TAIL}+"),
        ("en", rf"(?<![\w]){_EN_FLOOR},? {_EN_PART} {_EN_NO}|(?<!\w){_EN_NO},? {_EN_FLOOR}"),
        (
            "en",
            rf"(?<![\w])(?:[Dd]ormitory|[Dd]orm|[Cc]ontainer|[Bb]arracks?|[Rr]oom|[Vv]illa|[Aa]partment|[Ff]lat|[Hh]ostel|[Kk]horoo|[Cc]abin|[Hh]ut|[Bb]unk) {_EN_NO}(?!\w)",
        ),
        # ul. Portowa 12, third floor; No. 112, Rue Nongbone, Ban Phonxay
        (
            "en",
            rf"(?<![\w])(?:{_EN_NO},? )?{_EN_ROAD} [A-ZÀ-Ž][\w'’À-ž-]+(?: [A-ZÀ-Ž][\w'’À-ž-]+){{0,2}}(?:,? {_EN_NO})?{_EN_TAIL}*(?:, (?:Ban|Barangay|Kampung|Khet) [A-Z]\w+)?",
        ),
        (
            "en",
            rf"(?<!\w){_EN_PART} {_EN_NO},? (?:[A-Z][\w'’-]+ ){{1,3}}(?:Street|St\.?|Road|Rd\.?|Avenue|Ave\.?|Lane|Way|Drive|Boulevard|Close|Highway)\b",
        ),
        (
            "en",
            r"(?<!\w)[A-Z]\w+-(?:gu|ro|gil|dong|si|gun|myeon)(?:,? [A-Z]?[\w]+-(?:gu|ro|gil|dong|ri|myeon))*,? (?:[A-Z]\w+ ){0,3}(?:(?:Apt|Apartment|Building|Bldg|Villa)s?\.? )?(?:No\.? ?)?\d{1,5}(?:-\d{1,5}){0,2}(?:ho)?(?!\w)",
        ),
        (
            "ko",
            r"(?<![가-힣])(?:[가-힣]{1,5}(?:시|군|구|읍|면|동)\s){0,3}[가-힣]{1,6}\d{0,3}(?:로|길|대로)\s?\d{1,4}(?:번?길)?(?:\s\d{1,4})?(?:-\d{1,3})?(?:,\s?(?:[가-힣A-Z]{1,10}\s?)?(?:\d{1,4}동\s?)?(?:\d{1,2}층\s?)?\d{1,4}호)(?:실)?",
        ),
        (
            "ko",
            r"(?<![가-힣])[가-힣]{1,4}구\s[가-힣]{1,6}\d{0,3}(?:로|길|대로)\s?\d{1,4}(?:번?길)?(?:\s\d{1,4})?(?:-\d{1,3})?",
        ),
        (
            "ru",
            rf"(?<!\w)[А-ЯЁ][а-яё-]+(?:\s[А-ЯЁ]?[а-яё-]+)?\s(?:бульвар|проспект|улиц|переул|шоссе|набережн|проезд|тупик|площад|аллея|тракт)[а-яё]*,?\s(?:д(?:ом|\.)\s?)?\d{{1,4}}[А-Яа-я]?(?:[/-]\d+)?{_RU_TAIL}*",
        ),
        ("ru", r"(?<!\w)[Тт]расс[аеуы]\s[А-ЯA-Z]-?\d{1,4},?\s\d{1,4}-?й?\s(?:км|километр\w*)"),
        (
            "zh",
            rf"(?![一二三四五六七八九十\d]{1, 3}楼){_ZH_CHAR}{{1,8}}{_ZH_WAY}(?:{_ZH_CHAR}{{0,8}}{_ZH_WAY})?(?:{_ZH_NUM}{_ZH_PART}){{1,5}}(?:{_ZH_CHAR}{{1,6}}(?:宿舍|公寓|小区|楼)(?:[A-Z]座)?(?:{_ZH_NUM}{_ZH_PART})*)?(?:[A-Z]座)?(?:\d{{1,4}}(?:-\d{{1,4}}){{0,2}}(?:室|号|户|房)?)?(?![年月日])",
        ),
        (
            "zh",
            rf"(?:宿舍|公寓|平房|板房|集装箱|彩钢房|仓库|员工楼|职工楼)(?:楼)?(?:{_ZH_NUM}{_ZH_PART}){{1,4}}(?:\d{{2,4}}(?:室|房)?)?",
        ),
        # Партизанская, дом 5; Магистральная, 9, общежитие, комната 31; на Обводном канале, 118, литера Б
        (
            "ru",
            rf"(?<!\w)(?:[А-ЯЁ][а-яё-]+\s)?[А-ЯЁ][а-яё-]+(?:ая|яя|ой|ей|ую|юю|ий|ый|ского|ова|ева|ина|ных|ской|ия|ов|ев),?\s(?:дом|д\.)\s?\d{{1,4}}[А-Яа-я]?(?:[/-]\d+)?{_RU_TAIL}*",
        ),
        (
            "ru",
            rf"(?<!\w)(?:\d{{1,2}}-(?:я|й|ой|ю)\s)?[А-ЯЁ][а-яё-]+(?:ая|яя|ой|ей|ую|юю|ского|ских|ова|ева|ина),\s\d{{1,4}}[А-Яа-я]?(?:[/-]\d+)?{_RU_TAIL}*(?=[,.;\s]|$)",
        ),
        (
            "ru",
            rf"(?<=[Нн]а\s)(?:[А-ЯЁ][а-яё-]+\s)?[А-ЯЁа-яё][а-яё-]+,\s\d{{1,4}}[А-Яа-я]?(?:[/-]\d+)?{_RU_TAIL}*(?=[,.;\s]|$)",
        ),
        (
            "ru",
            r"(?<!\w)(?:народн\w+\sгрупп\w+|инминбан\w*|микрорайон\w*|квартал\w*|барак\w*|общежити\w+|вагончик\w*|бытовк\w+|секци\w+|казарм\w+)\s(?:№\s?)?\d{1,3}(?!\w)(?:,?\s(?:комнат\w+|кв\.?|секция|дом)\s?\d{1,4})*",
        ),
        ("ru", rf"(?<!\w)(?:дом\w{{0,2}}|д\.)\s(?:№\s?)?\d{{1,4}}[А-Яа-я]?(?:[/-]\d+)?{_RU_TAIL}+"),
    )
)
_COUNTIES_ZH = (
    "庆源 庆兴 恩德 稳城 会宁 茂山 延社 镜城 鱼郎 明川 明涧 花台 吉州 化成 新坡 三水 甲山 丰西 普天 白岩 三池渊 大红湍 云兴 金亨权 金正淑 金亨稷 渭原 楚山 雩时 古丰 松源 城干 前川 龙林 狼林 长江 和坪 "
    "慈城 时中 中江 义州 朔州 碧潼 昌城 东仓 大馆 天摩 枇岘 龙川 铁山 东林 宣川 郭山 云田 博川 泰川 云山 香山 球场 宁边 新岛 盐州 价川 顺川 安州 德川 平城 成川 新阳 阳德 孟山 宁远 大兴 北仓 会昌 殷山 顺安 "
    "平原 肃川 文德 大同 江西 甑山 温泉 龙冈 遂安 谷山 新坪 延山 瑞兴 凤山 银波 麟山 黄州 延滩 胜湖 中和 祥原 兔山 金川 新溪 平山 安岳 银泉 信川 载宁 新院 碧城 瓮津 康翎 苔滩 龙渊 长渊 松禾 三泉 殷栗 银栗 "
    "峰泉 白川 延安 青丹 裴川 法洞 文川 川内 安边 高山 通川 高城 淮阳 金刚 昌道 金化 平康 铁原 伊川 板桥 洗浦 高原 金野 永光 定平 咸州 荣光 新兴 赴战 长津 洪原 北青 德城 利原 虚川 端川 新浦"
).split()
_SMALL = tuple(
    (script, re.compile(pattern), weight)
    for script, pattern, weight in (
        ("ko", r"(?<![가-힣])(?P<n>[가-힣]{2,3}(?:진|향|촌|툰|현))(?=(?:에서|에|의|으로|까지|쪽)(?![가-힣])|\s(?:사는|출신|사람|시장|장마당|집|마을|마을에|에서))", GUESS),
        ("ko", r"(?<=[군구역시도현읍]\s)(?P<n>[가-힣]{2,4}(?:리|동|로동자구|읍|면))(?![가-힣]*(?:거리|다리|자리))(?=[\s,.]|에|의|로|출신|$)", PATTERN),
        ("ko", rf"(?:{'|'.join(sorted((w for w in towns.KOREAN if len(w) > 1), key=len, reverse=True))})시?\s(?P<n>[가-힣]{{2,4}}(?:동|리|로동자구|포|촌))(?![가-힣]*(?:거리|다리|자리))(?=[\s,.]|에|의|로|출신|$)", PATTERN),
        ("ko", r"(?<=[군구역시]\s)(?P<n>[가-힣]{2,4}(?:포|촌|골|동네|마을|노동자구))(?=[\s,.]|에|의|로|출신|$)", PATTERN),
        ("zh", rf"(?P<n>(?:{'|'.join(_COUNTIES_ZH)})(?:郡|县|邑)?)(?=的|人|那边|老家|来的|，|。|、)", PATTERN),
        ("zh", r"(?:(?<![\u3400-\u9fff])|(?<=[在是从到的住我她他]))(?P<n>[\u3400-\u9fff]{2,3}(?:郡|邑))", PLAIN),
        ("zh", r"(?P<n>(?:(?![在是从到的住我她他里这那])[\u3400-\u9fff]){2,3}(?:(?<![员屉房堂柜盒箱机子厂车屋楼院村锅手心夜月包兜水嘴眼店山海江河城镇乡县市郡国公这那哪信书话袋群社班组队舍校司窝场库间室铁笼罐桶碗盆瓶缸坑田地林墙缝怀口袖裤衣帽鞋袜床梦年季头脸肚身血歌戏词文纸报网馆摊伙暗圈边党军营狱牢监所局部厅殿庙教家])里|洞|劳动者区|工人区))(?=，|。|、|的|人)", GUESS),
        ("zh", r"(?<=[郡县邑])(?P<n>[\u3400-\u9fff]{2,3}(?:里|洞|面|邑|劳动者区|工人区))", PLAIN),
        ("zh", r"(?:老家|家乡|故乡|娘家|家)(?:是|在)(?:朝鲜|咸镜北道|咸镜南道|平安北道|平安南道|黄海道|黄海南道|黄海北道|两江道|慈江道|江原道)?(?P<n>[\u3400-\u9fff]{2,3})(?=[，。、的])", GUESS),
        ("ru", r"(?:[Уу]ехал\w*|[Жж]ив[уёе]\w*|[Жж]ил\w*|[Рр]од(?:ом|ился|илась)|[Вв]ырос\w*|[Пп]оймали|[Сс]прятал\w+|[Рр]аботал\w*|[Сс]лужил\w*|[Пп]ереехал\w*|[Оо]стал\w+|из\sсела|из\sдеревни)\s(?:в|во|из|под|около|возле)\s(?P<n>[А-ЯЁ][а-яё]{3,}(?:-[А-ЯЁ][а-яё]+)?)(?=[.,;]|\s[а-яё])", GUESS),
        ("ru", r"(?:[Пп]ос[её]л\w+|[Сс]ел[оеау]|[Дд]еревн\w+|[Сс]танци\w+|[Рр]азъезд\w*|[Хх]утор\w*|[Аа]ул\w*|[Кк]ишлак\w*|[Мм]ахалл\w+|[Зз]аимк\w+|[Уу]езд\w*)\s[«\"]?(?P<n>[А-ЯЁ]{2,5}|[А-ЯЁ][а-яё]+(?:[-\s](?:[А-ЯЁ][а-яё]+|\d+))?)(?!\w)", PATTERN),
        ("en", r"\b(?:[Ii] (?:am|was|come|came)|[Hh]e (?:is|was|came|comes)|[Ss]he (?:is|was|came|comes)|they (?:are|were|came)|born|raised|grew up|hometown (?:is|was)|home (?:is|was)|village|native) (?:from |in |of |near )?(?P<n>[A-Z][a-z'’]{3,}(?:-[a-z]+)?)(?=[.,;]| like | too| as well| and | where | but )", GUESS),
    )
)  # fmt: skip
_UNITS = tuple(
    (script, re.compile(pattern))
    for script, pattern in (
        (
            "ko",
            r"(?<![\d가-힣])(?:제\s?)?\d{2,4}\s?(?:총국|지도국|관리국|상무|연합기업소|련합기업소|무역회사|련락소|연락소|호실|국)(?=[^가-힣]|산하|소속|에|의|이|은|에서|으로|사람)",
        ),
        (
            "ko",
            r"(?<![\d가-힣])(?:제\s?)?\d{2,4}\s?(?:건설|청년|속도전|속도전청년|고속도로|발전소|군인|공병|철도|도로)?(?:돌격대|려단|여단|련대|연대|사단|군단|대대)(?:\s?(?:제\s?)?\d{1,3}\s?(?:려단|여단|련대|연대|대대|중대|소대|분대))*",
        ),
        (
            "en",
            r"(?<!\w)(?:the )?(?:\d{1,4}(?:st|nd|rd|th)|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth) (?:[A-Z][a-z]+ ){0,3}(?:Corps|Brigade|Regiment|Division|Battalion|Bureau|Company|Platoon|Shock Brigade|Department|Office|Army)(?!\w)",
        ),
        (
            "en",
            r"(?<!\w)(?:[A-Z][\w'’-]+ ){0,3}(?:Construction|Forestry|Labou?r|Youth|Shock|Engineering|Army|Work|Logging) (?:Brigade|Battalion|Regiment|Bureau|Unit|Team) (?:[Nn]o\.? ?)?\d{1,5}(?!\w)",
        ),
        ("ko", r"[가-힣]{2,6}(?:성|부|총국|위원회)\s(?:제\s?)?\d{1,3}\s?(?:총국|국|처|지도국|관리국|사업소|대상)"),
        (
            "en",
            r"(?<!\w)(?:Branch|Enterprise|Department|Office|Base|Station|Bureau|Farm|Camp|Mine) (?:[Nn]o\.? ?)?\d{1,4}(?!\w)",
        ),
        (
            "en",
            r"(?<!\w)(?:the )?(?:\d{1,4}(?:st|nd|rd|th)|First|Second|Third|Fourth|Fifth) (?:[A-Z][a-z]+ ){0,3}(?:Enterprise|Centre|Center|Unit|Academy|Station|Base)(?!\w)",
        ),
        (
            "zh",
            r"(?:(?<=归)|(?<=属于)|(?<=隶属)|(?<=派出单位是)|(?<=上级是)|(?<=单位是))(?:(?!我|你|他|她|谁)[\u3400-\u9fff]){3,12}?(?:总局|局|总公司|公司|会社|总社|社|研究所|中心|旅团|团)(?=[，。、；管的])",
        ),
        (
            "zh",
            r"第?(?:\d{1,5}|[一二三四五六七八九十]{1,3})(?:建设|工程|铁道|工兵|青年|建筑|机械化|步兵|警备|林业|运输)?(?:大队|中队|旅|师团|师|团|总队|突击队|部队|军团|总局|局|连|营|建设局|对外建设局)(?:第?(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:大队|中队|小队|营|连|事业所))?(?![长员伙里圆聚傅父浩几好两站下干吃说打做写])(?!(?<=一连)[一二三四五六七八九十])",
        ),
        (
            "ru",
            r"(?<!\w)(?:[а-яё]+(?:ой|ая|ую|ом|ый|ого)\s)?(?:бригад\w+|полк\w*|батальон\w*|дивизи\w+|корпус\w*|отряд\w*|управлени\w+|бюро|отделени\w+|участ\w+)\s(?:№\s?)?\d{1,4}(?:[.-]\d{1,3})?(?!\w)",
        ),
        (
            "ru",
            r"[«\"“](?:Предприятие|Трест|Отделение|Управление|Участок|Бригада|Отряд|Леспромхоз|Компания|Комбинат|Объединение|Бюро)\s(?:№\s?)?\d{1,4}[»\"”]",
        ),
    )
)
_KOREANS = r"(?:[Кк]оре[йе]\w*|КНДР|[Сс]еверокорей\w*|[Ии]х\s(?:фирм\w+|контор\w+|организаци\w+))"
_RU_FROM = re.compile(rf"{_KOREANS}[^.!?«]{{0,50}}[«\"“](?P<n>[А-ЯЁ][\w\s№-]{{2,30}}?)[»\"”]")
_EN_FROM = re.compile(
    r"(?:Koreans?|DPRK|Korean side|Pyongyang)\b[^.!?\n]{0,60}?\b(?:firm|company|unit|office|bureau|organi[sz]ation|corporation|outfit)\b[^.!?\n]{0,12}?(?:named|called|was|is|,) (?:the )?[\"“']?(?P<n>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3})"
    r"|(?:[Mm]y|[Oo]ur|[Hh]is|[Tt]heir) (?:unit|work unit|bureau|corporation|battalion|brigade) (?:was|is)(?: called)? (?:the )?[\"“']?(?P<m>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,4})"
)
_RU_KOREAN_WORD = re.compile(
    r"[«\"“](?P<n>(?=[А-ЯЁ])(?:(?:[Чч]х|[Кк]х|[Тт]х|[Пп]х|[БГДЖКНМЛПРСТХЧбгджкнмлпрстхч])?(?:[Вв]а|[Вв]о|[АЕЁИОУЫЭЮЯаеёиоуыэюя])(?:нъ|ль|[клмнпт](?![аеёиоуыэюя]))?){2,4}(?:[-\s]?\d{1,3})?)[»\"”]"
)
_FIRMS = tuple(
    (script, re.compile(pattern))
    for script, pattern in (
        ("en", r"(?<!\w)(?P<n>(?:[A-ZÀ-Ž][\w&'’À-ž-]*\s){1,4}(?:Sp\. z o\.o\.|S\.?A\.?|GmbH|JSC|OJSC|PJSC|PLC|Pte\.?(?: Ltd\.?)?|Sdn\.? Bhd\.?|s\.r\.o\.|d\.o\.o\.|A/S|B\.?V\.?|SARL|S\.?p\.?A\.?|LLP|W\.?L\.?L\.?|A\.?Ş\.?|XXK|OÜ|UAB|SIA))(?!\w)"),
        ("ru", r"(?<![\w«])(?P<n>(?:ООО|ОАО|ЗАО|ПАО|АО|ИП|ТОО|СМУ|СУ|ПКФ|ТПК|ГК|УК|ЧОП|МП|ГУП|НПО|КФХ|СПК|НАО)\s(?:№\s?)?[«\"“][^»\"”\n]{2,40}[»\"”])"),
        ("ru", r"(?<!\w)(?P<n>(?:ИП|КФХ)\s[А-ЯЁ][а-яё]+(?:\s[А-ЯЁ]\.\s?(?:[А-ЯЁ]\.)?)?)"),
        ("ru", r"(?<![\w«])(?P<n>(?:СМУ|СУ|ПМК|ДСК|ЖБИ|РМЗ|ТЭЦ|ГРЭС)[-\s№]{1,3}\d{1,3})(?!\w)"),
        (
            ("zh", (r"(?P<n>(?:(?![在去到的从是我叫和给就那这家了把被让对跟有个他她您你做过来们都没不也还用说叫做边归])[\u3400-\u9fff]){2,7}(?:国旅|国际旅行社|旅行社|商行|超市|洗浴|鞋业|冷库|水产品|船厂|修船厂|造船厂|砖厂|林场|养殖场|项目部|劳务|人力资源|网络|软件|信息技术|数码|药业|矿业|物流|"
            r"海运|远洋|渔业|制鞋|箱包|毛衫|羽绒|假发|工艺品|餐馆|餐饮|烤肉|料理|歌舞团|会馆|夜总会|美容院|诊所|幼儿园|农业|牧业|畜牧|光电|塑料|五金|家具|门窗|装饰|装修|置业|地产))(?=[，。、；：”」,.;的了干做上打是]|工作|$)"))
        ),
        ("ko", r"(?<![가-힣])(?P<n>[가-힣]{2,8}(?:관|루|각|옥|정|원|랭면|은방울관|해당화|식료|제화|해운|선박|조선|로봇|소프트|소프트웨어|테크|아이티|정보|네트|통신|엔지니어링|개발|종합|복합|기술|인력|산업|건설|마린))(?:\s?(?:유한공사|유한책임회사|회사|식당|주식회사))?(?=(?:이라는|라는|이라고|라고)\s(?:하는\s)?(?:[가-힣]{1,5}\s){0,2}?(?:식당|회사|파견회사|업체|공장|기업|곳|데|가게))"),
    )
)  # fmt: skip


# Province, city, county and town before a Chinese street are places by themselves.
_LARGER = re.compile(
    r"[\u3400-\u9fff]{2,}?[省市县镇乡州](?:[\u3400-\u9fff]*?[市县镇乡](?=[\u3400-\u9fff]{2}))?(?=[\u3400-\u9fff]{2})"
)


def find(text: str, wide: frozenset[str] = frozenset()) -> Iterator[Finding]:
    """Addresses, small places, units and firms by further forms."""
    written = scripts.present(text)
    for pattern in (p for script, p in _ADDRESSES if script in written):
        for match in pattern.finditer(text):
            end = match.end() - len(match[0]) + len(match[0].rstrip(" ,"))
            start = match.start() + (larger.end() if (larger := _LARGER.match(match[0])) else 0)
            yield _at("ADDRESS", text, start, end, "address.parts", PLAIN)
    yield from _small(text, wide, written)
    yield from _bodies(text, written)


def _small(text: str, wide: frozenset[str], written: frozenset[str]) -> Iterator[Finding]:
    for pattern, weight in ((p, w) for script, p, w in _SMALL if script in written):
        for match in pattern.finditer(text):
            if not towns.is_wide(match["n"], wide) and match["n"] not in _NO_PLACE:
                yield _at("SMALL_PLACE", text, *match.span("n"), "place.form", weight)


def _bodies(text: str, written: frozenset[str]) -> Iterator[Finding]:
    for pattern in (p for script, p in _UNITS if script in written):
        for match in pattern.finditer(text):
            yield _at("UNIT", text, *match.span(), "unit.numbered", PLAIN)
    for match in _RU_FROM.finditer(text):
        yield _at("UNIT", text, match.start("n") - 1, match.end("n") + 1, "unit.quoted", PATTERN)
    for match in _RU_KOREAN_WORD.finditer(text):
        if re.search(
            r"(?i)(?:организаци|контор|предприяти|компани|фирм|отправ|от|объединени|управлени)\w*\s?(?:—|–|-|:|была?|это|называ\w+)?\s?$",
            text[max(0, match.start() - 24) : match.start()],
        ):
            yield _at("UNIT", text, *match.span(), "unit.quoted", STRONG)
    for match in _EN_FROM.finditer(text):
        group = match.lastgroup or "n"
        yield _at("UNIT", text, *match.span(group), "unit.called", STRONG)
    for pattern in (p for script, p in _FIRMS if script in written):
        for match in pattern.finditer(text):
            yield _at("WORKPLACE", text, *match.span("n"), "firm.word", STRONG)


_NO_PLACE = frozenset(
    "발전 사진 고향 영향 방향 취향 성향 지향 표현 실현 출현 재현 구현 농촌 어촌 산촌 지구촌 이번 추진 전진 후진 진진 행진 승진 매진 부진 지진 서진 그런 Korean Russian Chinese North South "
    "общежитии бараке тайге лесу городе стройке селе посёлке деревне России Китае Корее".split()
)


def _at(kind: str, text: str, start: int, end: int, rule: str, weight: int) -> Finding:
    head = "firm" if kind in ("UNIT", "WORKPLACE") else "place"
    return Finding(kind, start, end, rule, f"{head}.{letters_of(text[start:end])}", weight)
