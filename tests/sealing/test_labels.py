"""Labels: none repeats, and none is used for two purposes."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import intake
from intake.sealing.labels import Label

SOURCE = Path(intake.__file__).parent
ROOM = SOURCE / "sealing"

# What is done with a label, by the name of the function it is given to. The two directions are one purpose.
PURPOSES = {
    "derive": "derive",
    "lock": "box",
    "unlock": "box",
    "seal": "seal",
    "unseal": "seal",
    "sign": "sign",
    "verify": "sign",
    "encode": "hash",
}


def uses(path: Path) -> Iterator[tuple[Label, str, ast.Call]]:
    for call in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(call, ast.Call):
            continue
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "?")
        for argument in (*call.args, *(keyword.value for keyword in call.keywords)):
            if (
                isinstance(argument, ast.Attribute)
                and isinstance(argument.value, ast.Name)
                and argument.value.id == "Label"
            ):
                yield Label[argument.attr], name, call


def test_no_value_repeats() -> None:
    # An enum would silently make an alias of a repeated value.
    assert len(Label.__members__) == len({member.value for member in Label})


def test_every_label_is_of_the_first_version() -> None:
    for label in Label:
        assert re.fullmatch(r"kk/v1/[a-z-]+(/[a-z-]+)?", label), label


def test_no_label_begins_another() -> None:
    for one in Label:
        for other in Label:
            assert one is other or not other.startswith(one + "/"), (one, other)


def test_no_two_call_sites_share_a_label_for_different_purposes() -> None:
    purposes: dict[Label, set[str]] = defaultdict(set)
    for path in SOURCE.rglob("*.py"):
        for label, name, call in uses(path):
            if path.parent == ROOM:
                assert name in PURPOSES, f"{path.name}:{call.lineno} gives {label} to an unknown {name}"
            if name in PURPOSES:
                purposes[label].add(PURPOSES[name])
    # The self-test is a purpose of its own, and checks one answer of each kind.
    del purposes[Label.SELF_TEST]
    assert purposes, "no label is used anywhere: this test looks in the wrong place"
    shared = {label: kinds for label, kinds in purposes.items() if len(kinds) > 1}
    assert not shared


def test_within_the_room_a_label_belongs_to_one_module() -> None:
    homes: dict[Label, set[str]] = defaultdict(set)
    for path in ROOM.glob("*.py"):
        for label, _name, _call in uses(path):
            homes[label].add(path.stem)
    del homes[Label.SELF_TEST]
    assert {label: modules for label, modules in homes.items() if len(modules) > 1} == {}


def test_what_comes_later_finds_its_names_free() -> None:
    assert Label.DEVICE.value == "kk/v1/device"
    assert Label.CUSTODIAN.value == "kk/v1/custodian"
