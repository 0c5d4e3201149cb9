"""The rules of the room that a reader of the code could miss."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from aiplanner import packs
from aiplanner.domain.cycle import Phase
from aiplanner.packs.marks import shape

ROOM = Path(packs.__file__).parent
MODULES = sorted(ROOM.rglob("*.py"))
MAKERS = {"paragraphs.py", "tables.py", "figures.py", "contents.py", "badges.py"}


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.name)
def test_only_the_tagged_flowables_touch_those_of_reportlab(module: Path) -> None:
    text = module.read_text("utf-8")
    made = re.search(
        r"(?<![A-Za-z])(Paragraph|Table|Image|HRFlowable|ListFlowable|XPreformatted)\(", text
    )

    assert made is None or module.name in MAKERS, f"{module.name} makes a plain {made[0]}"


@pytest.mark.parametrize("module", sorted((ROOM / "documents").glob("*.py")), ids=lambda p: p.name)
def test_documents_write_through_the_blocks(module: Path) -> None:
    text = module.read_text("utf-8")

    assert "reportlab" not in text
    assert "Markup(" not in text


def test_the_catalogue_is_read_without_reportlab() -> None:
    code = "import sys, aiplanner.packs.catalogue; print('reportlab' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "False"


@pytest.mark.parametrize("phase", Phase)
def test_every_phase_has_a_mark_that_can_be_drawn(phase: Phase) -> None:
    commands = shape(phase)

    assert commands[0][0] == "M"
    assert {name for name, _numbers in commands} <= set("MLCZ")
    assert all(0 <= number <= 20 for _name, numbers in commands for number in numbers)
