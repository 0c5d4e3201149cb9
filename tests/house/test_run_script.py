"""`./run` sets up once, says in one line what is missing, and passes its words on."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.sources import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a POSIX shell script")

_TOOLS = "sh cat cksum sed head tail uname rm dirname mktemp mkdir cp chmod"

PYTHON = """#!/bin/sh
log=$(dirname "$0")/../../calls; [ -e "$log" ] || log=$(dirname "$0")/../calls
echo "python $*" >>"$log"
case "$*" in
"-m venv "*) mkdir -p "$3/bin" && cp "$0" "$3/bin/python" ;;
esac
"""
"""Stands in for Python: notes what it is asked, and makes a virtual environment of itself."""


class Checkout:
    """A checkout with the script and nothing else, on a machine that has only what is given."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.tools = folder / "bin"
        self.venv = folder / ".venv"
        self.tools.mkdir()
        (folder / "calls").touch()
        (folder / "requirements").mkdir()
        for name in ("run.txt", "test.txt"):
            (folder / "requirements" / name).write_text("something==1\n")
        (folder / "pyproject.toml").touch()
        shutil.copy(ROOT / "run", folder / "run")
        for name in _TOOLS.split():
            (self.tools / name).symlink_to(shutil.which(name) or name)

    def have(self, tool: str, script: str = "#!/bin/sh\n") -> None:
        """Give the machine a tool."""
        (self.tools / tool).write_text(script)
        (self.tools / tool).chmod(0o755)

    def run(self, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run the script with nothing of this machine in reach."""
        return subprocess.run(
            [str(self.folder / "run"), *words],
            env={"PATH": str(self.tools), "HOME": os.devnull, **environment},
            capture_output=True,
            text=True,
            check=False,
        )

    def calls(self) -> list[str]:
        """What Python was asked for since last time, less the looks at its version."""
        log = self.folder / "calls"
        asked = [line for line in log.read_text().splitlines() if " -c " not in line]
        log.write_text("")
        return [line.replace(str(self.folder), "") for line in asked]


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    folder = tmp_path / "check out"  # a space, as people have them
    folder.mkdir()
    return Checkout(folder)


def test_without_python_it_says_so_in_one_sentence(checkout: Checkout) -> None:
    said = checkout.run()
    assert said.returncode == 1
    assert said.stderr.count("\n") == 1
    assert "Python 3.11 or newer" in said.stderr


def test_a_user_gets_the_one_line_that_installs_what_is_missing(checkout: Checkout) -> None:
    checkout.have("id", "#!/bin/sh\necho 1000\n")
    checkout.have("apt-get")
    checkout.have("apt-cache")
    checkout.have("dpkg-query", "#!/bin/sh\necho 'ii |libgl1|'\necho 'ii |libglib2.0-0t64|'\n")
    said = checkout.run(DISPLAY=":1")
    assert said.returncode == 3
    line = said.stderr.splitlines()[-1]
    assert line.startswith("sudo apt-get install ")
    assert {"python3", "python3-venv", "libegl1", "libxcb-cursor0"} < set(line.split())
    assert not {"libgl1", "libglib2.0-0"} & set(line.split())


def test_it_sets_up_once_and_then_only_starts(checkout: Checkout) -> None:
    checkout.have("python3", PYTHON)
    assert checkout.run("list", "--json").returncode == 0
    first = checkout.calls()
    assert first[0] == "python -m venv /.venv"
    assert "-r /requirements/run.txt" in first[1]
    assert first[2].endswith("--editable ")
    assert first[3] == "python -P -m aiplanner list --json"
    checkout.run("--", "check")
    assert checkout.calls() == ["python -P -m aiplanner check"]


def test_new_pins_are_installed_at_the_next_start(checkout: Checkout) -> None:
    checkout.have("python3", PYTHON)
    checkout.run()
    checkout.calls()
    (checkout.folder / "requirements" / "run.txt").write_text("something==2\n")
    checkout.run()
    assert [call.split()[2] for call in checkout.calls()] == ["pip", "pip", "-m"]


def test_what_only_the_tests_need_comes_with_the_tests(checkout: Checkout) -> None:
    checkout.have("python3", PYTHON)
    checkout.run()
    checkout.calls()
    checkout.run("test", "tests/domain")
    pip, pytest_call = checkout.calls()
    assert "-r /requirements/test.txt" in pip
    assert pytest_call == "python -m pytest tests/domain"


def test_without_words_all_tests_are_run_side_by_side(checkout: Checkout) -> None:
    checkout.have("python3", PYTHON)
    checkout.run("test")
    assert checkout.calls()[-1].startswith("python -m pytest -n auto ")


def test_a_half_made_environment_is_removed(checkout: Checkout) -> None:
    checkout.have("python3", PYTHON)
    (checkout.venv / "bin").mkdir(parents=True)
    (checkout.venv / "left over").touch()
    checkout.run()
    assert not (checkout.venv / "left over").exists()
    assert checkout.calls()[0] == "python -m venv /.venv"


def test_an_environment_that_cannot_be_made_leaves_nothing(checkout: Checkout) -> None:
    broken = PYTHON + 'case "$*" in *" venv "*) exit 1 ;; esac\n'
    checkout.have("python3", broken)
    assert checkout.run().returncode == 1
    assert not checkout.venv.exists()
