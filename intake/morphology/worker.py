"""The analyser's process, run as a script: a JSON string on each line in, the places of its proper nouns out.

It holds no keys, writes nothing but its answers, and ends when nobody has asked for ten minutes or whoever started it
is gone.
"""

from __future__ import annotations

import json
import resource
import select
import sys

from kiwipiepy import Kiwi

_IDLE_SECONDS = 600
# Everyday words as they are written in the North, which the analyser would take for names.
_NORTHERN = (
    "려권 로임 로동 로동자 로인 료리 료리사 련락 련합 안해 남조선 북조선 조국 남새 직포 녀성 녀자 력사 "
    "류학 류학생 리유 리익 리해 량식 련습 련습생 려행 려관 령사 령사관 로씨야 쏘련 뽈스까 텔레비죤 콤퓨터 "
    "뻐스 뜨락또르 인민반 보위부 보위원 보위지도원 안전부 안전원 사로청 청년동맹 당비서 지도원 작업반 작업반장 "
    "정량 정량과제 총화 생활총화 과제금 충성자금 장마당 달리기 농태기 꼬마과제 말밥 인조고기 손전화 위챗 "
    "텔레그람 로어"
)


def main() -> int:
    """Answer until nobody asks any more."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    kiwi = Kiwi(num_workers=0)
    for word in _NORTHERN.split():
        kiwi.add_user_word(word, "NNG")
    while select.select([sys.stdin.buffer], [], [], _IDLE_SECONDS)[0]:
        line = sys.stdin.buffer.readline()
        if not line:
            break
        found = [[t.start, t.start + t.len] for t in kiwi.tokenize(json.loads(line)) if t.tag == "NNP"]
        sys.stdout.buffer.write(json.dumps(found).encode() + b"\n")
        sys.stdout.buffer.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
