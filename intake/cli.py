"""COMMANDS. The second door: sign in, call one action, print.

Whoever stands here is on the server itself; they still act as somebody, with that person's password. Content is printed
only where a command exists to print it, and never into an error.
"""

from __future__ import annotations

import gettext as catalogues
import json
import os
import sys
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, cast

import click
from granian.constants import Interfaces
from granian.server import Server as Granian
from rich.console import Console
from rich.progress import track

from intake import morphology
from intake.access import NOBODY
from intake.actions import account, demo, operation, search, testimony, verification, vocabulary
from intake.actions import instance as founding
from intake.errors import N_, IntakeError, Invalid, Misconfigured
from intake.forms.exchange import parse_exchange
from intake.instance import Instance, open_instance
from intake.language import identifiers, propernouns
from intake.language import mentions as mentioned
from intake.language.normalise import nfc, problem
from intake.language.patterns import joined
from intake.language.places import Gazetteer
from intake.rendering.leaks import check_file
from intake.rendering.leaks_record import unmarked, watched
from intake.resources import folder, inside
from intake.schema import upgrade as upgrade_schema
from intake.settings import CONFIG_FILE, load
from intake.work import Gate

_LARGEST_DOCUMENT = 64 << 20


def _catalogue() -> catalogues.NullTranslations:
    language = (os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or "")[:2]
    return catalogues.translation("messages", str(inside("translations")), languages=[language], fallback=True)


_words = _catalogue()


def _(message: str, **values: object) -> str:
    said = _words.gettext(message)
    return said % values if values else said


def main() -> None:
    """The `intake` command."""
    try:
        cli(standalone_mode=False)
    except click.ClickException as problem_:
        problem_.show()
        sys.exit(problem_.exit_code)
    except click.Abort:
        sys.exit(130)
    except IntakeError as problem_:
        click.echo(_said(problem_), err=True)
        sys.exit(2)


def _said(problem_: IntakeError) -> str:
    lines = [_(problem_.message, **problem_.values)]
    if isinstance(problem_, Invalid):
        for name, messages in problem_.fields.items():
            lines.extend(f"  {name}: {_(message, **problem_.values)}" for message in messages)
    return "\n".join(lines)


@click.group()
@click.option("--instance", "directory", type=click.Path(path_type=Path), envvar="INTAKE_INSTANCE")
@click.version_option(package_name="intake")
@click.pass_context
def cli(context: click.Context, directory: Path | None) -> None:
    """Intake: takes testimony, seals it, redacts it, releases it and answers questions about it."""
    context.obj = directory


def _opened(context: click.Context) -> Instance:
    directory = cast(Path | None, context.obj)
    if directory is None:
        raise Misconfigured(N_("Say which instance: --instance DIR, or INTAKE_INSTANCE in the environment."))
    return open_instance(load(directory))


def _signed_in(context: click.Context, name: str) -> Gate:
    instance = _opened(context)
    file = os.environ.get("INTAKE_PASSWORD_FILE")
    if file:
        password = Path(file).read_text(encoding="utf-8").rstrip("\r\n")
    else:
        password = click.prompt(_("Password of %(name)s", name=name), hide_input=True, err=True)
    signed = account.sign_in(Gate(instance, NOBODY), name, password, None)
    context.call_on_close(lambda: account.sign_out(Gate(instance, signed.actor)))
    return Gate(instance, signed.actor)


# -- making and running an instance


@cli.command()
@click.option("--url", "base_url", required=True, help="The address people will use: https://…")
@click.option("--database", default="", help="postgresql+psycopg://… (default: an SQLite file in the folder)")
@click.option("--language", type=click.Choice(["ko", "en"]), default="ko")
@click.pass_context
def init(context: click.Context, base_url: str, database: str, language: str) -> None:
    """Make an instance and print the one-time links of its first two people."""
    directory = cast(Path | None, context.obj)
    if directory is None:
        raise Misconfigured(N_("Say which instance: --instance DIR, or INTAKE_INSTANCE in the environment."))
    instance, root_seed = founding.create(directory, base_url=base_url, database=database, language=language)
    links = founding.found(Gate(instance, NOBODY), root_seed)
    base = instance.settings.base_url.rstrip("/") + "/account/activate/"
    hours = instance.settings.invitation_hours
    click.echo(
        _("The instance is ready. These links are shown once and work once, within %(hours)s hours.", hours=hours)
    )
    click.echo(_("First administrator: %(link)s", link=base + links.administrator))
    click.echo(_("First member (a reviewer, who receives the keys): %(link)s", link=base + links.member))
    click.echo(_("Then: intake --instance %(folder)s serve", folder=directory))


