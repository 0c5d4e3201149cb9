"""Whatever a script hands in that is wrong is refused in one line, and the library is as it was."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from shutil import copyfile

import pytest

from aiplanner.app.interchange import LARGEST
from aiplanner.cli.commands import main
from tests.support.bad_files import BAD

Refused = Callable[..., str]
SURROGATE = os.fsdecode(b"caf\xe9")
"""What Python makes of an argument that is not UTF-8."""

HOSTILE = {
    "escapes": "\x1b]0;title\x07",
    "a line break": "two\nlines",
    "half a surrogate pair": "\ud800",
    "not UTF-8": SURROGATE,
    "a C1 control": "a\x9bb",
    "a megabyte": "x" * 1_000_000,
}


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with one programme, "Ward 4", to be copied."""
    place = tmp_path_factory.mktemp("kept") / "library.aiplanner"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AIPLANNER_LIBRARY", str(place))
        assert main(["new", "two-hour-taster", "--title", "Ward 4"]) == 0
    return place


@pytest.fixture
def library(kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """That library, for one test alone."""
    place = copyfile(kept, tmp_path / kept.name)
    monkeypatch.setenv("AIPLANNER_LIBRARY", str(place))
    return place


@pytest.fixture
def refused(library: Path, capsys: pytest.CaptureFixture[str]) -> Refused:
    """Runs a command that must be refused, and returns the one line it says."""

    def run(*words: str | Path) -> str:
        capsys.readouterr()
        before = library.read_bytes()
        status = main([str(word) for word in words])
        out, err = capsys.readouterr()
        assert (status, out) == (1, "")
        assert err.startswith("aiplanner: ")
        assert err.endswith("\n")
        assert err.count("\n") == 1
        assert err[:-1].isprintable()
        assert len(err) < 500
        assert library.read_bytes() == before, "nothing was changed"
        return err

    return run


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file(refused: Refused, tmp_path: Path, name: str) -> None:
    file = tmp_path / "bad.json"
    file.write_bytes(BAD[name][0])
    assert "Nothing was changed." in refused("import", file)


def test_a_file_of_two_hundred_megabytes(refused: Refused, tmp_path: Path) -> None:
    file = tmp_path / "large.json"
    with file.open("wb") as out:
        out.truncate(200 * 1024 * 1024)
    assert "too large" in refused("import", file)
    file.write_bytes(b'"' + b"x" * (LARGEST - 2) + b'"')
    assert "does not hold an aiplanner programme" in refused("import", file)


def test_a_file_that_cannot_be_read(refused: Refused, tmp_path: Path) -> None:
    (tmp_path / "folder.json").mkdir()
    assert "could not be read" in refused("import", tmp_path / "folder.json")
    assert "could not be read" in refused("import", tmp_path / "gone.json")
    assert "could not be read" in refused("import", tmp_path / f"{SURROGATE}.json")
    assert "could not be read" in refused("import", tmp_path / ("x" * 300 + ".json"))
    assert "of a kind that is not known" in refused("import", tmp_path)
    assert "of a kind that is not known" in refused("import", "")


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_words(refused: Refused, tmp_path: Path, words: str) -> None:
    refused("new", "two-hour-taster", "--title", words)
    refused("new", words)
    refused("schedule", words)
    refused("export", words, "--out", tmp_path / "plan.json")
    refused("pack", "Ward 4", "--out", tmp_path / "x.pdf", "--documents", words)
    assert not (tmp_path / "plan.json").exists()
    assert not (tmp_path / "x.pdf").exists()


@pytest.mark.parametrize("title", ["عنبر ٤", "👩‍⚕️ R&D <team>", "{braces} %s", "' OR 1=1 --"])
def test_harmless_words_are_kept_exactly(
    library: Path, capsys: pytest.CaptureFixture[str], title: str
) -> None:
    assert main(["new", "two-hour-taster", "--title", title]) == 0
    capsys.readouterr()
    assert main(["schedule", title]) == 0
    assert main(["list"]) == 0
    assert f"\t{title}\t" in capsys.readouterr().out


@pytest.mark.parametrize(
    "words",
    [
        '"',
        "*",
        "Ward*",
        "NEAR(a b)",
        "a AND",
        "-",
        "title:Ward",
        "%",
        "_",
        "\0",
        SURROGATE,
        "x" * 9999,
    ],
)
def test_any_words_may_be_searched_for(
    library: Path, capsys: pytest.CaptureFixture[str], words: str
) -> None:
    assert main(["list", f"--search={words}"]) == 0
    assert capsys.readouterr().err == ""


def test_what_is_not_there(refused: Refused, tmp_path: Path) -> None:
    for words in ("", "ward 4", "Ward", "0" * 32, "%", "*"):
        assert "aiplanner list" in refused("schedule", words)
    for number in (-1, 0, 99, 10**30):
        said = refused("pack", "Ward 4", "--out", tmp_path / "x.pdf", f"--session={number}")
        assert f"There is no session {number}" in said


def test_a_place_that_cannot_be_written(refused: Refused, tmp_path: Path, library: Path) -> None:
    (tmp_path / "folder.json").mkdir()
    (tmp_path / "folder.pdf").mkdir()
    for out in (tmp_path / "folder.json", library / "plan.json", Path("/proc/nowhere/plan.json")):
        assert "could not be written" in refused("export", "Ward 4", "--out", out)
    assert "could not be written" in refused(
        "pack", "Ward 4", "--documents", "cover", "--out", tmp_path / "folder.pdf"
    )
    assert list((tmp_path / "folder.json").iterdir()) == []
    assert list(tmp_path.glob("*.part")) == []
