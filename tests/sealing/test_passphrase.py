"""Passwords: what is accepted as one, what opens a seed, what one guess costs, and how many run at once."""

from __future__ import annotations

import fcntl
import os
import signal
import statistics
import struct
import subprocess
import sys
import threading
import time
import unicodedata
from pathlib import Path

import pytest
from sealing.making import ANA, BORA, KEY, OTHER_KEY, SEED, flipped, refused, truncated

from intake.errors import Busy, Invalid, Misconfigured
from intake.sealing import passphrase
from intake.sealing.keys import Secret
from intake.sealing.passphrase import Cost, Slots, burn, lock_seed, needs_relock, normalise, problem, unlock_seed

CHEAP = Cost(19 * 1024, 2, 1)
PASSWORD = "우리 동네 강아지는 밤마다 달을 본다"
DEVICE = Secret(b"\x11" * 32)
CONTEXT = ["Bareun Archive", "김 철수", "Chulsoo"]


@pytest.fixture(scope="module")
def box() -> bytes:
    return lock_seed(SEED, PASSWORD, person=ANA, pepper=KEY, cost=CHEAP)


@pytest.fixture
def uncounted(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Argon2id replaced by something quick that only counts its runs."""
    runs: list[object] = []

    class Counted:
        def __init__(self, **parameters: object) -> None:
            runs.append(parameters)

        def derive(self, password: bytes) -> bytes:
            return password[:32].ljust(32, b"\0")

    monkeypatch.setattr(passphrase, "Argon2id", Counted)
    return runs


def test_the_password_opens_the_seed(box: bytes) -> None:
    assert unlock_seed(box, PASSWORD, person=ANA, pepper=KEY) == SEED
    assert len(box) == 164


def test_the_default_is_what_the_design_says() -> None:
    assert Cost() == Cost(memory_kib=128 * 1024, passes=3, lanes=1)


def test_anything_else_does_not_open_it(box: bytes) -> None:
    refused(lambda: unlock_seed(box, PASSWORD + " ", person=ANA, pepper=KEY))
    refused(lambda: unlock_seed(box, PASSWORD, person=BORA, pepper=KEY))
    refused(lambda: unlock_seed(box, PASSWORD, person=ANA, pepper=OTHER_KEY))
    refused(lambda: unlock_seed(box, PASSWORD, person=ANA, pepper=KEY, device=DEVICE))


def test_with_a_device_secret_the_password_alone_is_worth_nothing() -> None:
    with_device = lock_seed(SEED, PASSWORD, person=ANA, pepper=KEY, cost=CHEAP, device=DEVICE)
    assert unlock_seed(with_device, PASSWORD, person=ANA, pepper=KEY, device=DEVICE) == SEED
    refused(lambda: unlock_seed(with_device, PASSWORD, person=ANA, pepper=KEY))
    refused(lambda: unlock_seed(with_device, PASSWORD, person=ANA, pepper=KEY, device=OTHER_KEY))


def test_the_same_password_from_another_keyboard(box: bytes) -> None:
    decomposed = unicodedata.normalize("NFD", PASSWORD)
    assert decomposed != PASSWORD
    assert unlock_seed(box, decomposed, person=ANA, pepper=KEY) == SEED


def test_every_part_counts(uncounted: list[object]) -> None:
    locked = lock_seed(SEED, PASSWORD, person=ANA, pepper=KEY, cost=CHEAP)
    assert unlock_seed(locked, PASSWORD, person=ANA, pepper=KEY) == SEED
    for altered in (*flipped(locked), *truncated(locked), locked + b"\0"):
        refused(lambda altered=altered: unlock_seed(altered, PASSWORD, person=ANA, pepper=KEY))


def test_argon2_gets_the_pepper_the_person_and_a_new_salt_each_time(uncounted: list[dict[str, object]]) -> None:
    for _ in range(2):
        lock_seed(SEED, PASSWORD, person=ANA, pepper=KEY, cost=Cost(65536, 4, 2))
    first, second = uncounted
    assert first["ad"] == ANA.bytes
    assert first["secret"] == KEY.reveal()
    assert (first["memory_cost"], first["iterations"], first["lanes"]) == (65536, 4, 2)
    assert first["salt"] != second["salt"]


@pytest.mark.parametrize(
    "cost",
    [
        (8, 3, 1),
        (19 * 1024 - 1, 3, 1),
        (1024 * 1024 + 1, 3, 1),
        (2**32 - 1, 3, 1),
        (131072, 0, 1),
        (131072, 1, 1),
        (131072, 11, 1),
        (131072, 2**32 - 1, 1),
        (131072, 3, 0),
        (131072, 3, 5),
        (131072, 3, 255),
    ],
)
def test_a_cost_outside_the_limits_is_refused_before_anything_runs(
    box: bytes, cost: tuple[int, int, int], uncounted: list[object]
) -> None:
    with pytest.raises(Misconfigured):
        Cost(*cost)
    crafted = box[:4] + struct.pack(">III", *cost) + box[16:]
    refused(lambda: unlock_seed(crafted, PASSWORD, person=ANA, pepper=KEY))
    refused(lambda: needs_relock(crafted, CHEAP))
    assert uncounted == []


def test_a_cheaper_cost_within_the_limits_is_noticed(uncounted: list[object]) -> None:
    """Whoever can write to the database cannot make guessing cheaper: the cost is bound to the box."""
    locked = lock_seed(SEED, PASSWORD, person=ANA, pepper=KEY, cost=Cost())
    cheaper = locked[:4] + struct.pack(">III", 19 * 1024, 2, 1) + locked[16:]
    # Argon2id is replaced by something that ignores cost, so only the binding can notice.
    refused(lambda: unlock_seed(cheaper, PASSWORD, person=ANA, pepper=KEY))


def test_a_raised_cost_asks_for_a_new_box(box: bytes) -> None:
    assert not needs_relock(box, CHEAP)
    assert needs_relock(box, Cost(19 * 1024, 3, 1))
    refused(lambda: needs_relock(b"KK\x01\x01" + box[4:], CHEAP))


def test_an_unknown_person_costs_the_same_work(box: bytes) -> None:
    def seconds(act: object) -> float:
        started = time.process_time()
        act()  # type: ignore[operator]
        return time.process_time() - started

    known, unknown = [], []
    for _ in range(8):
        known.append(seconds(lambda: refused(lambda: unlock_seed(box, "wrong", person=ANA, pepper=KEY))))
        unknown.append(seconds(lambda: burn("wrong", pepper=KEY, cost=CHEAP)))
    assert statistics.median(unknown) == pytest.approx(statistics.median(known), rel=0.5)


def test_burning_runs_argon2_once_at_full_cost(uncounted: list[dict[str, object]]) -> None:
    burn(PASSWORD, pepper=KEY, cost=Cost())
    (run,) = uncounted
    assert (run["memory_cost"], run["iterations"], run["lanes"]) == (128 * 1024, 3, 1)


def test_spaces_count_and_case_counts() -> None:
    assert normalise(" a ") == " a "
    assert normalise("A") != normalise("a")


@pytest.mark.parametrize("password", ["", "a\0b" * 10, "\ud800" * 20, "a" * 1025, "a" * 10_000_000])
def test_what_cannot_be_a_password(password: str) -> None:
    with pytest.raises(Invalid):
        normalise(password)
    with pytest.raises(Invalid):
        lock_seed(SEED, password, person=ANA, pepper=KEY, cost=CHEAP)
    assert problem(password, context=()) is not None


@pytest.mark.parametrize(
    "password",
    [
        "correct horse battery staple",
        "우리동네강아지는밤마다달을보고짖는다네",
        "평양 냉면보다 함흥 냉면이 더 좋다는 할머니",
        "tqzhwmxkvjbnrld",
        "all small letters no digits here",
        "my grandmother ran a bakery in Chongjin",
        "ЯблокиПадаютВсюНочь",
        "  leading and trailing  ",
        "x7 " * 3 + "but then something else",
        "가" + "나의 살던 고향은 꽃피는 산골",
        "A" + "é" * 3 + " plain French sentence",
        "tqzhwmxkvjbnrld" * 8 + "12345678",
    ],
)
def test_good_passwords(password: str) -> None:
    assert problem(password, context=CONTEXT) is None


FIFTEEN = "tqzhwmxkvjbnrld"


def test_fifteen_is_the_least_and_128_the_most() -> None:
    assert problem(FIFTEEN, context=()) is None
    assert "15" in str(problem(FIFTEEN[:14], context=()))
    long = "".join(chr(0xAC00 + 37 * number) for number in range(129))
    assert problem(long[:128], context=()) is None
    assert "128" in str(problem(long, context=()))


def test_fifteen_are_counted_as_people_count() -> None:
    syllables = "달보는강아지밤마다짖네참곱다우"
    assert len(syllables) == 15
    decomposed = unicodedata.normalize("NFD", syllables)
    assert problem(syllables, context=()) is None
    assert problem(decomposed, context=()) is None
    # 14 syllables remain too few however they are spelled.
    assert "15" in str(problem(unicodedata.normalize("NFD", syllables[:14]), context=()))


@pytest.mark.parametrize(
    ("password", "reason"),
    [
        ("aaaaaaaaaaaaaaaaaa", "repeats"),
        ("abababababababab", "repeats"),
        ("열려라참깨열려라참깨열려라참깨", "repeats"),
        ("Tr0ub4dor&3Tr0ub4dor&3", "repeats"),
        ("               ", "repeats"),
        ("abcdefghijklmnop", "follows"),
        ("zyxwvutsrqponmlk", "follows"),
        ("qwertyuiopasdfghjkl", "follows"),
        ("1qaz2wsx3edc4rfv", "follows"),
        ("123456789012345", "follows"),
        ("가나다라마바사아자차카타파하가나", "follows"),
        ("ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍ", "follows"),
        ("passwordpassword1", "words"),
        ("Password-Welcome-2024", "words"),
        ("P@ssw0rd2024Summer!", "words"),
        ("pyongyang-seoul-1945", "words"),
        ("북한이탈주민인권증언면담", "15"),
        ("북한이탈주민 인권 증언 면담 2024", "words"),
        ("비밀번호는사랑해요안녕하세요감사합니다", "words"),
        ("dkssudgktpdyqlalfqjsgh", "words"),
        ("BareunArchive2024!", "words"),
        ("bareun archive chulsoo", "words"),
        ("testimony intake 2024", "words"),
    ],
)
def test_poor_passwords(password: str, reason: str) -> None:
    assert reason in str(problem(password, context=CONTEXT))


def test_words_about_the_person_count() -> None:
    assert problem("Ms Seo Yunhwa 1961", context=()) is None
    assert problem("Ms Seo Yunhwa 1961", context=["Seo Yunhwa"]) is not None


def test_a_password_never_comes_back_in_what_is_said_about_it() -> None:
    for password in ("passwordpassword1", "qwertyuiopasdfghjkl", "aaaaaaaaaaaaaaaaaa", "short"):
        assert password not in str(problem(password, context=CONTEXT))


def test_a_long_hostile_password_is_judged_quickly() -> None:
    started = time.perf_counter()
    for hostile in ("ﷺ" * 1024, "a" * 1024, "ab" * 512, "0" * 1024):
        problem(hostile, context=CONTEXT * 20)
    assert time.perf_counter() - started < 10


def test_at_most_two_at_once_among_threads(tmp_path: Path) -> None:
    slots = Slots(tmp_path / "slots", count=2, wait_seconds=5)
    inside, most, lock = 0, 0, threading.Lock()

    def sign_in() -> None:
        nonlocal inside, most
        with slots:
            with lock:
                inside += 1
                most = max(most, inside)
            time.sleep(0.02)
            with lock:
                inside -= 1

    threads = [threading.Thread(target=sign_in) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == 2


def test_when_all_slots_stay_taken_the_next_is_told_to_come_back(tmp_path: Path) -> None:
    first = Slots(tmp_path, count=1, wait_seconds=0.1)
    with first:
        started = time.monotonic()
        with pytest.raises(Busy) as caught, Slots(tmp_path, count=1, wait_seconds=0.1):
            pass
        assert caught.value.status == 503
        assert 0.1 <= time.monotonic() - started < 2
    with first:
        pass


def test_an_error_inside_gives_the_slot_back(tmp_path: Path) -> None:
    slots = Slots(tmp_path, count=1, wait_seconds=0.05)
    for _ in range(3):
        with pytest.raises(ValueError, match="inside"), slots:
            raise ValueError("inside")


HOLDER = """
import sys, time
from pathlib import Path
from intake.sealing.passphrase import Slots
with Slots(Path(sys.argv[1]), count=1):
    print("held", flush=True)
    time.sleep(60)
"""


def test_another_process_counts_and_gives_back_when_killed(tmp_path: Path) -> None:
    holder = subprocess.Popen([sys.executable, "-c", HOLDER, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(Busy), Slots(tmp_path, count=1, wait_seconds=0.1):
            pass
    finally:
        holder.send_signal(signal.SIGKILL)
        holder.communicate()
    with Slots(tmp_path, count=1, wait_seconds=1):
        pass


def test_a_slot_is_not_taken_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "slot-0.lock").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OSError, match="slot-0"), Slots(tmp_path, count=1, wait_seconds=0.05):
        pass
    assert not (tmp_path / "elsewhere").exists()


def test_slots_are_private_and_not_inherited(tmp_path: Path) -> None:
    with Slots(tmp_path / "new", count=1):
        assert (tmp_path / "new").stat().st_mode & 0o777 == 0o700
        assert (tmp_path / "new" / "slot-0.lock").stat().st_mode & 0o777 == 0o600
        other = os.open(tmp_path / "new" / "slot-0.lock", os.O_RDWR)
        with pytest.raises(BlockingIOError):
            fcntl.flock(other, fcntl.LOCK_EX | fcntl.LOCK_NB)
        os.close(other)
