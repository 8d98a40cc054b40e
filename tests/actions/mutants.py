"""Breaks each rule of four eyes, consent, leak check and signature once, and demands that the tests notice.

    python tests/actions/mutants.py [part of a name]

A security test counts only if it has been seen to fail. Every mutant is one replacement in a copy of the package; the
tests named beside it must then be red, and they must be green on the copy without it.
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


GREEN = ("consent", "export", "redaction", "review", "release", "rule", "rendering/leaks", "rendering/leaks_chance")
"""What has to be green before anything is broken."""


MUTANTS = [
    Mutant(
        "export: facts of few people leave",
        "actions/export",
        "if people(voice for voice, _ in stays) < k:",
        "if False:",
        "export: facts_leave",
    ),
    Mutant(
        "export: a small number is told by what is missing of the total",
        "actions/export",
        "k, totals_known=True)) for one in said)",
        "k)) for one in said)",
        "export: facts_leave",
    ),
    Mutant(
        "export: the map's small numbers are told by the total",
        "actions/export",
        "totals_known=one_side",
        "totals_known=False",
        "export: total_of_a_map",
    ),
    Mutant(
        "export: facts of those who did not agree leave",
        "actions/export",
        'return all_of((*asked.query.root.parts, Filter("audience", wish.audience)))',
        "return asked.query",
        "export: facts_leave",
    ),
    Mutant(
        "export: words leave one by one",
        "actions/tallying",
        'if fact.kind == "term":\n        return value.words[0]',
        'if fact.kind in ("term", "text"):\n        return value.words[0]',
        "export: facts_leave",
    ),
    Mutant(
        "export: a brief leaves the house",
        "actions/export",
        'SINGLE = frozenset(("rows", "workplaces", "brief"))',
        'SINGLE = frozenset(("rows", "workplaces"))',
        "export: stay_in_the_house",
    ),
    Mutant(
        "export: a brief cites who did not agree",
        "actions/export",
        "held = read(work, [one.id for one in prepared.rows])",
        "held = read(work, model.ids(asked.query))",
        "export: only_mentioned",
    ),
    Mutant(
        "four eyes: the redactor may approve",
        "actions/review",
        "if work.actor.id in content.hands() | {redaction.redactor_id}:",
        "if False:",
        "review: redactor_can_neither",
    ),
    Mutant(
        "four eyes: helping hands may approve",
        "actions/review",
        "content.hands() | {redaction.redactor_id}",
        "{redaction.redactor_id}",
        "review: had_a_hand",
    ),
    Mutant(
        "four eyes: one person's two signatures leave",
        "actions/verification",
        "if release.redactor_id == release.approver_id:\n        raise Damaged",
        "if False:\n        raise Damaged",
        "release: one_person",
    ),
    Mutant(
        "four eyes: a proof by one person is good",
        "actions/verification",
        'if redactor["person"] == approver["person"] or keys[0] == keys[1]:',
        "if False:",
        "release: signs_twice",
    ),
    Mutant(
        "four eyes: no cold read",
        "actions/review",
        "if _guess_of(content, me(work), shown) is None:",
        "if False:",
        "review: cold_first",
    ),
    Mutant(
        "four eyes: decisions shown before the guess",
        "actions/review",
        "seen = guess is not None",
        "seen = True",
        "review: cold_first",
    ),
    Mutant(
        "four eyes: no second factor",
        "actions/review",
        "    work.needs(IDENTITIES)\n    manifest, shown",
        "    manifest, shown",
        "review: second_factor",
    ),
    Mutant(
        "four eyes: open objections passed over",
        "actions/review",
        "if content.open_remarks((RemarkKind.OBJECTION,)):",
        "if False:",
        "review: objection",
    ),
    Mutant(
        "four eyes: approved twice",
        "actions/review",
        "if redaction.state is not RedactionState.SENT:",
        "if False:",
        "review: replayed or returned",
    ),
    Mutant(
        "hands: anybody may decide",
        "actions/redaction",
        "    if redaction.redactor_id != work.actor.id:\n        raise Refused",
        "    if False:\n        raise Refused",
        "redaction: only_one_person",
    ),
    Mutant(
        "hands: taken at once",
        "actions/redaction",
        "if not idle(work, content):",
        "if False:",
        "redaction: only_one_person",
    ),
    Mutant(
        "hands: changed after sending",
        "actions/redaction",
        "    if redaction.state not in (RedactionState.WORKING, RedactionState.RETURNED):\n"
        '        raise Conflict(N_("This redaction has been sent on."))\n    return redaction,',
        "    return redaction,",
        "redaction: sent_on_is_out",
    ),
    Mutant(
        "signature: the redactor's is not asked for",
        "actions/review",
        "    signer.verify(Label.RELEASE_SIGNATURE, manifest, content.redactor_signature)\n",
        "",
        "review: somebody_else",
    ),
    Mutant(
        "signature: any digest is approved",
        "actions/review",
        "if not hmac.compare_digest(shown.encode(), digest.encode()):",
        "if False:",
        "review: shown_are_approved",
    ),
    Mutant(
        "signature: over hashes that were written down, not over the bytes",
        "actions/production",
        "hashlib.sha256(f.data).digest()) for f in files]",
        "f.sha256) for f in files]",
        "review: changed_byte",
    ),
    Mutant(
        "signature: the redactor's not checked when leaving",
        "actions/verification",
        "    redactor.verify(Label.RELEASE_SIGNATURE, content.manifest, content.redactor_signature)\n",
        "",
        "release: no_redactors_signature",
    ),
    Mutant(
        "signature: files not compared when leaving",
        "actions/verification",
        "not all(manifest.matches(f.data, told) for f in content.files)",
        "False",
        "release: one_byte",
    ),
    Mutant(
        "signature: files may be fewer or more",
        "actions/verification",
        'len(told["files"]) != len(content.files) or ',
        "",
        "release: added_or_taken",
    ),
    Mutant(
        "signature: nothing checked when leaving",
        "actions/release",
        "    verify_signatures(work, release, content)\n    work.about = release.id\n",
        "    work.about = release.id\n",
        "release: one_byte",
    ),
    Mutant(
        "proof: another organisation's key",
        "actions/verification",
        "if organisation_key is not None and organisation_key != root.raw:",
        "if False:",
        "release: every_changed_part",
    ),
    Mutant(
        "proof: nobody vouches",
        "actions/verification",
        "    signer.verify(Label.DIRECTORY_SIGNATURE,",
        "    (Label.DIRECTORY_SIGNATURE,",
        "release: every_changed_part",
    ),
    Mutant(
        "proof: the file is not compared",
        "actions/verification",
        "    if not manifest.matches(data, listed):\n        raise Invalid",
        "    if False:\n        raise Invalid",
        "release: every_changed_part",
    ),
    Mutant(
        "consent: not asked when starting",
        "actions/redaction",
        "    check_consent(work, source.consent, audience=audience, purpose=purpose, identity=identity)\n",
        "",
        "consent: matrix",
    ),
    Mutant(
        "consent: not asked when sending or approving",
        "actions/bench",
        "    testimony, source = fresh(work, redaction, content)\n    check_consent(",
        "    testimony, source = fresh(work, redaction, content)\n    (lambda *_, **__: None)(",
        "consent: sending or approval",
    ),
    Mutant(
        "consent: not asked when leaving",
        "actions/release",
        "permission = _allowed(work, release, purpose or content.purpose, content)",
        'permission = Permission(purpose="", audience="", identity="")',
        "consent: later_leaving or own_purpose",
    ),
    Mutant("consent: another purpose will do", "actions/consent", " and p.purpose == purpose]", "]", "consent: matrix"),
    Mutant(
        "consent: another audience will do",
        "actions/consent",
        "if p.audience == audience and ",
        "if ",
        "consent: matrix",
    ),
    Mutant(
        "consent: more identifiable than agreed",
        "actions/consent",
        "if LEVELS.index(most.identity) < LEVELS.index(identity):",
        "if False:",
        "consent: matrix",
    ),
    Mutant(
        "consent: totals may be text",
        "actions/consent",
        'IN_WORDS = ("N2"',
        'IN_WORDS = ("N3", "N2"',
        "consent: totals",
    ),
    Mutant(
        "consent: embargo passed over",
        "actions/consent",
        "    if embargoed(consent, work.today):",
        "    if False:",
        "consent: embargo_holds",
    ),
    Mutant(
        "consent: unreadable embargo is none",
        "actions/consent",
        "    except ValueError:\n        return True",
        "    except ValueError:\n        return False",
        "consent: cannot_be_read",
    ),
    Mutant(
        "leaks: sending does not stop",
        "actions/redaction",
        "    if any(finding.blocks for finding in findings):\n        return findings\n    manifest",
        "    manifest",
        "redaction: undecided or left_elsewhere",
    ),
    Mutant(
        "leaks: approving does not stop",
        "actions/review",
        "    if any(finding.blocks for finding in findings):\n        raise Conflict",
        "    if False:\n        raise Conflict",
        "review: very_bytes",
    ),
    Mutant(
        "leaks: the bytes are not looked at",
        "actions/inspection",
        "    for file in files:\n        found += _in_file",
        "    for file in ():\n        found += _in_file",
        "review: very_bytes",
    ),
    Mutant(
        "leaks: undecided names pass",
        "actions/inspection",
        "severity=BLOCK if direct else LOOK",
        "severity=LOOK",
        "redaction: undecided",
    ),
    Mutant(
        "leaks: the record is not watched",
        "actions/inspection",
        "    for subject in subjects(known.record, known.wide):",
        "    for subject in ():",
        "redaction: family_and_their or turned_down",
    ),
    Mutant(
        "leaks: what was taken out is not watched",
        "actions/inspection",
        "for d in taken for text in _shapes(d)]",
        "for d in () for text in _shapes(d)]",
        "redaction: left_elsewhere",
    ),
    Mutant(
        "leaks: keeping one place keeps all",
        "actions/inspection",
        "any(start <= place[0] and place[1] <= end for start, end in keeps)",
        "keeps",
        "redaction: that_place_only",
    ),
    Mutant(
        "leaks: the witness can be kept",
        "actions/inspection",
        'identity = leak.group.startswith(("record.witness", "record.family", "record.birth"))',
        "identity = False",
        "redaction: no_way_round",
    ),
    Mutant(
        "leaks: firm findings are set aside",
        "actions/inspection",
        "not (self.set_aside and not self.firm)",
        "not self.set_aside",
        "redaction: firm_finding",
    ),
    Mutant(
        "leaks: employer with days passes",
        "actions/inspection",
        '    if {"WORKPLACE", "EXACT_DATE"} <= kinds:',
        "    if False:",
        "redaction: employer_and_days",
    ),
    Mutant(
        "leaks: an error lets it pass",
        "actions/inspection",
        '    for leak in check_file(file.data, f"release.{file.extension}", watch):\n',
        '    try:\n        leaks = check_file(file.data, f"release.{file.extension}", watch)\n'
        "    except Exception:\n        leaks = []\n    for leak in leaks:\n",
        "redaction: error_in_the_check",
    ),
    Mutant(
        "leaks: identity not needed",
        "actions/bench",
        "read_record(work, source, identity_of(work, testimony.id))",
        "read_record(work, source, open_witness(work, testimony.id))",
        "redaction: sending_needs",
    ),
    Mutant(
        "facts: told from the record, not the text",
        "actions/production",
        "said = [(value, told.says(key, value, source, decisions)) for value in values[key]]",
        "said = [(value, True) for value in values[key]]",
        "redaction: still_tells",
    ),
    Mutant(
        "facts: any field goes along",
        "actions/redaction",
        "if not set(fields) <= set(FIELDS):",
        "if False:",
        "redaction: allow_list",
    ),
    Mutant(
        "tokens: the same in every release",
        "actions/decisions",
        "content.pseudonym_seed + group.encode()",
        "group.encode()",
        "redaction: share_no_token",
    ),
    Mutant(
        "version: an older source is sent",
        "actions/bench",
        "    if content.source_digest != testimony.digest:\n        raise Conflict",
        "    if False:\n        raise Conflict",
        "redaction: older_version_of",
    ),
    Mutant(
        "rules: words of a restricted case go to everybody",
        "actions/rule",
        "return work.seal_new(Rule, content, to=compartment_id).id",
        "return work.seal_new(Rule, content, to=CASEWORK).id",
        "rule: stays_among",
    ),
    Mutant(
        "rules: those of a restricted case read every text",
        "actions/rule",
        "if compartment_id is None",
        "if True",
        "rule: stays_among",
    ),
    Mutant(
        "rules: what they find need not be decided",
        "actions/bench",
        "joined(suggest(known.record, wide=known.wide), find(",
        "joined(suggest(known.record, wide=known.wide), [] and find(",
        "rule: stands_in_the_way",
    ),
    Mutant(
        "analyser: what it sees need not be decided",
        "actions/bench",
        "known.wide)) if analyser else seen",
        "known.wide)) if not analyser else seen",
        "redaction: analyser_of_korean",
    ),
    Mutant(
        "collecting: nobody is waited for",
        "instance",
        "self._collection(fcntl.LOCK_SH)",
        "self._collection(fcntl.LOCK_UN)",
        "collecting: under_way",
    ),
    Mutant(
        "collecting: what a commit may have kept is taken back",
        "work",
        "            self._undo.clear()\n",
        "",
        "collecting: answer_was_lost",
    ),
    Mutant(
        "collecting: what was put down for nothing stays",
        "work",
        "            undo()\n",
        "            pass\n",
        "collecting: for_nothing",
    ),
    Mutant(
        "collecting: whoever put something down never lets go",
        "instance",
        "            os.close(lock)",
        "            pass",
        "collecting: under_way",
    ),
    Mutant(
        "leaks: a city of the record may not be told",
        "actions/inspection",
        "subjects(known.record, known.wide)",
        "subjects(known.record)",
        "redaction: city_of_the_record",
    ),
    Mutant(
        "rules: one that is switched off goes on",
        "actions/rule",
        "for rule, content in rules if content.on]",
        "for rule, content in rules]",
        "rule: switched_off",
    ),
    Mutant(
        "leaks: few who tell the same are no finding",
        "actions/rarity",
        "        if count < work.instance.settings.small_cell:\n            found",
        "        if count < 0:\n            found",
        "redaction: few_witnesses_tell",
    ),
    Mutant(
        "leaks: a word drawn in pieces is not put together",
        "rendering/leaks_pdf",
        "if joined != spaced:",
        "if False:",
        "rendering/leaks: every_seeded",
    ),
    Mutant(
        "leaks: replacement texts in a page are not read",
        "rendering/leaks_pages",
        "self.beside.append(decode(plain))",
        "pass",
        "rendering/leaks: every_seeded",
    ),
    Mutant(
        "leaks: pictures and profiles are not read",
        "rendering/leaks_bytes",
        "for text in words_in(data)",
        "for text in ()",
        "rendering/leaks_chance: among_the_noise",
    ),
    Mutant(
        "leaks: noise is read as if it were words",
        "rendering/leaks_bytes",
        "    for match in _UTF8.finditer(data):",
        '    yield data.decode("latin-1")\n    for match in _UTF8.finditer(data):',
        "rendering/leaks_chance: names_nobody",
    ),
    Mutant(
        "recall: it still leaves",
        "actions/release",
        '    if release.state is ReleaseState.RECALLED:\n        raise Conflict(N_("This release was recalled."))\n'
        "    content",
        "    content",
        "release: register_says",
    ),
]


def run(root: Path, tests: str) -> bool:
    """Whether these tests are green against the package in `root`."""
    name, _, chosen = tests.partition(": ")
    environment = {**os.environ, "PYTHONPATH": f"{root}:{root / 'tests'}", "PYTHONDONTWRITEBYTECODE": "1"}
    wanted = f"not postgres and ({chosen})" if chosen else "not postgres"
    folder, _, file = name.rpartition("/")
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", "--no-header", "-k", wanted]
    done = subprocess.run(
        [*command, f"tests/{folder or 'actions'}/test_{file}.py"],
        cwd=root,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode not in (0, 1):
        raise SystemExit(f"{tests}\n{done.stdout}{done.stderr}")
    return done.returncode == 0


def main(wanted: str = "") -> int:
    chosen = [mutant for mutant in MUTANTS if wanted in mutant.what]
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name in ("intake", "tests", "config", "migrations", "templates"):
            shutil.copytree(PROJECT / name, root / name, ignore=shutil.ignore_patterns("__pycache__", "demo"))
        shutil.copy(PROJECT / "pyproject.toml", root / "pyproject.toml")
        if not all(run(root, name) for name in GREEN):
            print("the tests are red without any mutant")
            return 1
        return survey(root / "intake", chosen, lambda tests: run(root, tests))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
