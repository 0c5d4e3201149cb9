"""A broken content file is refused with its name, the line, and the reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from aiplanner.app.content_checks import file_breaches
from aiplanner.app.own_content import read_content_file
from aiplanner.app.ports import WorldError
from aiplanner.app.toml_lines import line_of
from aiplanner.app.wording import say
from aiplanner.domain.errors import PlanError

GOOD = """\
[[activities]]
key = "my-walk"
title = "A walk in pairs"
summary = "People talk while they walk."
why = "Walking side by side makes it easier to talk."
form = "pairs"
group = "pairs"
least = 10
typical = 15
most = 20
leads = ["collaborating"]
sources = ["own"]
steps = [
  { text = "Find a partner.", minutes = 3 },
  { text = "Walk and talk.", minutes = 12 },
]
sheets = [{ title = "Story sheet", handout = "story-sheet" }]

[[handouts]]
key = "my-sheet"
title = "What we saw"
lead = "For your walk."
per = "pair"
sources = ["own"]
[[handouts.blocks]]
block = "prompt"
text = "What caught your eye, {service}?"
"""

BREAKS = [
  ('leads = ["collaborating"]', 'leeds = ["collaborating"]', 11, "there is no key “leeds”"),
  ('leads = ["collaborating"]', 'leads = ["kindness"]', 11, "“kindness” is none of the words"),
  ("typical = 15", "typical = 25", 9, "minutes out of order: 10, 25, 20"),
  ("typical = 15", 'typical = "15"', 9, "a whole number is needed here, and this is a text"),
  ("minutes = 12", "minutes = 13", 13, "the steps take 16 minutes and the whole 15"),
  ('title = "A walk in pairs"', f'title = "{"A walk " * 9}"', 3, "at most 60"),
  ('"Walk and talk."', f'"{"Walk and talk. " * 17}"', 15, "at most 240"),
  ('sources = ["own"]\nsteps', 'sources = ["heresay"]\nsteps', 12, "there is no source “heresay”"),
  ('"story-sheet"', '"story-shet"', 17, "there is no handout or document “story-shet”"),
  ('key = "my-walk"', 'key = "walk"', 2, "begins with “my-”"),
  ('key = "my-walk"', f'key = "my-{"walk" * 30}"', 2, "at most 100 characters"),
  ('title = "What we saw"', 'title = "What\\u0000"', 21, "cannot be printed"),
  ('block = "prompt"', 'block = "prmpt"', 26, "it is none of our blocks"),
  ("{service}", "{servise}", 27, "nothing fills {servise}"),
  ('title = "What we saw"', "title = What we saw", 21, "Invalid value"),
  ("[[handouts]]", "[[handout]]", 19, "there is no key “handout”"),
]  # fmt: skip


def _file(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_good_file_is_taken_as_it_is(tmp_path: Path) -> None:
    path = _file(tmp_path, GOOD)
    assert file_breaches(path, {"story-sheet"}) == ()
    assert [piece.key for piece in read_content_file(path)] == ["my-walk", "my-sheet"]


def test_ones_own_needs_no_source_and_may_name_the_sheets_beside_it(tmp_path: Path) -> None:
    text = GOOD.replace('sources = ["own"]', "sources = []").replace("story-sheet", "my-sheet")
    assert file_breaches(_file(tmp_path, text), set()) == ()


@pytest.mark.parametrize(("before", "after", "line", "reason"), BREAKS)
def test_a_broken_file_names_its_line_and_the_reason(
    tmp_path: Path, before: str, after: str, line: int, reason: str
) -> None:
    assert GOOD.count(before) == 1
    path = _file(tmp_path, GOOD.replace(before, after))
    [breach, *_more] = file_breaches(path, {"story-sheet"})
    assert breach.facts["line"] == line
    assert reason in str(breach.facts["what"])
    assert "mine.toml" in say(breach)


@pytest.mark.parametrize("name", ["no.toml", "."])
def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(WorldError) as refusal:
        read_content_file(tmp_path / name)
    assert refusal.value.code == "file-unreadable"


@pytest.mark.parametrize("data", [b"", b"# nothing\n", b"\xff\xfe\x00"])
def test_a_file_without_content_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "empty.toml"
    path.write_bytes(data)
    with pytest.raises(PlanError) as refusal:
        read_content_file(path)
    assert refusal.value.code == "content-empty"


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.toml"
    with path.open("wb") as file:
        file.truncate(64 * 1024 * 1024)
    with pytest.raises(WorldError) as refusal:
        read_content_file(path)
    assert refusal.value.code == "content-too-large"


def test_lines_are_found_in_lists_of_tables_and_texts_of_many_lines() -> None:
    text = '''\
title = """
sessions = 3
"""
[[sessions]]
title = "One"
[[sessions.items]]
title = "Welcome"
[[sessions.items]]
title = "Talk"
[sessions.items.more]
"5-D" = "x"
[[sessions]]
[[sessions.items]]
length = "5"
'''
    assert [
        line_of(text, where)
        for where in (
            "title",
            "sessions[0].title",
            "sessions[0].items[1].title",
            "sessions[0].items[1].more.5-D",
            "sessions[1].items[0].length",
            "sessions[1].items[0].missing",
            "nowhere",
        )
    ] == [1, 5, 9, 11, 14, 13, 1]
