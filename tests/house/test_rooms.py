"""Each room imports what it may and nothing else, in the text and when it runs."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.util import find_spec

import pytest

from tests.support.sources import program

LEAVES = {"aiplanner.i18n", "aiplanner.assets", "aiplanner.places"}
INNER = LEAVES | {"aiplanner.domain", "aiplanner.app"}

MAY_IMPORT = {
    "__init__": set[str](),
    "assets": set(),
    "i18n": {"aiplanner.assets"},
    "places": {"platformdirs"},
    "domain": {"aiplanner.domain"},
    "app": LEAVES | {"aiplanner.domain", "aiplanner.app", "msgspec", "tomli_w"},
    "store": INNER | {"aiplanner.store", "sqlalchemy", "alembic"},
    "packs": INNER | {"aiplanner.packs", "reportlab", "pypdfium2", "PIL"},
    "formats": INNER | {"aiplanner.formats", "docx", "icalendar", "lxml", "pypdf"},
    "ui": INNER | {"aiplanner.ui", "PySide6", "shiboken6"},
    "cli": INNER | {"aiplanner.cli", "aiplanner.store", "aiplanner.packs", "aiplanner.formats"},
    "main": INNER
    | {"aiplanner.store", "aiplanner.packs", "aiplanner.formats", "aiplanner.ui", "aiplanner.cli"}
    | {"PySide6"},
    "__main__": {"aiplanner.cli", "aiplanner.main", "aiplanner.packs", "aiplanner.formats"},
}
"""What may stand behind `import` in a room, besides the standard library."""

NOT_IN_DOMAIN = {
    "asyncio", "gettext", "io", "logging", "os", "pathlib", "random", "shutil", "socket",
    "sqlite3", "subprocess", "sys", "tempfile", "threading", "time",
}  # fmt: skip
"""The domain reads no file, no clock, no chance, and words nothing."""


def _allowed(name: str, room: str) -> bool:
    top = name.partition(".")[0]
    if top in sys.stdlib_module_names:
        return room != "domain" or top not in NOT_IN_DOMAIN
    allowed = MAY_IMPORT[room] | {"aiplanner.__version__"}
    return any(name == may or name.startswith(f"{may}.") for may in allowed)


def test_a_room_imports_only_what_it_may() -> None:
    assert [
        f"{source}:{line} imports {name}"
        for source in program()
        for name, line in source.imported()
        if not _allowed(name, source.room)
    ] == []


NOT_FOR_HOME = {
    "alembic",
    "docx",
    "icalendar",
    "pypdf",
    "pypdfium2",
    "reportlab",
    "aiplanner.app.actions_due",
    "aiplanner.app.bank",
    "aiplanner.app.content",
    "aiplanner.app.hints",
    "aiplanner.app.own_content",
    "aiplanner.app.starters",
    "aiplanner.app.tracked",
    "aiplanner.cli.commands",
    "aiplanner.domain.checks",
    "aiplanner.domain.grouping",
    "aiplanner.domain.mends",
    "aiplanner.packs.catalogue",
    "aiplanner.store.actions",
    "aiplanner.ui.actions_desk",
    "aiplanner.ui.pages.home_actions",
    "aiplanner.ui.programme_frame",
    "aiplanner.ui.room",
}
"""What the window needs only later: Home is on the screen sooner without it."""


def _loaded_by(statement: str) -> set[str]:
    """The top-level packages and our own modules that a fresh interpreter holds afterwards."""
    show = f"{statement}\nimport json, sys\nprint(json.dumps(sorted(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", show], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return set(json.loads(run.stdout.splitlines()[-1]))


@pytest.mark.parametrize(
    ("statement", "unwanted"),
    [
        ("import aiplanner.cli", {"PySide6", "reportlab", "alembic", "aiplanner.ui"}),
        ("import aiplanner.__main__", {"PySide6", "sqlalchemy", "aiplanner.app"}),
        ("import aiplanner.main", NOT_FOR_HOME),
        ("import aiplanner.ui.programme_frame", {"pypdf", "aiplanner.ui.returned.window"}),
        ("import aiplanner.packs.catalogue", {"reportlab"}),
        ("import aiplanner.app.document, aiplanner.app.library", {"PySide6", "sqlalchemy"}),
    ],
)
def test_what_is_dear_is_loaded_only_when_used(statement: str, unwanted: set[str]) -> None:
    assert [name for name in unwanted if find_spec(name) is None] == [], "it has another name now"
    assert _loaded_by(statement) & unwanted == set()


def test_sqlalchemy_is_loaded_before_qt() -> None:
    """PySide6's import hook reads the source of all that is imported after it: 95 to 180 ms."""
    order = "import aiplanner.main, sys; names = list(sys.modules)"
    check = "assert names.index('sqlalchemy') < names.index('PySide6'), 'Qt came first'"
    _loaded_by(f"{order}\nif 'PySide6' in names: {check}")
