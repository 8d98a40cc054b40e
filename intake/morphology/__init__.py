"""Which words of a Korean text are proper nouns, asked of a morphological analyser in a process of its own.

Optional (`pip install intake[korean]` and the setting `korean_analyser`): it knows names by the grammar around them,
where the rules of `language.identifiers` need a title, a particle or a list. Its own process, because it is a large
native library that takes half a gigabyte: a fault in it ends the child and not a worker that holds keys.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import json
import os
import subprocess
import sys
import threading
from collections import OrderedDict

from intake.errors import N_, IntakeError, Misconfigured
from intake.resources import inside

Spans = tuple[tuple[int, int], ...]

_WORKER = inside("morphology", "worker.py")
_PATIENCE_SECONDS = 60.0
_KEPT = 64


def check() -> None:
    """`Misconfigured` when the analyser is not installed."""
    if importlib.util.find_spec("kiwipiepy") is None:
        raise Misconfigured("korean_analyser is set, but the analyser is not installed: pip install 'intake[korean]'.")


class Analyser:
    """Asks the child process, which is started at the first question and ends by itself after a while without one.

    Safe in threads and in forked workers (each has a child of its own). Remembers where proper nouns stand in the last
    texts, by a digest of the text: places, never words.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._owner = 0
        self._known: OrderedDict[bytes, Spans] = OrderedDict()

    def proper_nouns(self, text: str) -> Spans:
        """(start, end) in code points of every proper noun, in order. `IntakeError` when the child does not answer."""
        key = hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
        with self._lock:
            if key not in self._known:
                self._known[key] = self._asked(text)
                while len(self._known) > _KEPT:
                    self._known.popitem(last=False)
            self._known.move_to_end(key)
            return self._known[key]

    def end(self) -> None:
        """End the child; the next question starts another."""
        with self._lock:
            self._end()

    def _asked(self, text: str) -> Spans:
        # A child that has just ended by itself is replaced; one that fails on this text twice will not do better.
        for _ in range(2):
            try:
                return self._answer(text)
            except (OSError, ValueError):
                self._end()
        raise IntakeError(N_("The analyser of Korean words does not answer. Ask the administrator to switch it off."))

    def _answer(self, text: str) -> Spans:
        child = self._running()
        if child.stdin is None or child.stdout is None:
            raise OSError
        impatience = threading.Timer(_PATIENCE_SECONDS, child.kill)
        impatience.start()
        try:
            child.stdin.write(json.dumps(text).encode() + b"\n")
            child.stdin.flush()
            said = json.loads(child.stdout.readline())
        finally:
            impatience.cancel()
        return tuple((int(start), int(end)) for start, end in said)

    def _running(self) -> subprocess.Popen[bytes]:
        if self._child is not None and self._owner == os.getpid() and self._child.poll() is None:
            return self._child
        self._end()
        self._child = subprocess.Popen(  # noqa: S603 - this interpreter and a script of ours; texts go through a pipe
            [sys.executable, "-s", "-P", str(_WORKER)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONDONTWRITEBYTECODE": "1"},
        )
        self._owner = os.getpid()
        return self._child

    def _end(self) -> None:
        child, self._child = self._child, None
        if child is None or self._owner != os.getpid():
            return
        child.kill()
        child.wait()
        for pipe in (child.stdin, child.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):  # what was not written yet has nobody to read it
                    pipe.close()
