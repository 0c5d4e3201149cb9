"""What nobody could keep, plan with or print is refused by line before it is taken in."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from aiplanner.app.content import activities, handouts, starters
from aiplanner.app.own_content import OWN, bank, from_piece, read_content_file, to_piece
from aiplanner.app.ports import OwnPiece, OwnSort
from aiplanner.app.wording import say
from aiplanner.domain.errors import PlanError
from tests.support.memory_library import MemoryLibrary

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)

GOOD = """\
[[activities]]
key = "my-walk"
title = "Walk"
summary = ""
why = "Why"
form = "pairs"
group = "pairs"
least = 5
typical = 10
most = 20
steps = [{ text = "Walk.", minutes = 10 }]
sources = []

[[handouts]]
key = "my-sheet"
title = "Sheet"
lead = ""
per = "pair"
sources = []
blocks = [
  { block = "prompt", text = "What?", ask = "what", lines = 3 },
  { block = "frame", text = "Draw.", share = 0.5 },
  { block = "table", rows = 4, columns = [{ title = "Who", share = 2 }] },
  { block = "cards", size = "A6", copies = 2, cards = [{ title = "Joy" }] },
  { block = "scale", points = ["no", "yes"], statements = ["We talk."] },
]

[[starters]]
key = "my-day"
title = "Day"
promise = ""
sessions = [{ title = "One", items = [{ title = "Talk", length = "20" }] }]
"""

BREAKS = [
  ("my-walk", "my-../../walk", 2, "letters, figures"),
  ("my-walk", "my-\\u0000", 2, "letters, figures"),
  ('"Why"', '"a\\u0007b"', 5, "characters that cannot be printed"),
  ("least = 5", "least = -5", 8, "the number is not between"),
  ("least = 5", "least = 15", 9, "minutes out of order: 15, 10, 20"),
  ("most = 20", "most = 1000000000", 10, "the number is not between"),
  ("minutes = 10", "minutes = -10", 1, "too small or too large"),
  ('ask = "what"', 'ask = "a.b"', 21, "the name of an answer"),
  ("share = 0.5", 'share = 0.5, ask = "what"', 21, "two answers are called “what”"),
  ("lines = 3", "lines = 1000000", 21, "between 0 and 60"),
  ("share = 0.5", "share = inf", 22, "the number is not between"),
  ("share = 0.5", "share = nan", 22, "the number is not between"),
  ("share = 0.5", "share = 0.0", 22, "the number is not between"),
  ("rows = 4", "rows = 1000000000", 23, "between 0 and 200"),
  ("share = 2", "share = 0", 23, "between 1 and 100"),
  ('"Who", share', '"Who", field = "text", share', 23, "no finding of this table"),
  ('[{ title = "Who", share = 2 }]', "[]", 23, "1 to 12"),
  ('[{ title = "Joy" }]', "[]", 24, "1 to 100"),
  ("copies = 2", "copies = 0", 24, "between 1 and 50"),
  ('["no", "yes"]', '["no"]', 25, "2 to 10"),
  ('["We talk."]', "[]", 25, "1 to 100"),
  ('length = "20"', 'length = "200h"', 28, "longer than a week"),
  ('"One"', '"One\\nTwo"', 28, "cannot be printed"),
  ("my-sheet", "my-walk", 15, "the key “my-walk” is there twice"),
]  # fmt: skip


def _file(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_good_file_is_taken_in(tmp_path: Path) -> None:
    pieces = read_content_file(_file(tmp_path, GOOD))
    assert [one.key for one in pieces] == ["my-walk", "my-sheet", "my-day"]


@pytest.mark.parametrize(("before", "after", "line", "reason"), BREAKS)
def test_what_nobody_could_use_is_refused_by_line(
    tmp_path: Path, before: str, after: str, line: int, reason: str
) -> None:
    assert GOOD.count(before) == 1
    with pytest.raises(PlanError) as refusal:
        read_content_file(_file(tmp_path, GOOD.replace(before, after)))
    assert refusal.value.facts["line"] == line
    assert reason in str(refusal.value.facts["what"])
    assert "mine.toml" in say(refusal.value)


@pytest.mark.parametrize("field", ["shared", "id", "__class__", "due"])
def test_a_table_prints_only_what_its_findings_say(tmp_path: Path, field: str) -> None:
    of_stories = GOOD.replace("rows = 4", 'of = "story"').replace(
        '"Who", share', f'"Who", field = "{field}", share'
    )
    with pytest.raises(PlanError) as refusal:
        read_content_file(_file(tmp_path, of_stories))
    assert "columns[0].field" in str(refusal.value.facts["what"])
    read_content_file(_file(tmp_path, of_stories.replace(f'"{field}"', '"quote"')))


def test_a_file_of_too_many_pieces_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PlanError) as refusal:
        read_content_file(_file(tmp_path, "[[starters]]\n" * 1_001))
    assert "at most 1000" in say(refusal.value)


@pytest.mark.parametrize("text", [f"a = {'[' * 100_000}", "\n" + "a." * 200_000 + "b = 1"])
def test_a_file_nested_too_deep_is_refused_at_once(tmp_path: Path, text: str) -> None:
    with pytest.raises(PlanError) as refusal:
        read_content_file(_file(tmp_path, text))
    assert "too deep" in say(refusal.value)


DAMAGED = {
    "half": "{half",
    "a list": "[]",
    "of tomorrow": '{"tempo": 3}',
    "deep": "[" * 100_000,
    "endless": json.dumps({"sessions": [{"title": "x", "planned": -1}]}),
}


@pytest.mark.parametrize("body", DAMAGED.values(), ids=DAMAGED)
@pytest.mark.parametrize("sort", OwnSort)
def test_a_piece_that_cannot_be_read_is_left_out_with_a_word(sort: OwnSort, body: str) -> None:
    library = MemoryLibrary()
    sound = replace(starters()[0], key=f"{OWN}day")
    library.keep_own(
        [OwnPiece("my-odd", sort, "Odd one", body, NOW), to_piece(sound, NOW)],
    )
    known = bank(library)
    assert known.starters == (*starters(), sound)
    assert (known.activities, known.handouts) == (activities(), handouts())
    [told] = known.unread
    assert "Odd one" in told


def test_a_piece_kept_under_another_key_than_its_own_is_none() -> None:
    kept = replace(to_piece(replace(handouts()[0], key="my-sheet"), NOW), key="my-other")
    with pytest.raises(PlanError) as refusal:
        from_piece(kept)
    assert refusal.value.code == "own-damaged"


def test_what_could_not_be_read_again_is_not_kept() -> None:
    odd = replace(activities()[0], key="my-odd", title="Odd\u0007 one")
    with pytest.raises(PlanError) as refusal:
        to_piece(odd, NOW)
    assert refusal.value.code == "own-unfit"
    assert "cannot be printed" in say(refusal.value)
