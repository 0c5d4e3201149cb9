"""The pins of `requirements/` say the same as `pyproject.toml` and as each other."""

from __future__ import annotations

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.support.sources import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PARTS = ("run", "test", "check", "bench", "lock")


def _pins(part: str) -> dict[str, str]:
    text = (ROOT / "requirements" / f"{part}.txt").read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9-]+)==([^ ;\\]+)", text, re.MULTILINE))


def _wanted(part: str) -> list[Requirement]:
    groups = PROJECT["dependency-groups"]
    words = PROJECT["project"]["dependencies"] + groups["build"] if part == "run" else groups[part]
    return [Requirement(word) for word in words]


@pytest.mark.parametrize("part", PARTS)
def test_every_requirement_is_pinned_within_its_bounds(part: str) -> None:
    pins = _pins(part)
    assert [
        str(wanted)
        for wanted in _wanted(part)
        if pins.get(canonicalize_name(wanted.name), "0") not in wanted.specifier
    ] == []


def test_the_files_agree_with_each_other() -> None:
    versions: dict[str, set[str]] = {}
    for part in PARTS:
        for name, version in _pins(part).items():
            versions.setdefault(name, set()).add(version)
    assert {name: found for name, found in versions.items() if len(found) > 1} == {}


def test_every_pin_carries_its_hashes() -> None:
    for part in PARTS:
        text = (ROOT / "requirements" / f"{part}.txt").read_text(encoding="utf-8")
        blocks = re.split(r"\n(?=[a-z])", text)[1:]
        assert [block.splitlines()[0] for block in blocks if "--hash=sha256:" not in block] == []
