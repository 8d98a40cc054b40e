"""Days said by what they are near: feasts and birthdays everybody knows, with so many days before or after, lunar days, the 28th.

“김일성 생일 다음날”, “the Monday after Easter 2018”, “腊月二十三”, “на третий день после Пасхи” name one day as well as figures do.
A feast alone is not taken (설날에는 쉬었다): a year, a part of the day, a count of days or the word “day” must stand with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from intake.language import scripts

_KO_FEAST = (
    r"(?:태양절|광명성절|설날|음력\s?설|양력\s?설|구정|신정|설|추석|한가위|(?:정월\s?)?대보름|단오|한식|청명|동지|국경절|로동절|노동절|메이데이|오일절|부녀절|삼팔절|3[.·]8절|"
    r"(?:국제\s?)?(?:부녀|녀성|여성)(?:절|의\s?날)|소년단\s?(?:창립)?절|전승절|해방기념일|광복절|(?:공화국|당)\s?창건(?:\s?기념)?[일절]|건군절|선군절|헌법절|어머니날|청년절|크리스마스|"
    r"성탄절|부활절|(?:김일성|김정일|김정은|장군님|수령님|원수님|대원수님)(?:의)?\s?(?:생일|탄생일|탄신일|생신)|새해|송년|동짓날|백중|하지|춘분|추분|중추절|춘절|단오절|승리의\s?날|해방의\s?날|[가-힣]{2,4}의\s?날|려성절)"
)
_KO_COUNT = r"(?:하루|이틀|사흘|나흘|닷새|엿새|이레|여드레|아흐레|열흘|보름|\d{1,2}일|[일이삼사오육칠팔구십]{1,2}일)"
_KO_OFF = rf"(?:\s?(?:바로\s)?(?:전날|전\s?날|다음\s?날|이튿날|뒷날|그\s?다음\s?날|전야|{_KO_COUNT}\s?(?:전|뒤|후|앞두고|지나서?|있다가)))"
_KO_WHEN = r"(?:날|당일|(?:날)?\s?(?:아침|저녁|새벽|밤|낮|오전|오후))"
_KO_YEAR = r"(?:(?:(?:19|20)?\d\d\s?년|주체\s?\d{1,3}\s?년|이듬해|다음\s?해|그\s?해|같은\s?해|작년|지난해|재작년|올해|[이천공일구팔칠육륙오사삼십백]{3,9}\s?년)\s?)"
_EN_FEAST = (
    r"(?:(?:Orthodox |Catholic |Greek |Coptic )?(?:Christmas(?: Eve| Day)?|Easter(?: Sunday| Monday)?)|Christmas(?: Eve| Day)?|New Year(?:['’]s)?(?: Eve| Day)?|(?:the )?Lunar New Year(?:['’]s)?(?: Eve| Day)?|Palm Sunday|Whit Sunday|Pentecost|Ash Wednesday|Ascension Day|All (?:Saints|Souls)['’]? Day|Easter(?: Sunday| Monday)?|Good Friday|Victory Day|"
    r"(?:International )?Women['’]?s['’]? Day|(?:International )?Labou?r Day|(?:International )?Workers['’] Day|May Day|(?:the )?Day of the Sun|(?:the )?Day of the Shining Star|"
    r"Chuseok|(?:the )?Mid-Autumn Festival|Kim (?:Il[ -][Ss]ung|Jong[ -][Ii]l|Jong[ -][Uu]n)['’]s birthday|"
    r"(?:the )?(?:General|Leader|Marshal|Great Leader)['’]s birthday|(?:the )?(?:Party )?(?:Foundation|Founding) Day|"
    r"(?:the )?(?:Independence|Liberation|Army|National|Constitution|Republic|Teachers['’]|Children['’]s|Mother['’]s|Epiphany|Thanksgiving) Day|Thanksgiving|Epiphany|"
    r"Eid(?: al-\w+)?|Tet|Diwali|Nowruz|Songkran|the winter solstice|the first full moon|Halloween|(?:the )?(?:start|end|beginning) of Ramadan|Ramadan|Passover|Tsagaan Sar|Nauryz|Hanukkah|Lent|St\.? \w+['’]s? (?:Day|Eve))"
)
_EN_NUMBER = r"(?:\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten|a couple of)"
_EN_DAYNAME = r"(?:[Mm]onday|[Tt]uesday|[Ww]ednesday|[Tt]hursday|[Ff]riday|[Ss]aturday|[Ss]unday)"
_EN_YEAR = r"(?:,?\s(?:in\s|of\s)?(?:the\syear\s)?(?:19|20)\d\d)"
_EN_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_EN_THAT = r"(?:that|the\s(?:same|next|following|first|second|third))"
# What an ordinal counts when it is no day.
_EN_COUNTED = r"(?:floor|storey|story|shift|day|night|time|trip|try|attempt|line|page|step|stair|bunk|row|side|month|year|week|visit|bus|boat|ship|group|team|site|deck|table|house|train|door|bed|hour|morning|evening|one|of|and|or)"
_EN_ORDINAL = (
    r"(?:\d{1,2}(?:st|nd|rd|th)|(?:twenty[- ]|thirty[- ])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|"
    r"sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth)"
)
_ZH_FEAST = (
    r"(?:春节|元旦|国庆节?|中秋节?|端午节?|元宵节?|小年|除夕|大年初[一二三四五六七八九十]|大年三十|年三十|年初[一二三四五六七八九十]|太阳节|光明星节|金日成(?:的)?(?:生日|诞辰)|金正日(?:的)?(?:生日|诞辰)|"
    r"金正恩(?:的)?生日|圣诞节?|平安夜|清明节?|七夕|腊八|重阳节?|中元节|冬至|建军节|妇女节|三八节?|劳动节|五一节?|十一|建国纪念日|党创建日|建党节|泼水节|开斋节|情人节|儿童节|六一)"
)
_ZH_OFF = (
    r"(?:的?前[一两三四五几]?天|的?前一[天晚日夜]|的?第[二三四五六七]天|[之以过]?后的?第?[一二两三四五六七]天|[之以]?前的?[一二两三四五六七]天|那天|那晚|那夜|当天|当日|当晚|前夕|前夜|夜里|晚上|早上|"
    r"凌晨|一早|清早|上午|下午|过后[一两三四五]天)"
)
_ZH_NUM = "一二三四五六七八九十"
_ZH_YEAR = r"(?:(?:(?:19|20)?\d\d|[〇零一二三四五六七八九]{4}|主体\d{1,3}(?:（\d{4}）)?)年|去年|前年|大前年|今年|那年|当年|同年|头年|隔年|转过年|第二年|次年|转年)"
_RU_FEAST = (
    r"(?:Дн(?:я|ю|ем|ём|е)\s(?:[Пп]обеды|[Сс]олнца|[Рр]оссии|[Кк]онституции|[Зз]наний|[Аа]рмии|[Сс]троителя|[Рр]ыбака|[Зз]ащитника|[Гг]орода|[Оо]снования|[Нн]езависимости|[Рр]еспублики|[Сс]ияющей\s[Зз]везды)|"
    r"(?:День\s(?!рожд)[а-яё]{5,}(?=[.,;!?]|\s[12]\d))|[Дд]ень\s(?:[Пп]обеды|[Сс]олнца|[Рр]оссии|[Кк]онституции|[Зз]наний|[Аа]рмии|[Сс]троителя|[Рр]ыбака|[Зз]ащитника|[Гг]орода|[Оо]снования|[Нн]езависимости|[Рр]еспублики|[Сс]ияющей\s[Зз]везды)|"
    r"Нов(?:ый|ого|ому|ым)\s[Гг]од(?:а|у|ом)?|Рождеств(?:о|а|у|ом)|Пасх(?:а|и|у|ой|е)|Троиц(?:а|ы|у|ей|е)|Крещени(?:е|я|ю|ем)|Маслениц(?:а|ы|у|ей|е)|Покров(?:а|у|ом)?|"
    r"Иван(?:а|у)?\sКупал(?:а|ы|у|е)|Первома(?:й|я|ю|ем)|майски(?:е|х)|Восьм(?:ое|ого|ому|ым)\s[Мм]арта|[Дд]евят(?:ое|ого)\s[Мм]ая|Перв(?:ое|ого)\s[Мм]ая|Ильин(?:а)?\sд(?:ень|ня)|Николин(?:а)?\sд(?:ень|ня)|"
    r"Медов(?:ый|ого)\sСпас(?:а)?|Яблочн(?:ый|ого)\sСпас(?:а)?|Вербн(?:ое|ого)\sвоскресень[ея]|Прощ[её]н(?:ое|ого)\sвоскресень[ея]|Навруз(?:а|у|ом)?|Наурыз\w*|Курбан[-\s][Бб]айрам\w*|Ураза[-\s]?\w*|Рождественск\w+\sсочельник\w*|Чхусок(?:а)?|Соллаль|лунн(?:ый|ого)\s[Нн]ов(?:ый|ого)\s[Гг]од(?:а)?|"
    r"(?:день\sрождения|дня\sрождения)\s(?:Ким\sИр\sСена|Ким\sЧен\sИра|Ким\sЧен\sЫна|вождя))"
)
_RU_LEAD = (
    r"(?:(?:на\s)?(?:следующий|второй|третий|четвёртый|четвертый|пятый|другой)\sдень\sпосле|назавтра\sпосле|через\s(?:\w+\s){0,2}(?:день|дня|дней)\sпосле|"
    r"за\s(?:\w+\s){0,2}(?:день|дня|дней)\sдо|накануне|в\sканун|в\sночь\s(?:на|после|перед)|ночь\s(?:на|после|перед)|(?:утром|вечером|днём|днем|ночью)\s(?:на|в|после|перед)|сразу\sпосле|аккурат\s(?:на|в|перед|после)|"
    r"как\sраз\s(?:на|в|перед|после)|прямо\s(?:на|в|перед)|под|на|в|(?:в\s)?(?:понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье)\s(?:после|перед))"
)
_RU_ORD = (
    r"(?:(?:двадцать|тридцать)\s)?(?:первого|второго|третьего|четвёртого|четвертого|пятого|шестого|седьмого|восьмого|девятого)|десятого|одиннадцатого|двенадцатого|тринадцатого|"
    r"четырнадцатого|пятнадцатого|шестнадцатого|семнадцатого|восемнадцатого|девятнадцатого|двадцатого|тридцатого"
)

_PATTERNS = tuple(
    (script, re.compile(pattern))
    for script, pattern in (
        # 2020년 추석날, 태양절 전날, 김일성 생일 사흘 뒤, 설날 새벽
        ("ko", rf"(?<![가-힣])(?:{_KO_YEAR}(?:\d{{1,2}}월\s?)?(?:음력|양력)?\s?{_KO_FEAST}(?:{_KO_WHEN})?{_KO_OFF}?|(?:\d{{1,2}}월\s?)?{_KO_FEAST}(?:{_KO_WHEN}{_KO_OFF}?|{_KO_OFF}))(?!마다)"),
        # 그달 25일, 같은 달 초사흗날
        ("ko", r"(?:(?:19|20)\d\d\s?년\s?)?(?<!\d)\d{1,2}\s?월\s?(?:첫|첫째|둘째|두번째|셋째|세번째|넷째|마지막)\s?(?:주\s?)?[월화수목금토일]요일"),
        ("ko", r"(?<![가-힣])(?:그\s?달|같은\s?달|다음\s?달|지난\s?달|이듬달|그\s?다음\s?달)\s?\d{1,2}일(?!간|\s?동안|까지만)"),
        # on Christmas Eve 2018, the Monday after Easter, two days before the Day of the Sun
("en", rf"\b[Tt]he\s(?:first|second|third|fourth|fifth|last)\s{_EN_DAYNAME}\s(?:of|in|after|before)\s(?:{_EN_MONTH}|Advent|Lent|Epiphany|Trinity|Easter|{_EN_THAT}\smonth){_EN_YEAR}?(?!\w)|\b{_EN_DAYNAME},?\sthe\s{_EN_ORDINAL}(?:\sof\s(?:{_EN_MONTH}|{_EN_THAT}\smonth))?(?!\w)"),
        ("en", rf"\b(?:[Oo]n\s)?[Tt]he\s(?:last|first|second\slast)\sday\sof\s{_EN_MONTH}{_EN_YEAR}?(?!\w)"),
        ("en", rf"\b[Tt]he\s{_EN_ORDINAL}\sof\s{_EN_THAT}\smonth(?!\w)|\b[Tt]he\s{_EN_ORDINAL}\sday\sof\s(?:the\s)?(?:(?:[Ll]unar\s)?[Nn]ew\s[Yy]ear|(?:\w+\s)?lunar\smonth|(?:\w+\s)?month|{_EN_MONTH}|{_EN_FEAST}){_EN_YEAR}?(?!\w)"),
        ("zh", r"(?:(?:19|20)\d\d年)?\d{1,2}月的?(?:第[一二三四]|最后一)个(?:星期|礼拜|周)[一二三四五六日天]"),
        ("en", rf"(?:\b[Tt]he\s)?\b(?:(?:(?:first|second|third|fourth|fifth|sixth|seventh|last)\s)?(?:day|night|morning|evening|afternoon|eve|{_EN_DAYNAME})\s(?:right\s|just\s)?(?:before|after|of|following)|{_EN_NUMBER}\s(?:days?|nights?)\s(?:before|after))\s{_EN_FEAST}{_EN_YEAR}?(?!\w)"),
        ("en", rf"(?<![Ee]very\s)(?<![Ee]ach\s)\b(?:Christmas Eve|Christmas Day|New Year['’]s (?:Eve|Day)|Easter Sunday|Easter Monday|Good Friday)(?!\w)|\bthe (?:end|first day|last day|eve) of (?:Ramadan|Lent|Eid|Passover|Diwali|Nowruz|Tet)(?!\w)|(?<=\b[Oo]n\s){_EN_FEAST}{_EN_YEAR}?(?!\w)|\b{_EN_FEAST}{_EN_YEAR}(?!\w)"),
        # A bare number is a day only with its preposition, so that belongs to it.
        ("en", rf"\b[Oo]n\sthe\s(?:\d{{1,2}}(?:st|nd|rd|th)(?!\s{_EN_COUNTED}\b)|{_EN_ORDINAL}(?=[.,;:!?]|\s(?:at|I|we|he|she|they|somebody|someone|there|in\sthe|when|it|my|his|her|our|before|after|everything|nobody|two|three|four|some|both|came|only)\b))(?![\w-])"),
        ("en", rf"(?<=\b[Oo]n\s){_EN_DAYNAME},?\s(?:the\s)?{_EN_ORDINAL}(?!\w)"),
        # 2018年腊月二十三, 农历八月十五, 正月十五, 国庆节那天, 金日成生日的前一天
        ("zh", rf"{_ZH_YEAR}?(?:农历|阴历|旧历)?(?:正月|腊月|冬月|闰?[{_ZH_NUM}]{{1,2}}月)(?:初[{_ZH_NUM}]|十[{_ZH_NUM[:-1]}]|二十[{_ZH_NUM[:-1]}]?|廿[{_ZH_NUM[:-1]}]?|三十|十)(?![{_ZH_NUM}多几天个号日])(?:{_ZH_OFF})?"),
        ("zh", rf"(?:{_ZH_YEAR}(?:的)?{_ZH_FEAST}(?:{_ZH_OFF})?|{_ZH_FEAST}{_ZH_OFF}{{1,2}})"),
        ("zh", rf"(?:同月|当月|下个?月|上个?月|第二个月|次月)(?:\d{{1,2}}|[{_ZH_NUM}]{{1,3}})[号日]"),
        ("zh", rf"(?<![\d月第{_ZH_NUM}])(?:\d{{1,2}}|[{_ZH_NUM}]{{1,3}})[号](?=那天|那晚|当天|当晚|晚上|早上|夜里|凌晨|上午|下午|早晨|傍晚|半夜|清早)"),
        ("zh", r"主体\s?\d{1,3}年\s?\d{1,2}月\s?\d{1,2}[日号]"),
        # на третий день после Пасхи, в ночь на Рождество 2018 года, тридцатого, 28-го числа
        ("ru", rf"(?<!\w)(?i:{_RU_LEAD})\s{_RU_FEAST}(?:,?\s(?:19|20)\d\d(?:-го|\s?года|\s?г\.)?)?(?!\w)|(?<!\w){_RU_FEAST}\s(?:19|20)\d\d(?:-го|\s?года|\s?г\.)?(?!\w)"),
        ("ru", rf"(?<!\w)(?i:{_RU_ORD})(?=[,.;!?]|\sчисла|\s(?:утром|вечером|ночью|днём|днем))(?:\sчисла)?"),
        ("ru", r"(?<=тром\s)\d{1,2}-го|(?<=ечером\s)\d{1,2}-го|(?<=очью\s)\d{1,2}-го|(?<!\w)(?:[Вв]о?\s)?(?:[Пп]ерв|[Вв]тор|[Тт]реть|[Чч]етв[её]рт|[Пп]оследн)\w{1,3}\s(?:понедельник|вторник|сред[ау]|четверг|пятниц[ау]|суббот[ау]|воскресенье)\s(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)(?:\s(?:19|20)\d\d(?:-го|\sгода|\sг\.)?)?|(?<![\w./])\d{1,2}-го(?=[,.;!?]|\sчисла|\s(?:утром|вечером|ночью|днём|днем|же|он|она|они|мы|я|нас)\b)(?:\sчисла)?"),
    )
)  # fmt: skip

# What belongs to a date that stands beside it: the year, the calendar, a range, a feast, the day of the week, a count of days.
_LEFT = re.compile(
    rf"(?:{_KO_YEAR}(?:음력|양력)\s?|{_KO_YEAR}|음력\s?|양력\s?|(?:{_KO_FEAST})[,，(]?\s?(?:인\s)?"
    r"|(?:(?:[Tt]he\s)?(?:night|morning|evening)\s(?:of|between|from)\s(?:the\s)?)?\d{1,2}(?:st|nd|rd|th)?\s(?:to|and|till|until)\s(?:the\s)?"
    rf"|(?:(?:[Вв]\s)?[Нн]очь\s)?(?:с|со|между)\s(?:\d{{1,2}}(?:-го)?|{_RU_ORD})\s(?:на|по|и)\s"
    rf"|(?:с|со|from|between)\s\d{{1,2}}\s(?:на|по|to|and)\s|\d{{1,2}}\s?[-–—]\s?|\d{{1,2}}\s(?:на|or|или)\s"
    r"|(?:на\s(?:следующий|второй|третий|четв[её]ртый|пятый|другой)\sдень\sпосле|через\s(?:\w+\s){0,2}(?:день|дня|дней)\sпосле|за\s(?:\w+\s){0,2}(?:день|дня|дней)\sдо|накануне|"
    r"(?:в\s)?ночь\s(?:на|после|перед))\s"
    r"|(?:[Tt]he\s)?(?:day|night|morning|evening)\s(?:before|after|of)\s(?:the\s)?|(?:\d{1,2}|an?|one|two|three|four|five|six|seven|ten)\s(?:days?|nights?)\s(?:before|after)\s(?:the\s)?"
    rf"|{_EN_DAYNAME},?\s(?:the\s)?|(?:в\s)?(?:понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье),?\s"
    rf"|(?:{_ZH_YEAR}|[一二零〇][一二三四五六七八九零〇]年)的?(?:农历|阴历|旧历)?|农历|阴历|旧历|{_RU_FEAST},\s|{_EN_FEAST},\s(?:on\s)?)$"
)
_RU_YEAR = (
    r"(?:(?:две\sтысячи\s|тысяча\sдевятьсот\s)?(?:(?:двадцать|девяносто|восемьдесят|семьдесят)\s(?:первого|второго|третьего|четв[её]ртого|пятого|шестого|седьмого|восьмого|девятого)|десятого|одиннадцатого|двенадцатого|тринадцатого|"
    r"четырнадцатого|пятнадцатого|шестнадцатого|семнадцатого|восемнадцатого|девятнадцатого|двадцатого|девяностого)(?:\sгода)?)"
)
_RIGHT = re.compile(
    rf",?\s(?:of\s|in\s)?(?:the\syear\s)?(?:19|20)\d\d(?![\d-])|,?\s['’]\d\d(?!\d)|\sof\s{_EN_THAT}\syear\b|\sthat\s(?:same\s)?year\b|,?\s{_RU_YEAR}(?!\w)|\s(?:того|этого)\sже\sгода|"
    rf"\s?명절\s?(?:이튿날|다음\s?날|전날)|{_KO_OFF}|\s{_KO_FEAST}(?:날)?(?:\s?당일)?|\s?\(?[월화수목금토일]요일\)?|,?\s(?:a\s)?{_EN_DAYNAME}\b|[（(，,]?\s?(?:星期|周|礼拜)[一二三四五六日天][）)]?|"
    r"的?前一天|的?第二天|后第?[二三两]天|,?\s(?:в\s)?(?:понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье)\b|-го(?:\sгода)?"
)


def find(text: str) -> Iterator[tuple[int, int]]:
    """Spans of days named by an occasion or by their number alone."""
    written = scripts.prose(text)
    for pattern in (p for script, p in _PATTERNS if script in written):
        for match in pattern.finditer(text):
            if not (match[0][0] in _RU_LETTERS and _is_year(text, *match.span())):
                yield match.span()


_RU_LETTERS = frozenset("пвтчшсодПВТЧШСОД")
_MONTH_BEFORE = re.compile(
    r"(?i)(?<!\w)(?:январ|феврал|март|апрел|ма[йяею]|июн|июл|август|сентябр|октябр|ноябр|декабр|весн|лет[ао]|осен|зим|начал|кон[еэ]?ц|середин|год|до|с|со|этаж|корпус|цех|подъезд|после)\w{0,3}\s$"
)


def _is_year(text: str, start: int, end: int) -> bool:
    """A Russian ordinal that stands for a year (с осени восемнадцатого) or counts something else, and no day."""
    if not re.fullmatch(rf"(?i:{_RU_ORD})", text[start:end]):
        return False
    return bool(
        _MONTH_BEFORE.search(text, max(0, start - 14), start)
        or re.match(r",\s[а-яё]+(?:ого|его)\s", text[end : end + 24])
    )


def widened(text: str, start: int, end: int) -> tuple[int, int]:
    """A date with what belongs to it on both sides, on one line."""
    left = _LEFT.search(text, max(0, start - 40), start)
    right = _RIGHT.match(text, end)
    return (left.start() if left else start), (right.end() if right else end)