@cli.command()
@click.pass_context
def upgrade(context: click.Context) -> None:
    """Bring the database to this version's migrations. Make a backup first."""
    upgrade_schema(_opened(context).database)
    click.echo(_("The database is up to date."))


@cli.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True)
@click.option("--workers", default=2, show_default=True)
@click.pass_context
def serve(context: click.Context, host: str, port: int, workers: int) -> None:
    """Serve the instance (behind a reverse proxy that speaks TLS)."""
    _serve(_opened(context), host, port, workers)


def _serve(instance: Instance, host: str, port: int, workers: int) -> None:
    os.environ["INTAKE_INSTANCE"] = str(instance.settings.instance)
    instance.database.dispose()
    Granian(
        "intake:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=4,
        factory=True,
        log_access=False,
        websockets=False,
    ).serve()


@cli.command("demo")
@click.option("--dir", "directory", type=click.Path(path_type=Path), required=True)
@click.option("--testimonies", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--port", default=8000, show_default=True)
@click.option("--no-serve", is_flag=True)
def demo_(directory: Path, testimonies: Path | None, port: int, no_serve: bool) -> None:
    """Make a demonstration instance with invented people and testimonies, and serve it."""
    base_url = f"http://127.0.0.1:{port}"
    if (directory / CONFIG_FILE).exists():
        instance = open_instance(load(directory, {**os.environ, "INTAKE_SET_BASE_URL": base_url}))
        if testimonies is not None or not instance.settings.demo:
            raise Misconfigured(N_("There is an instance in this folder already."))
        os.environ["INTAKE_SET_BASE_URL"] = base_url
    else:
        source = testimonies or folder("config") / "demo" / "testimonies"
        documents = dict(_documents(sorted(source.glob("*.json"))))
        instance = demo.build(directory, base_url=base_url, documents=documents, read=parse_exchange, refused=_refused)
    _print_how_to(instance, base_url)
    if not no_serve:
        _serve(instance, "127.0.0.1", port, 2)


def _print_how_to(instance: Instance, base_url: str) -> None:
    said = demo.how_to(instance.settings.instance) or {}
    click.echo(_("Demonstration at %(url)s", url=base_url))
    for person in cast(list[dict[str, str]], said.get("people", [])):
        code = demo.code_now(person["totp_secret"])
        click.echo(f"  {person['role']:<14} {person['name']:<8} {person['password']:<34} {code}")
    click.echo(_("Codes change every 30 seconds; the sign-in page of the demonstration shows the current ones."))


# -- testimonies


def _document(path: Path) -> object:
    try:
        if path.stat().st_size > _LARGEST_DOCUMENT:
            raise Invalid(N_("This file is too large."))
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        raise Invalid(N_("This file cannot be read as UTF-8 text.")) from None
    except (ValueError, RecursionError):
        raise Invalid(N_("This file is not JSON.")) from None


def _documents(paths: Sequence[Path]) -> Iterator[tuple[str, object]]:
    """Those that can be read; of the others it is said why not."""
    for path in paths:
        try:
            yield str(path), _document(path)
        except IntakeError as problem_:
            _refused(str(path), problem_)


def _refused(name: str, problem_: IntakeError) -> None:
    click.echo(f"{name}: {_('refused')}: {_said(problem_)}")


@cli.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--as", "name", required=True, help="Interviewer who files them")
@click.pass_context
def import_(context: click.Context, files: Sequence[Path], name: str) -> None:
    """File testimonies in the exchange format. A bad file is refused, the others go in; repeating is safe."""
    gate = _signed_in(context, name)
    _number, terms, places = vocabulary.list_(gate)
    refused = 0
    console = Console(stderr=True)
    for path in track(files, description=_("Filing"), console=console, transient=True):
        try:
            receipt = testimony.transcribe(gate, *parse_exchange(_document(path), terms, places))
        except IntakeError as problem_:
            refused += 1
            _refused(str(path), problem_)
        else:
            what = _("was filed before") if receipt.repeated else _("filed")
            click.echo(f"{path}: {what}: {receipt.reference}")
    click.echo(_("%(done)s filed or there already, %(refused)s refused", done=len(files) - refused, refused=refused))
    if refused:
        context.exit(1)


@cli.command("search")
@click.argument("query")
@click.option("--as", "name", required=True, help="Coordinator who asks")
@click.option("--json", "as_json", is_flag=True)
@click.pass_context
def search_(context: click.Context, query: str, name: str, as_json: bool) -> None:
    """Answer a query: every testimony, with the reasons why."""
    wrong = problem(query)
    if wrong:
        raise Invalid(wrong)
    gate = _signed_in(context, name)
    answer = search.run(gate, nfc(query), limit=500, facets=(), patience=float("inf"))
    rows, page = list(answer.rows), answer
    while page.next is not None:
        page = search.run(gate, nfc(query), limit=500, facets=(), after=page.next)
        rows.extend(page.rows)
    sentence = search.say(answer, _words.info().get("language", "en")[:2] or "en", _words.gettext)
    counts = {
        "testimonies": answer.counts.testimonies,
        "witnesses": answer.counts.witnesses,
        "cases": answer.counts.cases,
    }
    if not as_json:
        click.echo(sentence)
        click.echo(_("%(testimonies)s testimonies, %(witnesses)s witnesses, %(cases)s cases", **counts))
        for row in rows:
            click.echo(f"{row.reference}  {row.interviewed}  {', '.join(row.basis)}")
            for why in row.why:
                click.echo(f"    {why.kind} {why.concept}: {why.quote}")
        return
    results = [
        {
            "id": row.external_id or row.id.hex,
            "reference": row.reference,
            "basis": list(row.basis),
            "why": [{"kind": w.kind, "concept": w.concept, "quote": w.quote} for w in row.why],
        }
        for row in rows
    ]
    _print_json(
        {
            "query": nfc(query),
            "sentence": sentence,
            "complete": answer.complete,
            "counts": counts,
            "results": results,
        }
    )


def _print_json(value: Any) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


@cli.command("mentions")
@click.argument("file", default="-", type=click.File("r", encoding="utf-8"))
@click.option("--json", "as_json", is_flag=True)
def mentions_(file: Any, as_json: bool) -> None:
    """Show which passages of a text mention a mechanism. Needs no instance. Offsets are code points."""
    try:
        text = file.read()
    except UnicodeDecodeError:
        raise Invalid(N_("This file cannot be read as UTF-8 text.")) from None
    found = [
        {"concept": m.concept, "start": m.start, "end": m.end, "quote": m.quote, "strength": m.strength}
        for m in mentioned.find(text)
    ]
    if as_json:
        _print_json(found)
    else:
        for one in found:
            click.echo(f"{one['concept']}  {one['start']}–{one['end']}  {one['strength']:.2f}  {one['quote']}")


@cli.command("identifiers")
@click.argument("record", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True)
@click.option("--korean-analyser", is_flag=True, help="Also ask the analyser of intake[korean]")
def identifiers_(record: Path, as_json: bool, korean_analyser: bool) -> None:
    """Show what a reviewer would be offered to redact in a record of the exchange format. Needs no instance."""
    given = _record(record)
    text = unmarked(str(given.get("narrative") or ""))
    wide = _gazetteer().wide_names
    suggested = identifiers.suggest({**given, "narrative": text}, wide=wide)
    if korean_analyser:
        morphology.check()
        suggested = joined(
            suggested, propernouns.suggest(nfc(text), morphology.Analyser().proper_nouns(nfc(text)), wide)
        )
    found = [
        {"kind": s.kind, "start": s.start, "end": s.end, "quote": s.quote, "rule": s.rule, "group": s.group}
        for s in suggested
    ]
    if as_json:
        _print_json(found)
    else:
        for one in found:
            click.echo(
                f"{one['kind']:<17} {one['start']}–{one['end']}  {one['quote']}  ({one['rule']}, {one['group']})"
            )


@cli.command("leaks")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--record", type=click.Path(path_type=Path), required=True, help="The record in the exchange format")
@click.option("--json", "as_json", is_flag=True)
@click.pass_context
def leaks_(context: click.Context, file: Path, record: Path, as_json: bool) -> None:
    """Look for anything of a record in a file that is to leave: in its text, its hidden parts and its name."""
    try:
        data = file.read_bytes()
    except OSError:
        raise Invalid(N_("This file cannot be read.")) from None
    found = [
        {
            "rule": leak.rule,
            "severity": leak.severity,
            "where": leak.where,
            "start": leak.start,
            "end": leak.end,
            "group": leak.group,
            "kind": leak.kind,
        }
        for leak in check_file(data, file.name, watched(_record(record), _gazetteer().wide_names))
    ]
    if as_json:
        _print_json(found)
    else:
        for one in found:
            click.echo(f"{one['severity']:<6} {one['rule']:<16} {one['where']}  {one['kind']} {one['group']}")
    if any(one["severity"] == "block" for one in found):
        context.exit(1)


def _gazetteer() -> Gazetteer:
    """The places that came with the application."""
    return Gazetteer.parse(tomllib.loads(folder("config").joinpath("places.toml").read_text(encoding="utf-8")))


def _record(path: Path) -> dict[str, Any]:
    document = _document(path)
    if not isinstance(document, dict):
        raise Invalid(N_("This file is not a record in the exchange format."))
    return document


# -- what left


@cli.group("release")
def release_() -> None:
    """Released files."""


@release_.command("verify")
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("manifest", type=click.Path(path_type=Path))
@click.option("--key", default="", help="The organisation's key in hex, had from elsewhere")
def verify_release(file: Path, manifest: Path, key: str) -> None:
    """Check that a released file is what two people signed. Needs no instance: the file and its signed manifest do."""
    try:
        data, proof, wanted = file.read_bytes(), manifest.read_bytes(), bytes.fromhex(key) if key else None
    except (OSError, ValueError):
        raise Invalid(N_("This file cannot be read.")) from None
    found = verification.verify(data, proof, organisation_key=wanted)
    click.echo(_("This is release %(number)s, as two people signed it.", number=found.number))
    click.echo(
        _(
            "Audience %(audience)s, purpose %(purpose)s, identity %(identity)s.",
            audience=found.audience,
            purpose=found.purpose,
            identity=found.identity,
        )
    )
    if wanted is None:
        click.echo(_("Compare the organisation's key with one you have from elsewhere: %(key)s", key=found.fingerprint))


# -- looking after it


@cli.group("vocabulary")
def vocabulary_() -> None:
    """The vocabulary and the gazetteer."""


@vocabulary_.command("load")
@click.option("--from", "source", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--as", "name", required=True, help="Administrator who loads it")
@click.pass_context
def load_vocabulary(context: click.Context, source: Path | None, name: str) -> None:
    """Load the vocabulary that came with this version, or the files of a folder; removed terms are retired."""
    number = vocabulary.load(_signed_in(context, name), source)
    click.echo(_("Vocabulary version %(number)s is in use.", number=number))


@cli.group("audit")
def audit_() -> None:
    """The audit chain."""


@audit_.command("verify")
@click.option("--checkpoint", type=click.File("r", encoding="ascii"))
@click.pass_context
def verify(context: click.Context, checkpoint: Any) -> None:
    """Read the whole chain and hold every sealed record against it."""
    report = operation.verify_chain(_opened(context), checkpoint.read() if checkpoint else None)
    if not report.sound:
        click.echo(_("Something is wrong at entry %(seq)s: %(trouble)s", seq=report.seq, trouble=report.trouble))
        context.exit(1)
    click.echo(_("The chain is whole: %(entries)s entries.", entries=report.entries))


@audit_.command("checkpoint")
@click.pass_context
def checkpoint_(context: click.Context) -> None:
    """Print a signed note of where the chain stands, to be kept on another machine."""
    click.echo(operation.make_checkpoint(_opened(context)), nl=False)


@cli.command()
@click.pass_context
def check(context: click.Context) -> None:
    """Check settings, schema, cryptography, file modes and keys; collect what a crash left behind."""
    troubled = False
    for finding in operation.check(_opened(context)):
        troubled = troubled or finding.trouble is not None
        click.echo(f"{_(finding.what)}: {finding.trouble or _('in order')}")
    if troubled:
        context.exit(1)
