"""Breaks each control that keeps a restricted compartment apart once, and demands that the tests notice.

    python tests/actions/mutants_apart.py [part of a name]

A security test counts only if it has been seen to fail. The tests named are of `test_need_to_know.py` (n) and
`test_restricted.py` (r).
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
FILES = {"n": "tests/actions/test_need_to_know.py", "r": "tests/actions/test_restricted.py"}


MUTANTS = [
    Mutant(
        "sealing: filed for everybody",
        "actions/testimony",
        "to=into or CASEWORK,",
        "to=CASEWORK,",
        "n: nobody_else_holds",
    ),
    Mutant(
        "sealing: the witness with everybody's",
        "actions/testimony",
        "apart = identities_of(into) if into else IDENTITIES",
        "apart = IDENTITIES",
        "n: nobody_else_holds",
    ),
    Mutant(
        "sealing: the witness with the account",
        "actions/testimony",
        "apart = identities_of(into) if into else IDENTITIES",
        "apart = into or IDENTITIES",
        "n: coordinator_holds_no_key",
    ),
    Mutant(
        "sealing: the name for everybody",
        "actions/restricted",
        "work.seal_new(Restricted, content, to=compartment.id, record_id=compartment.id)",
        'work.seal_new(Restricted, content, to="casework", record_id=compartment.id)',
        "n: nobody_else_holds",
    ),
    Mutant(
        "sealing: the redaction for everybody",
        "actions/redaction",
        "to=testimony.compartment_id,",
        'to="casework",',
        "r: sealed_to_anybody_else",
    ),
    Mutant(
        "sealing: the release for everybody",
        "actions/review",
        "to=testimony.compartment_id,",
        'to="casework",',
        "r: redaction_and_release",
    ),
    Mutant(
        "sealing: the register's line for everybody",
        "actions/release",
        "to=release.compartment_id,",
        'to="casework",',
        "r: redaction_and_release",
    ),
    Mutant(
        "keys: identities without a step-up",
        "sessions",
        "if (compartment.name == IDENTITIES or compartment.kind is _APART) is not identities:",
        "if (compartment.name == IDENTITIES) is not identities:",
        "n: plain_session",
    ),
    Mutant(
        "keys: the maker keeps that of the identities",
        "actions/restricted",
        "    for one in reviewers:\n        give(work, one, apart, apart_seed)",
        "    for one in (work.row(Account, work.actor.id), *reviewers):\n        give(work, one, apart, apart_seed)",
        "r: roles_hold",
    ),
    Mutant(
        "keys: no new one when somebody goes",
        "actions/granting",
        "        _rotate(work, compartment)\n    end(",
        "    end(",
        "n: taken_out_opens_nothing",
    ),
    Mutant(
        "keys: of a reviewer who goes, that of the identities stays",
        "actions/restricted",
        "take_out(work, account, [compartment, apart])",
        "take_out(work, account, [compartment])",
        "n: taken_out_opens_nothing",
    ),
    Mutant(
        "keys: a new one for whoever stands in the table",
        "actions/granting",
        "        work.directory.check_grant(grant)",
        "        pass",
        "n: nobody_vouched",
    ),
    Mutant(
        "keys: an older grant counts",
        "actions/granting",
        "(Compartment.id == Grant.compartment_id) & (Compartment.epoch == Grant.epoch)",
        "Compartment.id == Grant.compartment_id",
        "n: older_key_is_no",
    ),
    Mutant(
        "keys: an older one put back",
        "actions/testimony",
        "            if work.compartment(wanted).epoch < content.epoch:\n                raise Damaged\n",
        "",
        "n: older_key",
    ),
    Mutant(
        "keys: a withdrawn one stands in the way",
        "actions/granting",
        "if not record.wrap:",
        "if False:",
        "r: withdrawn_does_not_stand",
    ),
    Mutant(
        "label: anybody files",
        "actions/testimony",
        '    raise Invalid(N_("You can no longer file',
        '    return wanted\n    raise Invalid(N_("You can no longer file',
        "r: without_a_label",
    ),
    Mutant(
        "label: into a wider one instead",
        "actions/testimony",
        '    raise Invalid(N_("You can no longer file',
        '    return None\n    raise Invalid(N_("You can no longer file',
        "r: without_a_label",
    ),
    Mutant(
        "members: no fingerprint",
        "actions/restricted",
        "    compared(account, fingerprint)\n",
        "",
        "r: making_one or letting",
    ),
    Mutant(
        "members: no step-up to let in",
        "actions/restricted",
        "    compartment, apart = _pair(work, compartment_id)\n    work.needs_step_up()\n    account = _admissible",
        "    compartment, apart = _pair(work, compartment_id)\n    account = _admissible",
        "r: letting",
    ),
    Mutant(
        "members: interviewers too",
        "actions/restricted",
        "if account.role not in (Role.REVIEWER, Role.COORDINATOR) or account.state",
        "if account.state",
        "r: making_one",
    ),
    Mutant(
        "members: no reviewer",
        "actions/restricted",
        "    if not reviewers:\n",
        "    if False:\n",
        "r: making_one",
    ),
    Mutant(
        "members: the last reviewer goes",
        "actions/restricted",
        "if apart_members == {account.id}:",
        "if False:",
        "r: last_reviewer",
    ),
    Mutant(
        "members: everybody signs in again",
        "actions/granting",
        "    if compartment.kind is not CompartmentKind.BUILT_IN:\n        query",
        "    if False:\n        query",
        "r: taking_somebody_out",
    ),
    Mutant(
        "leaving: from all but what one cannot open",
        "actions/compartment",
        "        _within_reach(work, account, compartment)\n",
        "        pass\n",
        "r: leaves_altogether",
    ),
    Mutant(
        "list: says that there is one more",
        "actions/compartment",
        "select(Compartment).where(Compartment.kind == CompartmentKind.BUILT_IN)",
        "select(Compartment)",
        "r: does_not_exist",
    ),
    Mutant(
        "search: the key takes one seed only",
        "sealing/keyring",
        'return Secret(hkdf(b"".join(parts)',
        'return Secret(hkdf(b"".join(parts[:1])',
        "n: takes_the_seed",
    ),
    Mutant(
        "search: one name for all sets",
        "sealing/keyring",
        "encode(Label.READ_MODEL_NAME, *_listed(compartments))",
        "encode(Label.READ_MODEL_NAME)",
        "n: file_of_its_own or depends",
    ),
    Mutant(
        "search: one file, whoever asks",
        "actions/scope",
        "if one.kind is not CompartmentKind.RESTRICTED or not shared]",
        "if one.kind is not CompartmentKind.RESTRICTED]",
        "n: file_of_its_own",
    ),
    Mutant(
        "search: all that the ring opens goes into the file",
        "actions/catchup",
        "kind.compartment_id.in_(scope.ids))",
        "kind.compartment_id.in_(work.actor.keyring.compartments))",
        "n: puts_nothing_narrow",
    ),
    Mutant(
        "search: cases with all their parts",
        "actions/catchup",
        "work.all(CasePart, CasePart.compartment_id.in_(scope.ids))",
        "work.all(CasePart)",
        "n: nothing_narrow or same_to_the_byte",
    ),
    Mutant(
        "search: old files stay",
        "actions/granting",
        "    work.db.flush()\n    sweep(work)\n",
        "    work.db.flush()\n",
        "n: nobody_has",
    ),
    Mutant(
        "kept for everybody: counted with what is not",
        "actions/query",
        "asked, model = ask(work, text, PATIENCE, shared=shared)",
        "asked, model = ask(work, text, PATIENCE)",
        "r: kept_for_everybody",
    ),
    Mutant(
        "leaves: counted with what is not",
        "actions/export",
        "ask(work, wish.text, PATIENCE, shared=True)",
        "ask(work, wish.text, PATIENCE)",
        "r: leaves_by_export",
    ),
    Mutant(
        "registry: proposes what only it speaks of",
        "actions/workplace",
        "ready_model(work, PATIENCE, shared=True)\n    known",
        "ready_model(work, PATIENCE)\n    known",
        "r: proposed",
    ),
    Mutant(
        "case: names it for everybody",
        "actions/case",
        "place = case.compartment_id if one.compartment_id in (wide, case.compartment_id) else one.compartment_id",
        "place = case.compartment_id",
        "r: says_nothing_of_it",
    ),
    Mutant(
        "case: begun with it, for everybody",
        "actions/case",
        "to = restricted.pop() if restricted else wide",
        "to = wide",
        "r: begun_with",
    ),
    Mutant(
        "case: two compartments in one",
        "actions/case",
        "        if case.compartment_id not in (place, wide):\n            raise Conflict(APART)\n",
        "",
        "r: begun_with",
    ),
    Mutant(
        "gate: whoever knows the number",
        "work",
        "if record is None or not self.actor.keyring.holds(record.compartment_id, record.epoch):",
        "if record is None:",
        "n: what_does_not_exist",
    ),
    Mutant(
        "gate: lists without asking for keys",
        "work",
        "query = select(model).where(model.compartment_id.in_(holds.compartments), *where).order_by(order)\n"
        "        return [r for r in self.db.scalars(query) if holds.holds(r.compartment_id, r.epoch)]",
        "query = select(model).where(*where).order_by(order)\n        return list(self.db.scalars(query))",
        "n: same_to_the_byte",
    ),
    Mutant(
        "cost: one more look when there is something",
        "actions/queue",
        "    redactions = _redactions(work)\n",
        "    redactions = _redactions(work)\n"
        "    for _ in work.db.scalars(select(Testimony.id)).all():\n        work.db.scalar(select(Question.id))\n",
        "n: same_to_the_byte",
    ),
]


def run(root: Path, tests: str) -> bool:
    """Whether these tests are green in the copy."""
    name, _, expression = tests.partition(": ")
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", FILES[name]]
    command += ["-k", f"({expression}) and not postgres" if expression else "not postgres"]
    done = subprocess.run(
        command, cwd=root, env=os.environ | {"PYTHONPATH": str(root)}, capture_output=True, check=False
    )
    if done.returncode not in (0, 1):
        print(done.stdout.decode()[-2000:])
    return done.returncode == 0


def main(wanted: str = "") -> int:
    chosen = [mutant for mutant in MUTANTS if wanted in mutant.what]
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name in ("intake", "tests", "config", "migrations", "templates"):
            shutil.copytree(PROJECT / name, root / name, ignore=shutil.ignore_patterns("__pycache__", "demo"))
        shutil.copy(PROJECT / "pyproject.toml", root / "pyproject.toml")
        if not all(run(root, name) for name in FILES):
            print("the tests are red without any mutant")
            return 1
        return survey(root / "intake", chosen, lambda tests: run(root, tests))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
