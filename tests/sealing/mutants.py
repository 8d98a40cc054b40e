"""Breaks each control of the room once and demands that the tests notice.

    python tests/sealing/mutants.py [part of a name]

A security test counts only if it has been seen to fail. Every mutant is one replacement in a copy of the package;
the tests named beside it must then be red, and they must be green on the copy without it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from mutating import Mutant, survey

PROJECT = Path(__file__).resolve().parents[2]
TESTS = Path("tests/sealing")


MUTANTS = [
    Mutant("context: lengths left out", "context", 'len(value).to_bytes(8, "big") + value', "value", "context"),
    Mutant("context: types left out", "context", "tag + len(value)", "len(value)", "context"),
    Mutant("context: bool taken for int", "context", "if isinstance(part, bool):", "if False:", "context"),
    *(
        Mutant(f"context: {field} not bound", "context", f"            self.{field},\n", "", "objects")
        for field in ("instance", "kind", "record", "version", "compartment", "schema", "previous")
    ),
    Mutant("context: epoch not bound", "context", "self.epoch, ", "", "objects"),
    Mutant("context: fingerprint not bound", "context", ", self.fingerprint)", ")", "objects"),
    Mutant("box: context not authenticated", "boxes", "header(Format.BOX) + context", "header(Format.BOX)", "boxes"),
    Mutant("box: commitment not checked", "boxes", "hmac.compare_digest(commitment, expected)", "True", "boxes"),
    Mutant("box: tag not checked", "boxes", 'fits, plaintext = False, b""', 'plaintext = b""', "boxes"),
    Mutant("box: label not in the key", "boxes", "Label(label).encode()", 'b""', "boxes"),
    Mutant("box: salt fixed", "boxes", "secrets.token_bytes(SALT_SIZE)", "bytes(SALT_SIZE)", "boxes"),
    Mutant("box: header not authenticated", "boxes", "header(Format.BOX) + context", "context", "boxes vectors"),
    Mutant("box: error says why", "boxes", "raise Damaged from None\n", "raise Damaged('wrong key')\n", "boxes room"),
    Mutant("box: cause left hanging", "boxes", 'fits, plaintext = False, b""', "raise Damaged", "boxes"),
    Mutant("formats: suite not checked", "formats", "bytes((kind, SUITE))", "bytes((kind,))", "boxes vectors"),
    Mutant("formats: any header accepted", "formats", "if not data.startswith(header(kind)):", "if False:", "boxes"),
    Mutant("padding: zeros not checked", "padding", "padded.count(0, end) != len(padded) - end", "False", "padding"),
    Mutant("padding: grid not checked", "padding", " or len(padded) != grid(end)", "", "padding"),
    Mutant("padding: no floor", "padding", "length = max(length, FLOOR)", "", "padding"),
    Mutant("padding: fine grid", "padding", "exponent - exponent.bit_length()", "0", "padding"),
    Mutant("seal: context not bound", "seals", "header(Format.SEAL), context)", "header(Format.SEAL))", "seals"),
    Mutant("seal: label not bound", "seals", "encode(Label(label), ", "encode(", "seals"),
    Mutant("key: shown", "keys", 'return f"<{type(self).__name__}>"', "return repr(self.reveal())", "keys"),
    Mutant("key: pickled", "keys", "    def __reduce_ex__(", "    def unused(", "keys"),
    Mutant("key: any length", "keys", "if len(value) != SECRET_SIZE:", "if False:", "keys"),
    Mutant(
        "key: label not in derivation",
        "keys",
        "encode(Label(label), *parts)\n        return S",
        "encode(*parts)\n        return S",
        "keys",
    ),
    Mutant(
        "key: parts run together",
        "keys",
        "encode(Label(label), *parts)\n        return S",
        "encode(Label(label), ''.join(map(str, parts)))\n        return S",
        "keys",
    ),
    Mutant("key: other expansion", "keys", "okm[:64], okm[64:]", "okm[32:], okm[:32]", "keys selftest"),
    Mutant(
        "key: small-order recipient",
        "keys",
        "X25519PrivateKey.from_private_bytes(bytes(32)).exchange(x25519)",
        "pass",
        "keys",
    ),
    Mutant("key: small-order signer", "keys", "in _SMALL_ORDER:", "in ():", "keys"),
    Mutant(
        "key: signature without purpose",
        "keys",
        "signature, encode(Label(label), message))",
        "signature, encode('', message))",
        "keys vectors",
    ),
    Mutant(
        "key: signature not checked",
        "keys",
        "self._key.verify(signature, encode(Label(label), message))",
        "pass",
        "keys objects",
    ),
    Mutant("object: signature not checked", "objects", "author_key.verify(Label", "len(Label", "objects"),
    Mutant(
        "object: context not signed",
        "objects",
        "encode(author, context.encode(), content)",
        "encode(author, content)",
        "objects",
    ),
    Mutant(
        "object: author not signed",
        "objects",
        "encode(author, context.encode(), content)",
        "encode(context.encode(), content)",
        "objects",
    ),
    Mutant(
        "object: content not signed",
        "objects",
        "encode(author, context.encode(), content)",
        "encode(author, context.encode())",
        "objects",
    ),
    Mutant("object: shred key not needed", "objects", "else shred_key.reveal()", "else bytes(32)", "objects"),
    Mutant(
        "object: data key not needed",
        "objects",
        "hkdf(data_key.reveal(), salt=salt",
        "hkdf(bytes(32), salt=salt",
        "objects",
    ),
    Mutant(
        "object: no shred key is a shred key of zeros",
        "objects",
        '"whole" if shred_key is None else "shreddable"',
        '""',
        "objects",
    ),
    Mutant(
        "object: not padded",
        "objects",
        "pad(author.bytes + signature + content)",
        "author.bytes + signature + content",
        "objects",
    ),
    Mutant(
        "object: refusal of the directory escapes",
        "objects",
        "except (IntakeError, LookupError):",
        "except KeyError:",
        "objects",
    ),
    Mutant(
        "wrap: sealed to any key",
        "objects",
        "if public.fingerprint != wrap_context.fingerprint:",
        "if False:",
        "objects",
    ),
    Mutant("wrap: key tried", "objects", "match read(wrap):", "match Format.BOX:", "objects"),
    Mutant("seed: cost not checked", "passphrase", "if not least <= value <= most:", "if False:", "passphrase"),
    Mutant("seed: cost not bound", "passphrase", "encode(head, person)", "encode(person)", "passphrase vectors"),
    Mutant("seed: person not bound", "passphrase", "ad=person.bytes", "ad=b''", "passphrase"),
    Mutant("seed: pepper not used", "passphrase", "secret=pepper.reveal(),", "", "passphrase"),
    Mutant(
        "seed: device secret not used", "passphrase", "else stretched + device.reveal()", "else stretched", "passphrase"
    ),
    Mutant(
        "seed: salt fixed",
        "passphrase",
        "salt = secrets.token_bytes(_SALT_SIZE)",
        "salt = bytes(_SALT_SIZE)",
        "passphrase",
    ),
    Mutant(
        "seed: password as typed", "passphrase", 'unicodedata.normalize("NFKC", password)', "password", "passphrase"
    ),
    Mutant("seed: NUL accepted", "passphrase", ' or "\\0" in password', "", "passphrase"),
    Mutant("seed: never relocked", "passphrase", "return _read(box)[0] != cost", "return False", "passphrase"),
    Mutant(
        "seed: unknown person costs nothing",
        "passphrase",
        "    person = UUID(int=0)\n",
        "    return\n    person = UUID(int=0)\n",
        "passphrase",
    ),
    Mutant("password: no floor", "passphrase", "if len(password) < FEWEST_CHARACTERS:", "if False:", "passphrase"),
    Mutant("password: no cap", "passphrase", "if len(password) > MOST_CHARACTERS:", "if False:", "passphrase"),
    Mutant("password: repetition", "passphrase", "if repeats(password):", "if False:", "passphrase"),
    Mutant("password: runs", "passphrase", "if runs(password):", "if False:", "passphrase"),
    Mutant("password: known words", "passphrase", "if hardly_own(password, context):", "if False:", "passphrase"),
    Mutant(
        "password: context words", "wellknown", "for text in context for word", "for text in () for word", "passphrase"
    ),
    Mutant("password: leet spelling", "wellknown", "password.translate(_LEET)", "password", "passphrase"),
    Mutant(
        "slots: unlimited", "passphrase", "fcntl.LOCK_EX | fcntl.LOCK_NB", "fcntl.LOCK_SH | fcntl.LOCK_NB", "passphrase"
    ),
    Mutant(
        "slots: never given back", "passphrase", "os.close(self._stack().pop())", "self._stack().pop()", "passphrase"
    ),
    Mutant("slots: links followed", "passphrase", " | os.O_NOFOLLOW", "", "passphrase"),
    Mutant("stream: place not bound", "stream", 'attachment, index, "last"', 'attachment, "last"', "stream"),
    Mutant("stream: attachment not bound", "stream", 'attachment, index, "last"', 'index, "last"', "stream"),
    Mutant("stream: end not bound", "stream", '"last" if last else "more"', '""', "stream"),
    Mutant("stream: size not checked", "stream", "if room != grid(total + PREFIX_SIZE):", "if False:", "stream"),
    Mutant("stream: zeros not checked", "stream", "payload.count(0, end) != len(payload) - end", "False", "stream"),
    Mutant("stream: data after padding", "stream", "if data and not full:", "if False:", "stream"),
    Mutant("stream: last box dropped", "stream", "yield held, True", "yield held, False", "stream"),
    Mutant("seal: error escapes", "seals", "except InvalidTag:", "except LookupError:", "seals"),
    Mutant(
        "box: a wrong key is told by its time",
        "boxes",
        "    # The ciphertext is checked",
        "    if not fits:\n        raise Damaged\n    # The ciphertext is checked",
        "boxes",
    ),
    Mutant(
        "stream: header not checked",
        "stream",
        "yield body(Format.STREAM, start)",
        "yield start[HEADER_SIZE:]",
        "stream",
    ),
    Mutant("stream: sizes shown", "stream", "grid(total + PREFIX_SIZE)", "total", "stream"),
    Mutant("stream: by lines", "stream", "if read is None:", "if True:", "stream"),
    Mutant("code: used again", "otp", "step > after_step", "step >= after_step", "otp"),
    Mutant("code: order ignored", "otp", "if fits and step > after_step:", "if fits and step != after_step:", "otp"),
    Mutant("code: first of two steps", "otp", "accepted = step\n", "return step\n", "otp"),
    Mutant("code: wide window", "otp", "WINDOW: Final = 1", "WINDOW: Final = 2", "otp"),
    Mutant("code: other digits", "otp", "typed.isascii() and typed.isdigit()", "typed.isdigit()", "otp"),
    Mutant("code: any length typed", "otp", "if len(code) <= _LONGEST_TYPED", "if True", "otp"),
    Mutant("token: four spellings", "tokens", '!= token + "="', "== ''", "tokens"),
    Mutant("token: any shape", "tokens", "if not _SHAPE.fullmatch(token):", "if False:", "tokens"),
    Mutant("blind index: purpose", "blind", "Label.BLIND_INDEX, purpose", "Label.BLIND_INDEX", "tokens"),
    Mutant(
        "blind index: key", "blind", "key.derive(Label.BLIND_INDEX, purpose).reveal()", "purpose.encode()", "tokens"
    ),
    Mutant("labels: one repeats", "labels", '"kk/v1/session/csrf"', '"kk/v1/session/wrap"', "labels"),
    Mutant("labels: one for two purposes", "objects", "Label.OBJECT_BOX", "Label.OBJECT_SIGNATURE", "labels"),
    Mutant("labels: renamed", "labels", "kk/v1/object/key", "kk/v1/object/content-key", "vectors"),
    Mutant(
        "room: compared with ==", "boxes", "hmac.compare_digest(commitment, expected)", "commitment == expected", "room"
    ),
    Mutant("room: weak randomness", "tokens", "import secrets\n", "import secrets\nimport random\n", "room"),
    Mutant("room: knows the house", "tokens", "import secrets\n", "import secrets\nimport intake.models\n", "room"),
    Mutant("self-test: never fails", "selftest", "if not right:", "if False:", "selftest"),
    Mutant("self-test: damage not tried", "selftest", " and _refuses(lambda: open_it(altered))", "", "selftest"),
]


def run(root: Path, tests: str) -> bool:
    """Whether these test files are green against the package in `root`."""
    files = [str(TESTS / f"test_{name}.py") for name in tests.split()]
    environment = {**os.environ, "PYTHONPATH": str(root), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", "--no-header", *files]
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1, 2):
        raise SystemExit(done.stdout + done.stderr)
    return done.returncode == 0


def main(wanted: str = "") -> int:
    chosen = [mutant for mutant in MUTANTS if wanted in mutant.what]
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        shutil.copytree(PROJECT / "intake" / "sealing", root / "intake" / "sealing")
        for name in ("intake/__init__.py", "intake/errors.py", "pyproject.toml"):
            shutil.copy(PROJECT / name, root / name)
        # The package's own __init__ builds the whole application; the room needs none of it.
        (root / "intake" / "__init__.py").write_text('"""A copy to be broken."""\n', "utf-8")
        shutil.copytree(PROJECT / TESTS, root / TESTS)
        every = " ".join(sorted({name for mutant in chosen for name in mutant.tests.split()}))
        if not run(root, every):
            print("the tests are red without any mutant")
            return 1
        return survey(root / "intake" / "sealing", chosen, lambda tests: run(root, tests))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
