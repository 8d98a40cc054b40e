"""One shape for every text: what is stored (NFC), what is searched (folded), what is refused, what is made
visible.

Folding makes spellings meet that mean the same: case, full width, traditional and simplified Chinese,
Russian ё and е, and the two Korean orthographies. The North writes Sino-Korean words without the
initial-sound rule (로동, 려권, 녀자) and borrows from Russian (뻐스, 딸라); the South writes 노동, 여권,
여자, 버스, 달러. Beyond composing, case folding and dropping invisible characters, every step keeps the
number of characters, so that what is found in folded text can always be shown in the text as it was given.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import islice

from intake.errors import N_

# Northern spelling -> southern, equal length. At the start of a word the initial-sound rule below does the
# work; these are the words that also stand inside compounds (산업련수생), and loanwords no rule reaches.
SPELLINGS: dict[str, str] = {
    "로동": "노동",
    "로력": "노력",
    "로임": "노임",
    "류학": "유학",
    "련수": "연수",
    "련락": "연락",
    "련합": "연합",
    "려행": "여행",
    "려권": "여권",
    "려관": "여관",
    "녀자": "여자",
    "녀성": "여성",
    "료리": "요리",
    "랭동": "냉동",
    "렬차": "열차",
    "령사": "영사",
    "리용": "이용",
    "뻐스": "버스",
    "딸라": "달러",
    "로씨야": "러시아",
    "콤퓨터": "컴퓨터",
    "비데오": "비디오",
    "빠스포트": "패스포트",
    "안해": "아내",
    "해빛": "햇빛",
    "되였": "되었",
    "되여": "되어",
}

# Traditional -> simplified, only the characters such testimonies use; a full table would be a library's work.
_TRADITIONAL = (
    "簽證護學實習產業導遊國際邊區門鎖關廠員隊領導場館報紙勞動鮮單雙飯餐廳樓圍牆鐵絲網電話錢發給們個來過時間"
    "長車張開東風馬無許証務會議書讀寫說話語請問題買賣貨質費賬帳錄號碼頭髮體師傅織縫紉裝載運輸機場飛點線條約"
    "離還進遠這裡邊對應該當從後歲幾歷屆滿換領發辦理蓋見親戚觀禮貿易農場漁業顏樣標準備屬於聯繫戶籍縣鄉鎮鄰"
    "訓練養殖醫療藥師監獄審訊調查協議員經濟製衣紡織紅綠藍黃鋼鐵銀級組織軍隊戰爭獨裁壓迫從屬剛纔纖維紙張終結"
    "圖們龍瀋陽遼寧吉黑龍江連濱島灣廣東蘇蘭羅俄"
    "遊團歸處係兩萬與為僅總專園斷續繼臨檢驗審批職衛誰難險據賺債擔壓縮隨隔遲韓參鴨覺視罰褲襯掛輪橋週夠義讓"
    "欄柵鑰釘銲沒訪課術練冊單餘幹資補貼兒閨婦獎壞夾閉圓繳畢輸選邊擠殺傷懷麼嗎聽體溫燈熱陰濕氣塊頓寧濱漢語"
    "軟軌載驅"
)
_SIMPLIFIED = (
    "签证护学实习产业导游国际边区门锁关厂员队领导场馆报纸劳动鲜单双饭餐厅楼围墙铁丝网电话钱发给们个来过时间"
    "长车张开东风马无许证务会议书读写说话语请问题买卖货质费账账录号码头发体师傅织缝纫装载运输机场飞点线条约"
    "离还进远这里边对应该当从后岁几历届满换领发办理盖见亲戚观礼贸易农场渔业颜样标准备属于联系户籍县乡镇邻"
    "训练养殖医疗药师监狱审讯调查协议员经济制衣纺织红绿蓝黄钢铁银级组织军队战争独裁压迫从属刚才纤维纸张终结"
    "图们龙沈阳辽宁吉黑龙江连滨岛湾广东苏兰罗俄"
    "游团归处系两万与为仅总专园断续继临检验审批职卫谁难险据赚债担压缩随隔迟韩参鸭觉视罚裤衬挂轮桥周够义让"
    "栏栅钥钉焊没访课术练册单余干资补贴儿闺妇奖坏夹闭圆缴毕输选边挤杀伤怀么吗听体温灯热阴湿气块顿宁滨汉语"
    "软轨载驱"
)
_MARKS = dict(zip("’‘“”„«»\u00a0ё", '\'\'""""" е', strict=True))
_TABLE = {
    **{ord(old): ord(new) for old, new in zip(_TRADITIONAL, _SIMPLIFIED, strict=True) if old != new},
    **{ord(old): ord(new) for old, new in _MARKS.items()},
    **{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)},
    0x3000: 0x20,
}

