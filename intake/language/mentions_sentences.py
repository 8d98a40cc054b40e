"""A text as sentences with their cues: where they begin and end, which are questions, and how they were answered."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from intake.language.mentions_cues import Cue, mask

_BOUNDARY = re.compile(r'[.!?…]+["\')\]]*(?=\s|$)|[。！？!?]+["\')\]]*|\n+')
_LABEL = re.compile(
    r"\s*\(?(?:(문|질문|면담자|질문자|q|question|interviewer|问|采访人|采访者|вопрос|интервьюер|в)|(답|답변|증언자|피면담자|a|answer|witness|interviewee|respondent|答|证人|受访者|ответ|свидетель|респондент|о))\s*:\s*"
)
_ASKED = re.compile(r"\?[\"')\]]*\s*$|(?:습니까|나요|는가요|었나|인가요|는지요)[.\"')\]]*\s*$")
_ABBREVIATION = re.compile(r"\b(?:no|mr|mrs|ms|dr|st|co|ltd|ул|д|г|им)$")
_NO = re.compile(
    r"[\s\"',\-—~]*"
    r"(?:(?:при мне|у нас|такого|насколько я знаю|그런|우리는|我们(?:这)?|as far as i know)[, ]*)?"
    r"(?:(?:아니|아닙|없|전혀|그런 (?:일|적|건|거)|절대)|(?:no|not|nothing of the|we did nothing of|never|nobody|none|нет|никогда|никто|ничего|ни|не)\b"
    r"|没|不|从来没|哪有)"
)
_YES = re.compile(
    r"[\s\"',\-—]*(?:네|예(?=[,. ]|$)|그럼|있(?:었|습|지)|됐|가능|(?:yes|yeah|of course|sure|да|конечно)\b|能|可以|是的|对|有)"
)
_LONGEST = 320
_ASK = mask("ASK")
_PAPER = mask("PAPER")
_ANSWERED = 3
_STATUS = mask("TOUR", "VISIT", "AS_V", "TVISA", "VVISA", "TRAIN", "TRAINEE", "AS_T", "STUD", "SVISA", "NVISA")
_PROPS = mask("PROPV", "PROPT")


@dataclass(slots=True)
class Sentence:
    """`asked`: by the interviewer, as a label says. `answers` holds the kinds that the witness said no to, when this stands in an answer that begins with no."""

    start: int
    end: int
    paragraph: int
    question: bool
    asked: bool = False
    cues: list[Cue] = field(default_factory=list)
    kinds: int = 0
    answers: int = 0
    assents: int = 0

    def among(self, kinds: int) -> list[Cue]:
        """The cues of these kinds, in order."""
        return [cue for cue in self.cues if cue.kinds & kinds] if self.kinds & kinds else []


def read(text: str, cues: list[Cue]) -> list[Sentence]:
    """Cut folded text into sentences, give each its cues, and carry yes and no from answers to what was asked."""
    sentences = list(_sentences(text))
    _distribute(cues, sentences)
    for sentence in sentences:
        sentence.question = sentence.question or bool(sentence.kinds & _ASK)
    _answer(text, sentences)
    _rhetorical(sentences)
    _papers(sentences)
    return sentences


def _rhetorical(sentences: list[Sentence]) -> None:
    """“What trainee sews nine hundred zips a day?”, asked in the middle of telling and not answered, tells."""
    for index in range(1, len(sentences)):
        sentence = sentences[index]
        if not sentence.question or sentence.asked or sentence.answers or sentence.assents:
            continue
        goes_on = index + 1 == len(sentences) or sentences[index + 1].paragraph == sentence.paragraph
        before = sentences[index - 1]
        if goes_on and before.paragraph == sentence.paragraph and not before.question:
            sentence.question = False


def _papers(sentences: list[Sentence]) -> None:
    """What is named in answer to “on what papers?” stood on paper."""
    for index, sentence in enumerate(sentences):
        if sentence.question and sentence.kinds & _PAPER:
            for told in sentences[index + 1 : index + 1 + _ANSWERED]:
                if told.question:
                    break
                told.kinds |= _PAPER


def _sentences(text: str) -> Iterator[Sentence]:
    paragraph, start, asking, fresh, spoken = 0, 0, False, True, False
    for end, breaks in _ends(text):
        label = _LABEL.match(text, start, end) if fresh or spoken else None
        if fresh:
            spoken = bool(label)
        elif label:
            paragraph += 1  # question and answer run on in one line
        if fresh or label:
            asking = bool(label and label[1])
        begin = label.end() if label else start
        while begin < end and text[begin].isspace():
            begin += 1
        if begin < end:
            yield Sentence(begin, end, paragraph, asking or bool(_ASKED.search(text, begin, end)), asking)
        start, fresh = end, breaks
        paragraph += breaks


def _ends(text: str) -> Iterator[tuple[int, bool]]:
    """Ends of sentences, and whether a paragraph ends there; a run without any is cut, so that work stays linear."""
    start = 0
    for found in _BOUNDARY.finditer(text):
        if found[0][0] == "." and _ABBREVIATION.search(text, max(start, found.start() - 6), found.start()):
            continue
        yield from ((cut, False) for cut in _cuts(text, start, found.end()))
        yield found.end(), "\n" in found[0]
        start = found.end()
    yield from ((cut, False) for cut in _cuts(text, start, len(text)))
    if start < len(text):
        yield len(text), True


def _cuts(text: str, start: int, end: int) -> Iterator[int]:
    while end - start > _LONGEST:
        cut = max(text.rfind(mark, start + _LONGEST // 2, start + _LONGEST) for mark in (" ", ",", "，", "、"))
        start = cut + 1 if cut > 0 else start + _LONGEST
        yield start


def _distribute(cues: list[Cue], sentences: list[Sentence]) -> None:
    position = 0
    for sentence in sentences:
        while position < len(cues) and cues[position].start < sentence.end:
            cue = cues[position]
            position += 1
            if cue.start >= sentence.start:
                sentence.cues.append(cue)
                sentence.kinds |= cue.kinds


def _answer(text: str, sentences: list[Sentence]) -> None:
    """An answer that begins with no denies what was asked, to the end of its paragraph; yes grants it."""
    for index, sentence in enumerate(sentences):
        if not sentence.question:
            continue
        for told in _told_after(text, sentences, index):
            if _NO.match(told):
                _carry(sentences, index, denied=True)
            elif _YES.match(told):
                _carry(sentences, index, denied=False)
            else:
                continue
            break


def _told_after(text: str, sentences: list[Sentence], index: int) -> Iterator[str]:
    """Where the answer to a question may stand: in the same sentence, or in the next."""
    rest = _rest_after_asking(text, sentences[index])
    if rest is not None:
        yield rest
    if index + 1 < len(sentences) and not sentences[index + 1].question:
        yield text[sentences[index + 1].start : sentences[index + 1].end]


def _carry(sentences: list[Sentence], index: int, *, denied: bool) -> None:
    asked = sentences[index]
    # “You were trainees: was there any training?” — “No” denies the training, not the status.
    topics = asked.kinds & ~_STATUS if asked.kinds & _PROPS else asked.kinds
    reply = sentences[index + 1] if index + 1 < len(sentences) else None
    same = [s for s in sentences[index + 1 : index + 12] if reply and s.paragraph == reply.paragraph and not s.question]
    for sentence in (asked, *same):
        if denied:
            sentence.answers |= topics
        else:
            sentence.assents |= topics


def _rest_after_asking(text: str, sentence: Sentence) -> str | None:
    """“You ask whether we crossed each month, but no”: the answer in the same sentence."""
    asking = sentence.among(_ASK)
    if not asking:
        return None
    rest = re.search(r"(?:^\s|[,，:—-])\s*(.+)$", text[asking[-1].end : sentence.end])
    return rest[1] if rest and len(rest[1]) > 2 else None
