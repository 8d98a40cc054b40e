"""Phones, messenger handles, mail, and numbers of papers and people, by their form and by the words beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from intake.language import spoken
from intake.language.findings import PATTERN, PLAIN, RECORD, Finding
from intake.language.variants import SERVICES

_DASH = r"[\s.\-–—‐‑·()/\u200b\u2060]{0,3}"
_RUN = re.compile(rf"(?<![\w.,])(?:\+\s?|\()?\d(?:{_DASH}\d){{5,18}}(?![\w%℃]|[,.]\d)")
_RUN_EA = re.compile(
    rf"(?<![A-Za-z0-9_.,])(?:\+\s?|\()?[0-9０-９](?:{_DASH}[0-9０-９]){{5,18}}(?![A-Za-z0-9_%℃]|[,.]\d)"
)
_DATE_LIKE = re.compile(
    r"(?:19|20)\d\d[\s.\-/]{1,2}\d{1,2}[\s.\-/]{1,2}\d{1,2}\.?|\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d"
)
_YEARS = re.compile(r"(?:19|20)\d\d\s?[-–—/]\s?(?:19|20)\d\d")
_PHONE_BEFORE = re.compile(
    r"(?:전화|손전화|휴대폰|핸드폰|연락처|폰|번호로|phone|mobile|cell|tel|call|telephone|whatsapp|电话|電話|手机|手機|打|拨|тел|"
    r"телефон\w*|звон\w*|номер\w*)"
    r"[^.!?。\n\d]{0,18}$", re.IGNORECASE
)  # fmt: skip
_PAPER_BEFORE = re.compile(
    r"(?:려권|여권|공민증|주민등록|주민번호|신분증|증명서|로동증|등록번호|카드|계좌|구좌|통장|군번|수번|사원|작업자|로동자\s?번호|로력자\s?번호|비자\s?번호|사증\s?번호|"
    r"passport|identity|id card|card|account|visa|permit|worker|badge|serial|registration|警号|番号|证件号|军号|社保|护照|身份证|卡号|账号|"
    r"帐号|工号|编号|证号|签证号|паспорт\w*|карт\w+|счёт\w*|"
    r"счет\w*|удостоверени\w+|табельн\w+|виз\w*)[^.!?。\n]{0,20}$", re.IGNORECASE
)  # fmt: skip
_LABELLED = re.compile(
    r"(?:(?:수인|수번|군번|사번|로동자|로력자|작업|죄수|대기|명부)\s?번호|수번|군번|사번|번호)(?:가|는|은|이|도|란|:|로)"
    r"?\s{0,2}[\"'“‘]?(?P<ko>[A-Z]{0,3}[- ]?\d{1,12})(?=번|호|이|입|였|[^\d])"
    r"|(?<!\w)(?i:(?:prisoner|inmate|worker|badge|cap|bed|employee|registration)?\s?(?:number|no\.))"
    r"(?:\s(?:was|is)|:)?\s(?P<en>[A-Z]{0,3}-?\d{1,12})(?!\w|,\d)"
    r"|(?<!\w)(?i:номер(?:ом|а|у)?|табельный)(?:\s(?:был|у меня|мой))?[:,]?\s(?P<ru>[А-ЯA-Z]{0,3}-?\d{1,12})(?!\w)"
    r"|(?:编号|編號|工号|工號|囚号|号码是?|学号)[是为：:\s]{0,2}(?P<zh>[A-Z]{0,3}-?\d{1,12})"
    r"|(?<![가-힣\d])(?P<kn>\d{2,6})번(?=이라고 불|으로 불|이 제|이 내 이름|이라는 번호)"
)
_ALNUM_PAPER = re.compile(
    r"(?<![A-Za-z0-9])(?:[A-Z]{1,2}\s?\d{6,9}|[A-Z]-\d{3,6}|[A-Z]{2,3}-\d{4,9}(?:/\d{1,4})?|\d{6}-[1-8]\d{6}|"
    r"\d{17}[\dXx])(?![A-Za-z0-9])"
)
_MAIL = re.compile(r"(?<![\w.])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,4}")
_AT = re.compile(r"(?<![\w@.])@[A-Za-z][\w.]{2,40}(?<!\.)")
_SERVICE = (
    r"위챗|위쳇|웨이신|카카오톡|카톡|텔레그람|텔레그램|라인|바이버|왓츠앱|아이디|계정|대화명|닉네임|wechat|weixin|kakao(?:talk)?|telegram|whatsapp|"
    r"viber|line id|signal|skype|qq|handle|user ?name|player name|nickname|id is|login|微信|微信号|账号|"
    r"帐号|昵称|вотсап\w*|вайбер\w*|телеграм\w*|"
    r"вичат\w*|скайп\w*|ник|логин\w*"
)
_HANDLE_AFTER = re.compile(
    rf"(?:{_SERVICE})[^.!?。\n]{{0,24}}?(?<![A-Za-z0-9_])(?P<id>[A-Za-z][A-Za-z0-9_.-]{{3,32}}[A-Za-z0-9]|"
    rf"\d{{5,12}})(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_MIXED = re.compile(
    r"(?<![A-Za-z0-9_@./-])(?=[A-Za-z0-9_.-]{0,40}[0-9_])[A-Za-z][A-Za-z0-9_.-]{3,40}(?<![_.-])(?![A-Za-z0-9_/])"
)
_PRODUCT = re.compile(
    r"[A-Z]{1,4}-?\d{1,4}|[A-Za-z]+\d|[A-Za-z]{1,3}\.[A-Za-z].*|COVID-?19|covid.*|\d.*|"
    r"[A-Za-z]+-[A-Za-z-]+|[A-Za-z]+-\d{1,2}|[A-Za-z]+\.[A-Za-z]+",
    re.IGNORECASE,
)


def find(text: str) -> Iterator[Finding]:
    """Numbers and handles of the text; money, counts, years and dates are passed over."""
    yield from _handles(text)
    yield from _labelled(text)
    for match in _ALNUM_PAPER.finditer(text):
        yield _finding("ID_NUMBER", text, match.start(), match.end(), "number.paper", PLAIN)
    for start, end, digits in spoken.find(text):
        kind = "ID_NUMBER" if _PAPER_BEFORE.search(text, max(0, start - 40), start) else "PHONE"
        yield Finding(kind, start, end, "phone.spoken", f"number.{digits}", PLAIN)
    for pattern in (_RUN, _RUN_EA):
        for match in pattern.finditer(text):
            yield from _run(text, match.start(), match.end())


def _labelled(text: str) -> Iterator[Finding]:
    """A number called a number (번호 1174, Number 46), and the same digits where they stand alone."""
    seen: set[str] = set()
    for match in _LABELLED.finditer(text):
        name = match.lastgroup or "ko"
        seen.add(match[name])
        yield _finding("ID_NUMBER", text, match.start(name), match.end(name), "number.labelled", PATTERN)
    numbers = sorted((n for n in seen if 2 <= len(n) <= 6 and n.isdigit()), key=len, reverse=True)[:40]
    if numbers:
        alone = re.compile(rf"(?<![\w.,])(?:{'|'.join(numbers)})(?=[.!?;:)\"”'’]|번[이,은으]|$)")
        for match in alone.finditer(text):
            yield _finding("ID_NUMBER", text, match.start(), match.end(), "number.again", PATTERN)


def _run(text: str, start: int, end: int) -> Iterator[Finding]:
    run = text[start:end]
    digits = re.sub(r"\D", "", run)
    if _DATE_LIKE.fullmatch(run) or _YEARS.fullmatch(run) or "\n" in run or not 6 <= len(digits) <= 19:
        return
    window = max(0, start - 40)
    paper = bool(_PAPER_BEFORE.search(text, window, start))
    called = bool(_PHONE_BEFORE.search(text, window, start))
    if paper and not (called and run.startswith(("+", "0"))):
        yield _finding("ID_NUMBER", text, start, end, "number.paper", PLAIN)
    elif _phone_shaped(run, digits) or (called and len(digits) >= 7):
        yield _finding("PHONE", text, start, end, "phone", PLAIN)
    elif run.isdigit() and 8 <= len(digits) <= 19 and not digits.endswith("00000"):
        yield _finding("ID_NUMBER", text, start, end, "number.long", PATTERN)
    elif len(digits) >= 15 and not run.isdigit():
        yield _finding("ID_NUMBER", text, start, end, "number.card", PLAIN)


def _phone_shaped(run: str, digits: str) -> bool:
    if run.startswith("+") or digits.startswith("00"):
        return 8 <= len(digits) <= 15
    if digits.startswith("0"):
        return 9 <= len(digits) <= 12
    if digits.startswith("1") and len(digits) == 11:
        return True
    if digits[0] in "78" and len(digits) == 11:
        return digits[1] in "3489"
    grouped = bool(re.search(r"[\s-]", run))
    return grouped and digits.startswith(("19", "1")) and len(digits) == 10 and digits.startswith("191")


def _handles(text: str) -> Iterator[Finding]:
    for match in _MAIL.finditer(text):
        yield _finding("MESSENGER", text, match.start(), match.end(), "mail", RECORD)
    for match in _AT.finditer(text):
        yield _finding("MESSENGER", text, match.start(), match.end(), "handle.at", PLAIN)
    for match in _HANDLE_AFTER.finditer(text):
        word = match["id"]
        telling = bool(re.search(r"[\d_]", word)) or not word.isalpha()
        if word.lower() not in SERVICES and telling and not _PRODUCT.fullmatch(word):
            yield _finding("MESSENGER", text, match.start("id"), match.end("id"), "handle.named", PLAIN)
    for match in _MIXED.finditer(text):
        if len(match[0]) >= 5 and not _PRODUCT.fullmatch(match[0]):
            yield _finding("MESSENGER", text, match.start(), match.end(), "handle.form", PATTERN)


def _finding(kind: str, text: str, start: int, end: int, rule: str, weight: int) -> Finding:
    core = re.sub(r"[^0-9A-Za-z]", "", text[start:end]).casefold()
    return Finding(kind, start, end, rule, f"number.{core}", weight)