_INVISIBLE = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
_UNSEEN = re.compile(f"[{_INVISIBLE}]")
_FORBIDDEN = re.compile("[\x00\ud800-\udfff]")
_CONTROL = re.compile(f"[{_INVISIBLE}\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_TRANSLATED = re.compile("[" + "".join(map(re.escape, map(chr, _TABLE))) + "]")

# Characters of combining class 0 that NFC may still join to the one before (Unicode 15, composition pairs).
_JOINING = (
    "\u09be\u09d7\u0b3e\u0b56\u0b57\u0bbe\u0bd7\u0cc2\u0cd5\u0cd6\u0d3e\u0d57\u0dcf\u0ddf\u102e\u1161-\u1175"
    "\u11a8-\u11c2\u1b35\U00011127\U0001133e\U00011357\U000114b0\U000114ba\U000114bd\U000115af\U00011930"
)
_JOINS = re.compile(f"[{_JOINING}]")

_FIRST, _ONSET = 0xAC00, 588  # Hangul syllables: (onset * 21 + vowel) * 28 + coda
_RIEUL_TO_IEUNG = frozenset((2, 6, 7, 12, 17, 20))  # 랴 려 례 료 류 리
_RIEUL_TO_NIEUN = frozenset((0, 1, 8, 11, 13, 18))  # 라 래 로 뢰 루 르
_NIEUN_TO_IEUNG = frozenset((6, 12, 17))  # 녀 뇨 뉴
_NIEUN, _RIEUL, _IEUNG = 2, 5, 11


def _initial(syllable: str) -> str:
    onset, rest = divmod(ord(syllable) - _FIRST, _ONSET)
    vowel = rest // 28
    if (onset == _RIEUL and vowel in _RIEUL_TO_IEUNG) or (onset == _NIEUN and vowel in _NIEUN_TO_IEUNG):
        onset = _IEUNG
    elif onset == _RIEUL and vowel in _RIEUL_TO_NIEUN:
        onset = _NIEUN
    return chr(_FIRST + onset * _ONSET + rest)


_INITIALS = {
    chr(code): _initial(chr(code))
    for onset in (_NIEUN, _RIEUL)
    for code in range(_FIRST + onset * _ONSET, _FIRST + (onset + 1) * _ONSET)
}
_INITIALS = {old: new for old, new in _INITIALS.items() if old != new}
_WORD_START = re.compile("(?<![가-힣])[" + "".join(_INITIALS) + "]")


def nfc(text: str) -> str:
    """Return the text in Unicode normalisation form C, the form everything is stored in."""
    return unicodedata.normalize("NFC", text)


def problem(text: str) -> str | None:
    """Return the message id for what makes a text unfit to be stored, or None.

    Only NUL and lone surrogates are unfit (no database and no encoding carries them). Other hostile text is
    kept: a witness's words are evidence, and it is the showing that has to be careful (`visible`).
    """
    if _FORBIDDEN.search(text):
        return N_("This contains characters that cannot be stored (NUL or half of a character).")
    return None


def visible(text: str) -> str:
    """Show bidirectional, zero-width and control characters as escapes; for identifiers and file names."""
    return _CONTROL.sub(lambda found: f"⟨U+{ord(found[0]):04X}⟩", text)


def _same_length(text: str) -> str:
    """The steps of folding that replace one character by one character."""
    if _TRANSLATED.search(text):
        text = text.translate(_TABLE)
    for north, south in SPELLINGS.items():
        text = text.replace(north, south)
    return _WORD_START.sub(lambda found: _INITIALS[found[0]], text)


def _plain(text: str) -> bool:
    composed = unicodedata.is_normalized("NFC", text)
    return composed and not _UNSEEN.search(text) and len(text.casefold()) == len(text)


def fold(text: str) -> str:
    """Return the text as it is searched: what a reader would call the same word folds to the same string."""
    if text.isascii():
        return text.casefold()
    composed = nfc(_UNSEEN.sub("", nfc(text)).casefold())
    return _same_length(composed)


def fold_with_map(text: str) -> tuple[str, list[int]]:
    """Return the folded text and, for each of its characters, the code-point offset it has in `text`."""
    if text.isascii() or _plain(text):
        return fold(text), list(range(len(text)))
    pieces: list[str] = []
    offsets: list[int] = []
    for start, end in _segments(text):
        piece = nfc(_UNSEEN.sub("", nfc(text[start:end])).casefold())
        pieces.append(piece)
        offsets.extend([start] * len(piece))
    return _same_length("".join(pieces)), offsets


def _segments(text: str) -> list[tuple[int, int]]:
    """Cut where composing cannot reach across: before each starter that joins nothing to its left."""
    visible_positions = [i for i, char in enumerate(text) if not _UNSEEN.match(char)]
    starts = [0] if text else []
    for position in islice(visible_positions, 1, None):
        char = text[position]
        if not unicodedata.combining(char) and not _JOINS.match(char):
            starts.append(position)
    return list(zip(starts, [*starts[1:], len(text)], strict=True))
