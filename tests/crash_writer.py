"""Files testimonies with attachments until it is killed; tells each receipt once it has it.

For each line it is sent it forks a writer, says its process id, and says `dead` when it has been killed.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from sayings import SAID, WHO, for_all, parse_as

from intake.access import NOBODY
from intake.actions import account, draft, testimony
from intake.instance import open_instance
from intake.settings import load
from intake.work import Gate


def tell(*words: object) -> None:
    """One line in one write: shorter than a pipe's buffer, so it arrives whole or not at all."""
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def write(folder: Path, password: str) -> None:
    """Never returns."""
    instance = open_instance(load(folder, {}))
    gate = Gate(instance, account.sign_in(Gate(instance, NOBODY), "hana", password, None).actor)
    tell("ready")
    while True:
        draft_id = draft.start(gate, {"words": ("…",)})
        for _ in range(2):
            draft.attach(gate, draft_id, "file", "application/octet-stream", [os.urandom(30_000)])
        receipt = testimony.file(gate, draft_id, version=None, parse=parse_as(SAID, WHO), into=for_all)
        tell(receipt.reference, receipt.digest)


if __name__ == "__main__":
    for _ in sys.stdin:
        writer = os.fork()
        if writer == 0:
            write(Path(sys.argv[1]), sys.argv[2])
        tell("writer", writer)
        os.waitpid(writer, 0)
        tell("dead")
