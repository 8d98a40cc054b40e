"""Numbers of papers, plates, accounts, ships and people by the words before them and by their shape; handles by their service.

A wider net than the plain forms in `identifiers_numbers`: a code (letters and figures) is taken where a word for a paper leads to
it, or where it has the shape of a plate or a document; money, counts and models of things are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from intake.language import scripts
from intake.language.findings import PATTERN, PLAIN, RECORD, Finding

_NOT_MONEY = (
    r"(?!\s?(?:원|달러|달라|딸라|위안|유안|루블|엔|킬로|키로|톤|리터|미터|메터|명|사람|시간|분|살|세|개|마리|년|월|일|프로|퍼센트|%|元|块|塊|美元|卢布|人民币|公斤|斤|吨|人|个|小时|米|年|月|天|"
    r"dollars?|yuan|roubles?|rubles?|won|euros?|zloty|kilos?|kg|tons?|men|women|workers|people|hours|metres|meters|days|years|months|percent|"
    r"рубл|доллар|юан|тонн|кг|метр|человек|час|дней|дня|лет|год|процент|евро|тысяч|км)\b)"
)
_CODE = (
    r"[A-ZА-ЯЁa-z]{0,6}[-/№ ]{0,2}(?:[A-ZА-ЯЁ]{1,4}[-/ ]{0,2})?\d[\dA-ZА-ЯЁ]*(?:[-/. ·][\dA-ZА-ЯЁ]*\d[\dA-ZА-ЯЁ]*){0,6}"
)
_LEADS_KO = (
    r"려권|여권|공민증|주민등록(?:증|번호)?|주민번호|신분증|증명서|로동증|로동허가(?:증)?|등록(?:증|번호)|외국인등록(?:증|카드)?|거류증|체류증|카드(?:번호)?|계좌(?:번호)?|구좌|통장|돈자리|군번|"
    r"군인증|수번|수인번호|사번|사원번호|사원증|명찰(?:번호)?|작업증|로력수첩|로동수첩|비자(?:번호)?|사증(?:번호)?|출입증|통행증|도강증|림시증|접수번호|사건번호|명부번호|대기번호|고유번호|일련번호|"
    r"차번호|차량번호|번호판|차판|면허증?|자격증|학생증|학번|당증|맹원증|병적|보험번호|허가(?:증)?번호|배번호|선박번호|시계번호|작업번호|공번|번호표|식권번호|침대번호|증번호"
)
_LEADS_EN = (
    r"passport|identity card|ID card|\bID|identification|resident(?:ce)? (?:card|permit)|work permit|permit|visa|badge|card|account|IBAN|SWIFT|certificate|licen[cs]e(?: plate)?|plate|"
    r"registration|social security|serial|stamp|case|file|contract|policy|ticket|IMO|hull|employee|worker|prisoner|inmate|crew|seaman['’]s book|pass|booking|locker|tag|number plate|"
    r"insurance|diploma|student card|tax(?:payer)?|patent|\bcar|\bvan|truck|minibus|plates|pass|UNHCR|ration card|serial"
)
_LEADS_ZH = (
    r"护照|身份证|证件|居留证|居留许可|通行证|边民证|就业证|工作证|工牌|厂牌|胸牌|工号|编号|編號|警号|军号|军官证|士兵证|学号|囚号|卡号|尾号|帐号|账号|账户|户头|银行卡|车牌|车号|牌照|牌号|驾驶证|驾照|"
    r"行驶证|档案号|档案编号|签证|案号|合同号|合同编号|单号|保单|社保|号牌|许可证|营业执照|船号|床号|证号|号码牌|登记号|登记证|[\u3400-\u9fff]{1,3}证"
)
_LEADS_RU = (
    r"паспорт\w*|загранпаспорт\w*|виз\w+|карт\w+|сч[её]т\w*|удостоверени\w+|табельн\w+|госномер\w*|машин\w+|справк\w+|СНИЛС|ИНН|полис\w*|патент\w*|диплом\w*|регистраци\w+|договор\w*|"
    r"жетон\w*|пропуск\w*|прав\w|лицензи\w+|дел\w\s№|протокол\w*|серия|серии|военн\w+\sбилет\w*|пенсионн\w+|бейдж\w*|билет\w*|ВНЖ|РВП|свидетельств\w+|страховк\w+|борт\w*"
)
_LED = tuple(
    (script, re.compile(pattern))
    for script, pattern in (
        (
            "ko",
            rf"(?:{_LEADS_KO})[^.!?\n\dA-Za-zА-Я]{{0,14}}?(?P<n>{_CODE})(?![A-Za-zА-Яа-яЁё0-9_]|,\d){_NOT_MONEY}|(?:{_LEADS_KO})[^.!?\n\dA-Za-z]{{0,14}}?(?P<m>[A-Z]{{0,3}}-?\d{{2,12}})(?=[가-힣]){_NOT_MONEY}",
        ),
        (
            (
                "en",
                (
                    rf"\b(?:(?i:{_LEADS_EN}))(?:['’]s)?(?:\s(?:[a-z]+\s){{0,3}}?)?(?:(?i:number|no\.?|nr\.?|#))?(?:\s?(?:was|is|are|said|read|reads|says|had|ended in|:|,|=|\())?\s?(?:(?:the number|number|No\.?|#|№)\s?)?"
                    rf"(?P<n>{_CODE})(?![A-Za-zА-Яа-яЁё0-9_]|,\d){_NOT_MONEY}"
                ),
            )
        ),
        (
            "zh",
            rf"(?:{_LEADS_ZH})(?:的)?(?:号码|号|尾数)?[是为：:，,\s“「]{{0,3}}(?:\w{{0,4}}[是为：:])?(?P<n>[\u4e00-\u9fff]?{_CODE})(?![A-Za-zА-Яа-яЁё0-9_]|,\d){_NOT_MONEY}|(?:{_LEADS_ZH})(?:的)?(?:号码|号|尾数)?[是为：:，,\s“「]{{0,3}}(?P<m>[A-Z]{{0,3}}-?\d{{3,18}}X?)(?=[\u3400-\u9fff]){_NOT_MONEY}",
        ),
        (
            "ru",
            rf"(?<![A-Za-zА-Яа-яЁё0-9_])(?i:{_LEADS_RU})(?:\s(?:КНДР|РФ|Сбера|банка|моего|мой|моя|у\sменя|был|была|мо[ейю]+|серии|серия|УВКБ|на\sкорейца|\d\d(?=\sномер))){{0,3}}[\s,:—–-]{{1,3}}(?:номер\s|№\s?|н/з\s)?(?P<n>{_CODE})(?![A-Za-zА-Яа-яЁё0-9_]|,\d){_NOT_MONEY}",
        ),
    )
)
_REGIONS = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
_RU_PLATE = "АВЕКМНОРСТУХABEKMHOPCTYX"
_SHAPES = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<![가-힣])[가-힣]{1,2}-\d{3,8}(?!\d)|(?<![A-Za-z])[A-Z]{2,4} \d{5,9} [A-Z](?![A-Za-z])|(?<![A-Za-z])[A-Z]{1,3}-[A-Z]{1,3} \d{2,6}(?:/\d{2,4})?(?!\d)",
        r"(?<![А-Яа-яЁё])[А-ЯЁ]\s\d{2}-\d{2}\s[А-ЯЁ]{2}(?![А-Яа-яЁё])",
        rf"[{_REGIONS}]\s?[A-Z]\s?[·.•\s-]?\s?(?=[A-Z0-9]{{0,5}}\d)[A-Z0-9]{{4,6}}(?![A-Za-z0-9])",
        r"(?<![A-Za-z])(?:Liao|Ji|Hei|Jing|Lu|Hu|Yue|Su|Zhe)\s[A-Z]\s?[·.-]?\s?(?=[A-Z0-9]{0,5}\d)[A-Z0-9]{4,6}(?![A-Za-z0-9])",
        rf"(?<![A-Za-zА-Яа-яЁё0-9_])[{_RU_PLATE}]\s?\d{{3}}\s?[{_RU_PLATE}]{{2}}(?:\s?\d{{2,3}})?(?:\s?RUS)?(?![A-Za-zА-Яа-яЁё0-9_])",
        r"(?<![\d가-힣])\d{2,3}[가-힣]\s?\d{4}(?![\d번])|(?<![가-힣])(?:평양|함북|함남|평북|평남|자강|량강|강원|황북|황남|남포|라선|개성)\s?\d{2}[-ㄱ-ㅎ가-힣]?\s?[-]?\s?\d{2,5}(?=[^\d가-힣]|호|번|$)",
        r"(?<![A-Za-zА-Яа-яЁё0-9_])IMO\s?(?:no\.?|number|:)?\s?\d{7}(?!\d)",
        r"(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])|(?<![\d-])\d{3}-\d{3}-\d{3}[ -]\d{2}(?!\d)|(?<![\d-])\d{2}\s\d{2}\s\d{6}(?!\d)|(?<![\d-])\d{6}-[1-8]\d{6}(?!\d)",
        r"(?<![A-Za-z])[A-Z]{1,2}[- ][A-Z][- ]\d[A-Z0-9]{3,5}(?![A-Za-z0-9])|(?<![A-Za-z])[A-Z]{1,3} \d{3,4} [A-Z]{2,3}(?![A-Za-z0-9])",
        r"(?<![\d가-힣.,])\d{2,5}(?=번(?:이라고|이라는|으로\s불|이\s제|이\s내|이였|이었|이오|입니다|이다))",
        r"№\s?[\dA-ZА-Я]+(?:[-/.][\dA-ZА-Я]+)+",
        r"(?<![\d-])\d{3}-\d{5}(?![\d-])|(?<![\d-])\d{3,4}-\d{2,4}-\d{4,6}(?![\d-])",
        r"(?<![A-Za-zА-Яа-яЁё0-9])[A-ZА-ЯЁ\d]{1,4}\s?(?:№|No\.?)\s?\d{4,12}(?!\d)|(?<![A-Za-zА-Яа-яЁё0-9])[A-ZА-ЯЁ]{1,3}-\d{1,3}\s№\s?\d{4,12}(?!\d)",
        r"(?:№|(?<![A-Za-zА-Яа-яЁё0-9_])No\.|Nr\.?)\s?(?:[A-ZА-Я]{1,3}-?)?\d{4,12}(?![\d])",
        r"(?<![A-Za-zА-Яа-я0-9_./@#-])(?=[A-ZА-ЯЁ0-9/-]{0,24}\d{3})[A-ZА-ЯЁ]{1,5}(?:[-/][A-ZА-ЯЁ]{1,4})?(?:[-/ №]{1,3}|(?=\d))\d{2,10}(?:[-/]\d{1,8}){0,3}(?![A-Za-zА-Яа-яЁё0-9_])",
        r"(?<![\w.-])\d{2,4}[-/ ]?\d{0,4}[A-ZА-ЯЁ]{1,3}[-/ ]?\d{4,10}(?![A-Za-zА-Яа-яЁё0-9_])",
        r"[\u3400-\u9fff]{1,4}[（(〔\[][\u3400-\u9fff\d]{1,5}[)）〕\]](?:[\u3400-\u9fff]{0,3}字)?(?:第)?\d{2,8}(?:年)?(?:第)?\d{0,8}号|[\u3400-\u9fff]{1,4}字第?\d{3,10}号",
        r"(?<!\d)\d{4}[\s-]\d{4}[\s-]\d{4}[\s-]\d{3,4}(?!\d)|(?<![\w.,-])\d{2,4}(?:[ -]\d{2,7}){1,3}(?=\s?(?:번|호)?(?:입니다|이였|이었|였습|라고|이라))",
    )
)
# The first so many of the shapes are nobody's by chance: plates, ships, insurance and passport numbers in their groups.
_SURE = 8
_PRODUCT = re.compile(
    r"(?i)(?:COVID|ISO|GOST|ГОСТ|UN|UNSC|S/RES|AK|IL|TU|BMW|MP|USB|RTX|ООН|СМ|MS|Windows|SP|КПП|BUG|GAZ|ГАЗ|КАМАЗ|KAMAZ|Ту|Ан|Ил|МиГ|B|A|H1N1|F|G|T|M)[-/ ]?\d{1,4}(?:[-/]\d+)?|(?:19|20)\d\d(?:[-/]\d{1,2}){0,2}"
)
_SERVICES = (
    r"위챗|위쳇|웨이신|카카오(?:톡)?|카톡|텔레그람|텔레그램|텔레|라인|바이버|왓츠앱|와츠앱|아이디|계정|대화명|닉네임|큐큐|인스타(?:그램)?|페이스북|페북|디스코드|깃허브|스카이프|이메일|메일|틱톡|밴드|시그널|"
    r"wechat|weixin|kakao(?:talk)?|telegram|whatsapp|viber|line(?: id)?|signal|skype|qq|discord|github|gitlab|instagram|insta|facebook|fb|vk|tiktok|linkedin|upwork|freelancer|zalo|slack|"
    r"paypal|handle|user ?name|screen name|player name|nickname|nick|account|login|id|微信号?|抖音号?|快手号?|支付宝|账号|帐号|昵称|网名|钉钉|ＱＱ|QQ号?|邮箱|"
    r"вотсап\w*|ватсап\w*|вайбер\w*|телеграм\w*|телег\w+|вичат\w*|скайп\w*|дискорд\w*|вконтакте|вк|инстаграм\w*|одноклассник\w*|ник\w*|логин\w*|почт\w+|линия"
)
_HANDLE = re.compile(
    rf"(?<![A-Za-z])(?i:{_SERVICES})[^.!?。\n]{{0,20}}?(?<![A-Za-z0-9_])(?P<id>(?=[A-Za-z0-9_.:#+-]{{0,40}}[0-9_#:]|[a-z]+[-.][a-z])[A-Za-z][A-Za-z0-9_.:#+-]{{2,40}}(?<![.:,-]))(?![A-Za-z0-9@])"
    r"|(?<![A-Za-z])(?i:qq|큐큐|위챗|카톡|라인|viber|whatsapp|wechat|微信|imessage|вайбер\w*|ватсап\w*|вотсап\w*)[^.!?。\n\d]{0,12}(?P<no>(?<![\d+])\d{5,12})(?![A-Za-z0-9@])"
)
# Directly after the service even a plain word can be the handle.
_PLAIN_HANDLE = re.compile(
    r"(?<![A-Za-z가-힣])(?:LINE|Line|Signal|(?i:위챗|카톡|카카오톡|텔레그람|텔레그램|큐큐|스카이프|wechat|kakaotalk|kakao|telegram|viber|skype|discord|github|instagram|qq|微信号?|QQ号?|抖音号?|телеграм|скайп|вайбер|вичат|вк|ник))"
    r"(?i:은|는|이|가)?\s?(?i:아이디|id|name|handle|ник|号|账号)?(?:은|는|이|가|是|叫| is| was| as)?\s?[:：—–-]?\s?[\"“「'‘]?(?P<id>(?![A-Z][a-z]+\b)[a-z][a-z0-9_.-]{3,30}[a-z0-9])(?=[\"”」'’,.，。\s가-힣\u4e00-\u9fff)]|$)"
)
_HANDLE_NOT = frozenset(
    "messages message group groups chat account number video from with and the that was were because when name calls call only every into they there them then than which while who friends "
    "number contact wechat telegram kakaotalk whatsapp viber skype signal line channel about after before until again also too here this these those what where handle".split()
)
_DISCORD = re.compile(
    r"(?<![\w@.#])[A-Za-z][\w.]{2,31}#\d{4}(?!\d)|(?<!\w)live:[.\w-]{3,40}(?<!\.)|(?<!\w)(?:t\.me|vk\.com|wa\.me|fb\.com|instagram\.com|github\.com|ok\.ru)/[\w./+-]{3,60}(?<![.])"
)


def find(text: str) -> Iterator[Finding]:
    """Numbers and handles the plain forms leave."""
    for match in _DISCORD.finditer(text):
        yield _made("MESSENGER", text, *match.span(), "handle.form", RECORD)
    for pattern, weight in ((_HANDLE, PLAIN), (_PLAIN_HANDLE, PATTERN)):
        for match in pattern.finditer(text):
            group = match.lastgroup or "id"
            word = match[group].casefold()
            if word not in _HANDLE_NOT and not _PRODUCT.fullmatch(word):
                yield _made("MESSENGER", text, *match.span(group), "handle.named", weight)
    written = scripts.prose(text)
    for pattern in (p for script, p in _LED if script in written):
        for match in pattern.finditer(text):
            group = "n" if match["n"] else "m"
            yield from _code(text, *match.span(group), "number.led", PLAIN)
    for number, pattern in enumerate(_SHAPES):
        for match in pattern.finditer(text):
            yield from _code(text, *match.span(), "number.shape", PLAIN if number < _SURE else PATTERN)


def _code(text: str, start: int, end: int, rule: str, weight: int) -> Iterator[Finding]:
    code = text[start:end].strip(" -/.,")
    start += len(text[start:end]) - len(text[start:end].lstrip(" -/.,"))
    end = start + len(code)
    if sign := re.search(r"№\s?$", text[max(0, start - 2) : start]):
        start -= len(sign[0])
    digits = sum(char.isdigit() for char in code)
    small = rule == "number.led" and digits == 2 and re.search(r"[A-ZА-Я]", code)
    if (
        (digits < 3 and not small)
        or (rule == "number.shape" and _PRODUCT.fullmatch(code))
        or re.fullmatch(r"\d{1,3}(?:[ .,]000)+|\d+[.,]\d", code)
    ):
        return
    if re.fullmatch(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2}", code) or re.match(
        r"\s?(?:년|年|года)", text[end : end + 6]
    ):
        return
    yield _made("ID_NUMBER", text, start, end, rule, weight)


def _made(kind: str, text: str, start: int, end: int, rule: str, weight: int) -> Finding:
    core = re.sub(r"[^0-9A-Za-zА-Яа-яЁё]", "", text[start:end]).casefold()
    return Finding(kind, start, end, rule, f"number.{core}", weight)
