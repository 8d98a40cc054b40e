"""Write requirements/*.lock: exact versions with hashes for every platform, from pyproject.toml.

`run.lock` is what an installation needs, `dev.lock` adds tests and checks; both hold what building the
project takes. Run by `make lock`; give `--upgrade` to take newer versions.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

LOCKS = {
    "run": ["--extra", "postgres", "--extra", "gunicorn", "--group", "build"],
    "dev": [
        "--extra",
        "postgres",
        "--extra",
        "gunicorn",
        "--extra",
        "korean",
        "--group",
        "dev",
        "--constraints",
        "requirements/run.lock",
    ],
}
UV = [
    *(sys.executable, "-m", "uv", "pip", "compile", "pyproject.toml"),
    *("--universal", "--python-version", "3.11", "--generate-hashes", "--no-strip-extras", "--quiet"),
    *("--no-annotate", "--custom-compile-command", "make lock"),
]


def main() -> None:
    """Resolve both sets; the second keeps to the versions of the first."""
    Path("requirements").mkdir(exist_ok=True)
    for name, wanted in LOCKS.items():
        command = [*UV, *wanted, *sys.argv[1:], "--output-file", f"requirements/{name}.lock"]
        subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
