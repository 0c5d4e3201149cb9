"""Make every test start alike: no screen needed, a home of its own, nothing left behind."""

from __future__ import annotations

import gc
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import mkdtemp

import pytest
from hypothesis import HealthCheck, settings
from PySide6.QtGui import QGuiApplication

from aiplanner.ui.clipboard import leave_text
from aiplanner.ui.singletons import hold_singletons
from tests.support import leaks

# Decided before anything can make a QApplication: without a screen Qt ends the process.
if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
hold_singletons()  # pytest-qt calls Qt before our own code does
os.environ["LANGUAGE"] = "en_GB"  # sentences are compared in the language they are written in

_RELAXED = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}  # busy machines
settings.register_profile("dev", max_examples=25, **_RELAXED)
settings.register_profile("ci", max_examples=30, derandomize=True, print_blob=True, **_RELAXED)
settings.register_profile("long", max_examples=1000, stateful_step_count=100, **_RELAXED)
settings.load_profile(
    os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "dev")
)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what may take longest: side by side, nobody waits for it at the end."""
    items.sort(key=lambda item: item.get_closest_marker("timeout") is None)


def pytest_collection_finish() -> None:
    """Spare each search for garbage the thousands of tests themselves, which stay to the end."""
    gc.collect()
    gc.freeze()


def pytest_sessionfinish() -> None:
    """End as the program does: what was copied must not outlive Python."""
    if QGuiApplication.instance() is not None:
        leave_text()


@pytest.fixture(autouse=True)
def home(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Path]:
    """A home folder for this test alone; the library and the settings are kept in it.

    Every test has one, most leave it empty: `tmp_path` would take several times as long.
    """
    folder = Path(mkdtemp(prefix="home-", dir=tmp_path_factory.getbasetemp()))
    for name, part in {
        "HOME": "",
        "USERPROFILE": "",
        "APPDATA": "roaming",
        "LOCALAPPDATA": "local",
        "XDG_CONFIG_HOME": "config",
        "XDG_DATA_HOME": "data",
        "XDG_STATE_HOME": "state",
        "XDG_DOCUMENTS_DIR": "documents",
    }.items():
        monkeypatch.setenv(name, str(folder / part))
    monkeypatch.setenv("AIPLANNER_LIBRARY", str(folder / "library.db"))
    _keep_settings_in(folder / "config")
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


def _keep_settings_in(folder: Path) -> None:
    """Tell Qt too: it asks the environment once and keeps the answer."""
    if core := sys.modules.get("PySide6.QtCore"):
        ini, user = core.QSettings.Format.IniFormat, core.QSettings.Scope.UserScope
        core.QSettings.setPath(ini, user, str(folder))


@pytest.fixture(autouse=True)
def _nothing_left_behind(home: Path) -> Iterator[None]:
    """Fail the test that leaves a window, a timer, a thread, a job or a child process."""
    threads, children = leaks.threads_now(), leaks.children_now()
    windows = leaks.windows_now() if leaks.qt_in_use() else []
    yield
    left = leaks.left_of_qt(windows) if leaks.qt_in_use() else []
    left += leaks.left_threads(threads) + leaks.left_children(children)
    if left:
        pytest.fail("left behind: " + "; ".join(left), pytrace=False)
