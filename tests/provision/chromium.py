"""A Chromium for the browser tests: the one on this machine, or one installed when the tests are set up.

Tests ask `find()` for the program and start it with `ARGUMENTS`. `python tests/provision/chromium.py` makes
sure that there is one (`make test` calls it): Debian's package where we may install packages, otherwise the
browser that Playwright brings. `CHROMIUM=/path/to/program` names another.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome")
APPLICATIONS = (
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
)
APT_SECONDS = 900

# A browser under test speaks to the server under test and to nobody else.
ARGUMENTS = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
]
if hasattr(os, "geteuid") and os.geteuid() == 0:
    ARGUMENTS.append("--no-sandbox")  # Chromium refuses to start its sandbox as root

MISSING = """\
The browser tests need Chromium, and none was found or could be installed here.
Install it (Debian: apt-get install chromium) or name one: make test CHROMIUM=/path/to/chromium
"""


def find() -> Path | None:
    """The browser to use, or None."""
    named = os.environ.get("CHROMIUM")
    if named:
        return Path(named) if os.access(named, os.X_OK) else None
    for name in NAMES:
        on_path = shutil.which(name)
        if on_path:
            return Path(on_path)
    installed = [program for program in APPLICATIONS if program.exists()]
    return installed[0] if installed else find_playwrights()


def find_playwrights() -> Path | None:
    """The browser that `playwright install chromium` fetched, or None."""
    with sync_playwright() as playwright:
        program = Path(playwright.chromium.executable_path)
    return program if program.exists() else None


def as_root() -> list[str] | None:
    """How to run a command as root here without being asked anything, or None."""
    if not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo and run([sudo, "-n", "true"]):
        return [sudo, "-n"]
    return None


def run(command: list[str]) -> bool:
    """Run one step of an installation; its output only matters when nothing worked."""
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, check=False, timeout=APT_SECONDS)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def install_packages(*names: str) -> bool:
    """Install Debian packages where we may."""
    root = as_root()
    if root is None:
        return False
    apt = [*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-o", "DPkg::Lock::Timeout=120"]
    return run([*apt, "update"]) and run([*apt, "install", "-y", "--no-install-recommends", *names])


def has_korean() -> bool:
    """Whether a font on this machine can draw Hangul. Where it cannot be asked, we do not install fonts."""
    listing = shutil.which("fc-list")
    if not listing:
        return not Path("/etc/debian_version").exists()
    return bool(subprocess.run([listing, ":lang=ko"], capture_output=True, check=False).stdout.strip())


def main() -> int:
    """Make sure of a browser; 1 and a message when there is no way to one."""
    if find() is None and not os.environ.get("CHROMIUM"):
        print("Installing Chromium for the browser tests …", flush=True)
        install_packages("chromium")
        if find() is None:
            run([sys.executable, "-m", "playwright", "install", "chromium"])
    if find() is None:
        print(MISSING, file=sys.stderr)
        return 1
    if not has_korean() and not install_packages("fonts-noto-cjk"):
        print("No Korean font here: pictures of pages will show boxes instead of Hangul.", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
