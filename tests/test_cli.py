"""The command line's forms are a contract: same gate, same results, a bad file refused by name and the others filed."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from people import House
from sqlalchemy import select

from intake import cli
from intake.errors import IntakeError
from intake.instance import open_instance
from intake.models.testimony import Testimony
from intake.resources import folder
from intake.settings import load

TESTIMONIES = sorted((folder("config") / "demo" / "testimonies").glob("*.json"))
Run = Callable[..., Result]


@pytest.fixture
def run(house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """`run(*words, name=…)`: the command on this house's instance, with that person's password in a file."""

    def of(*words: str, name: str = "hana", stdin: str | None = None) -> Result:
        password = tmp_path / "password"
        password.write_text(house[name].password + "\n", encoding="utf-8")
        monkeypatch.setenv("INTAKE_PASSWORD_FILE", str(password))
        whole = ["--instance", str(house.instance.settings.instance), *words]
        return CliRunner().invoke(cli.cli, whole, input=stdin, catch_exceptions=True)

    return of


def test_import_and_search(run: Run) -> None:
    filed = run("import", *map(str, TESTIMONIES[:3]), "--as", "hana")
    assert filed.exit_code == 0, filed.output
    assert filed.output.count(": filed: T-") == 3
    again = run("import", *map(str, TESTIMONIES[:3]), "--as", "hana")
    assert again.exit_code == 0
    answer = json.loads(run("search", "concept:visa-circumvention", "--as", "dain", "--json", name="dain").stdout)
    assert answer["query"] == "concept:visa-circumvention"
    assert answer["complete"] is True
    assert answer["counts"]["testimonies"] == len(answer["results"]) == 3
    assert set(answer["counts"]) == {"testimonies", "witnesses", "cases"}
    first = next(r for r in answer["results"] if r["id"] == "T01")
    assert re.fullmatch(r"T-\w{4}-\w{4}", first["reference"])
    assert first["basis"]
    said = json.loads(TESTIMONIES[0].read_text(encoding="utf-8"))["narrative"]
    assert any(why["quote"] and why["quote"] in said for why in first["why"])
    assert all(set(why) == {"kind", "concept", "quote"} for why in first["why"])


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (lambda d: d["dispatch"].__setitem__("from", "2019-02-30"), "dispatch.from"),
        (lambda d: d.__setitem__("mechanisms", ["no-such-thing"]), "mechanisms"),
        (lambda d: d.__setitem__("narrative", "a\x00b"), "narrative"),
        (lambda d: d.pop("narrative"), "narrative"),
        (lambda d: d.__setitem__("surprise", 1), "surprise"),
        (lambda d: d.__setitem__("narrative", 7), "narrative"),
    ],
    ids=["wrong date", "unknown id", "NUL", "missing", "unknown key", "wrong type"],
)
def test_a_bad_file_is_named_and_the_others_go_in(
    run: Run, tmp_path: Path, change: Callable[[dict[str, object]], object], named: str
) -> None:
    document = json.loads(TESTIMONIES[0].read_text(encoding="utf-8"))
    change(document)
    bad = tmp_path / "bad.json"
    bad.write_text(json.dumps(document), encoding="utf-8")
    result = run("import", str(bad), str(TESTIMONIES[1]), "--as", "hana")
    assert result.exit_code == 1
    assert named in result.output
    assert "bad.json" in result.output
    assert re.search(r"T02\.json: .*T-\w{4}-\w{4}", result.output)


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[" * 100_000, b'{"id": "\\ud800"}', b"\xff\xfe", b"null", b"[]", b'{"id": 1e999}'],
    ids=["empty", "half", "deep", "surrogate", "not UTF-8", "null", "list", "huge number"],
)
def test_no_file_breaks_it(run: Run, tmp_path: Path, content: bytes) -> None:
    bad = tmp_path / "bad.json"
    bad.write_bytes(content)
    result = run("import", str(bad), "--as", "hana")
    assert result.exit_code == 1
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert "Traceback" not in result.output


def test_a_wrong_password_or_role_is_refused(run: Run, house: House, tmp_path: Path) -> None:
    wrong = run("import", str(TESTIMONIES[0]), "--as", "hana", name="mina")
    assert wrong.exit_code != 0
    role = run("import", str(TESTIMONIES[0]), "--as", "dain", name="dain")
    assert role.exit_code != 0
    assert run("search", "x", "--as", "hana", "--json", name="hana").exit_code != 0


@pytest.mark.parametrize("query", ["((((", 'a "b', "nokey:x", "mechanism:nothing", "place:nowhere", "\x00"])
def test_a_query_that_makes_no_sense_is_said(run: Run, query: str) -> None:
    result = run("search", query, "--as", "dain", "--json", name="dain")
    if result.exit_code == 0:
        assert json.loads(result.stdout)["results"] == []
    else:
        assert "Traceback" not in result.output


def test_mentions_need_no_instance(tmp_path: Path) -> None:
    text = (
        "우리는 훈춘 공장에서 일했는데 비자가 없었습니다. "
        "한 달이 차면 다 같이 국경을 넘어 나갔다가 도장을 받고 다시 들어왔습니다. 😀\n"
    )
    file = tmp_path / "t.txt"
    file.write_text(text, encoding="utf-8")
    for words, stdin in (([str(file)], None), (["-"], text)):
        result = CliRunner().invoke(cli.cli, ["mentions", *words, "--json"], input=stdin)
        assert result.exit_code == 0
        found = json.loads(result.stdout)
        assert "one-month-visa-free-rotation" in {one["concept"] for one in found}
        for one in found:
            assert set(one) == {"concept", "start", "end", "quote", "strength"}
            assert text[one["start"] : one["end"]] == one["quote"]


def test_audit_and_check(run: Run, house: House, tmp_path: Path) -> None:
    assert run("audit", "verify").exit_code == 0
    point = run("audit", "checkpoint").stdout
    file = tmp_path / "point"
    file.write_text(point)
    assert run("audit", "verify", "--checkpoint", str(file)).exit_code == 0
    assert run("check").exit_code == 0
    (house.instance.settings.instance / "secrets").chmod(0o755)
    assert run("check").exit_code == 1


def test_vocabulary_load(run: Run, tmp_path: Path) -> None:
    assert "1" in run("vocabulary", "load", "--as", "anna", name="anna").output
    assert run("vocabulary", "load", "--as", "hana").exit_code != 0


def test_init_makes_links_once(tmp_path: Path) -> None:
    words = ["--instance", str(tmp_path / "new"), "init", "--url", "https://intake.example.org"]
    first = CliRunner().invoke(cli.cli, words)
    assert first.exit_code == 0, first.output
    assert len(re.findall(r"https://intake\.example\.org/account/activate/\S{43}", first.output)) == 2
    again = CliRunner().invoke(cli.cli, words)
    assert again.exit_code != 0


@pytest.mark.parametrize("url", ["http://intake.example.org", "ftp://x", "https://", 'https://x"\ny=1'])
def test_init_refuses_an_address_that_is_not_safe(tmp_path: Path, url: str) -> None:
    result = CliRunner().invoke(cli.cli, ["--instance", str(tmp_path / "new"), "init", "--url", url])
    assert result.exit_code != 0


def test_identifiers_and_leaks_need_no_instance(tmp_path: Path) -> None:
    record = TESTIMONIES[0]
    said = json.loads(record.read_text(encoding="utf-8"))
    result = CliRunner().invoke(cli.cli, ["identifiers", str(record), "--json"])
    found = json.loads(result.stdout)
    assert {"kind", "start", "end", "quote", "rule", "group"} == set(found[0])
    assert all(said["narrative"][one["start"] : one["end"]] == one["quote"] for one in found)
    leaky, clean = tmp_path / "leaky.txt", tmp_path / "clean.txt"
    leaky.write_text(f"{said['witness']['name']}은 왔다.", encoding="utf-8")
    clean.write_text("아무도 아닌 사람이 왔다.", encoding="utf-8")
    for file, code in ((leaky, 1), (clean, 0)):
        result = CliRunner().invoke(cli.cli, ["leaks", str(file), "--record", str(record), "--json"])
        assert result.exit_code == code, result.output
        assert bool(json.loads(result.stdout)) is bool(code)
        assert said["witness"]["name"] not in result.stdout


@pytest.mark.parametrize("content", ["[]", "{", '{"witness": 7, "narrative": 3}', '{"witness": {"family": [1]}}'])
def test_no_record_breaks_them(tmp_path: Path, content: str) -> None:
    record, file = tmp_path / "record.json", tmp_path / "file.txt"
    record.write_text(content, encoding="utf-8")
    file.write_text("hello", encoding="utf-8")
    for words in (["identifiers", str(record)], ["leaks", str(file), "--record", str(record)]):
        result = CliRunner().invoke(cli.cli, words)
        assert result.exception is None or isinstance(result.exception, SystemExit | IntakeError)


def test_a_demonstration_leaves_out_what_is_no_testimony(tmp_path: Path) -> None:
    given = tmp_path / "given"
    given.mkdir()
    whole = json.loads(TESTIMONIES[0].read_text("utf-8"))
    (given / "a.json").write_text(json.dumps(whole))
    (given / "b.json").write_text("{")
    (given / "c.json").write_text(json.dumps({**whole, "id": "T99", "interview": {"date": "2019-02-30"}}))
    made = CliRunner().invoke(
        cli.cli, ["demo", "--dir", str(tmp_path / "demo"), "--testimonies", str(given), "--no-serve"]
    )
    assert made.exit_code == 0, made.output
    told = [line for line in made.output.splitlines() if ": refused: " in line]
    assert [Path(line.split(": refused: ")[0]).name for line in told] == ["b.json", "c.json"]
    assert "interview.date" in made.output
    assert "Demonstration at" in made.output
    instance = open_instance(load(tmp_path / "demo", {}))
    with instance.database.reading() as session:
        assert len(session.scalars(select(Testimony.id)).all()) == 1
    instance.database.dispose()
