"""A document to try every form on: four scripts, hostile words, and nothing that was ever said."""

from dataclasses import replace

from intake.rendering.document import Document, Fact

HOSTILE = (
    '#import "x" #eval("1") $a$ `raw` *b* _c_ <label> @ref // no /* comment */ \\ --- ...',
    "</li><script>alert(1)</script> & \"quoted\" 'too' <![CDATA[ ]]>",
    "{{ 7*7 }} {% raw %} %s %(x)s ${y}",
)

SAMPLE = Document(
    number="R-4F2A9B01",
    title="증언 공개본",
    language="ko",
    audience="공개",
    purpose="공개 보고서",
    identity="익명",
    facts=(
        Fact(key="mechanisms", label="입국·체류 방식", values=("한 달 무비자 체류 반복", "단기 방문비자")),
        Fact(key="province", label="지역", values=("지린성 吉林省",)),
        Fact(key="sector", label="업종", values=()),
    ),
    paragraphs=(
        "문: 그곳에서 무슨 일을 하셨습니까?",
        "답: 인물 K7이(가) 데려간 공장에서 아침 여섯 시부터 밤 열 시까지 수산물을 다듬었습니다.",
        "공장 이름은 한자로 朝鮮 사람들이 琿春이라 쓰고, 중국 사람은 珲春이라고 썼습니다. По-русски: Хуньчунь.",
        *HOSTILE,
    ),
    notice=("이 글은 공개를 위해 새로 만든 것입니다.",),
    organisation="증언 기록 단체",
    issued="2026",
)


def saying(*paragraphs: str, language: str = "ko") -> Document:
    return replace(SAMPLE, paragraphs=paragraphs, language=language)
