"""Two thousand returned forms with damage done to them: never a crash, never an entry."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random

import pikepdf
import pytest

from aiplanner.app.content import handouts
from aiplanner.app.form_names import field_name
from aiplanner.app.returned_reading import recognised
from aiplanner.app.returned_rows import take_answers
from aiplanner.app.wording import say
from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import new_id
from aiplanner.domain.programme import Programme
from aiplanner.formats.returned_forms import read_returned
from tests.support.form_fields import fill_with_pikepdf
from tests.support.packs import rendered
from tests.support.returned_pdfs import spoiled

MANGLED = 2000
SEED = 20261122
_OBJECT = re.compile(rb"\d+ 0 obj\b(.*?)\bendobj", re.DOTALL)


def changed_bytes(data: bytearray, chance: Random) -> None:
    for _n in range(chance.randrange(1, 60)):
        data[chance.randrange(len(data))] = chance.randrange(256)


def cut_short(data: bytearray, chance: Random) -> None:
    del data[chance.randrange(len(data)) :]


def put_in(data: bytearray, chance: Random) -> None:
    at = chance.randrange(len(data))
    data[at:at] = chance.randbytes(chance.randrange(1, 200))


def taken_out(data: bytearray, chance: Random) -> None:
    at = chance.randrange(len(data))
    del data[at : at + chance.randrange(1, 400)]


def told_twice(data: bytearray, chance: Random) -> None:
    at = chance.randrange(len(data))
    data[at:at] = data[at : at + chance.randrange(1, 2000)]


def objects_swapped(data: bytearray, chance: Random) -> None:
    """Two objects change their places, so that each is read for the other."""
    found = list(_OBJECT.finditer(bytes(data)))
    if len(found) > 1:
        first, second = sorted(chance.sample(found, 2), key=lambda one: one.start())
        data[second.start(1) : second.end(1)], data[first.start(1) : first.end(1)] = (
            first[1],
            second[1],
        )


def numbers_changed(data: bytearray, chance: Random) -> None:
    """References, lengths and places in the file say something else."""
    found = list(re.finditer(rb"\d+", bytes(data)))
    for one in sorted(chance.sample(found, 8), key=lambda one: -one.start()):
        data[one.start() : one.end()] = str(chance.choice([0, 1, 7, 40, -1, 2**31])).encode()


DAMAGE: tuple[Callable[[bytearray, Random], None], ...] = (
    changed_bytes,
    cut_short,
    put_in,
    taken_out,
    told_twice,
    objects_swapped,
    numbers_changed,
)


def bare(pdf: pikepdf.Pdf) -> None:
    """Leave out faces and structure, which nobody reads: damage is to fall on the form."""
    del pdf.Root.StructTreeRoot
    for one in pdf.objects:
        if isinstance(one, pikepdf.Dictionary) and "/FontFile2" in one:
            del one.FontFile2


@pytest.fixture(scope="module")
def filled(programme: Programme, tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    """A filled form as two programs write it: plain, and packed into streams of objects."""
    folder = tmp_path_factory.mktemp("fuzz")
    rendered(programme, folder / "blank.pdf", ("story-sheet",), fillable=True)
    values = {
        field_name("story-sheet", None, None, "happened"): "Łódź · Привіт\nFàilte · أمل",
        field_name("story-sheet", None, None, "shared"): "p3",
    }
    fill_with_pikepdf(folder / "blank.pdf", values, folder / "whole.pdf")
    plain = spoiled(folder / "whole.pdf", bare, folder / "plain.pdf")
    packed = spoiled(
        plain,
        lambda _pdf: None,
        folder / "packed.pdf",
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
    )
    return [*[plain.read_bytes()] * 4, packed.read_bytes()]


def outcome(path: Path, programme: Programme) -> str:
    """What becomes of a file: the sentence of its refusal, or "recognised"."""
    try:
        [sheet] = recognised(read_returned(path), programme, handouts(), ())
    except PlanError as refusal:
        return say(refusal)
    # Letters of an answer may differ; a person sees them. Whose it is, and what is asked, may not.
    assert sheet.mark.programme == programme.id
    assert sheet.handout == "story-sheet"
    assert {one.key for one in sheet.answers} <= {
        "text",
        "happened",
        "made_possible",
        "quote",
        "shared",
    }
    if sheet.ticked - {"shared"}:
        after = take_answers(programme, sheet, sheet.ticked, date(2026, 11, 22), new_id)
        assert after.stories[-1].shared is False
    return "recognised"


def test_no_damage_makes_a_crash_or_an_entry(
    programme: Programme, filled: list[bytes], tmp_path: Path
) -> None:
    chance, path, before = Random(SEED), tmp_path / "mangled.pdf", dict(programme.rows)
    seen: Counter[str] = Counter()
    for number in range(MANGLED):
        data = bytearray(filled[number % len(filled)])
        DAMAGE[number % len(DAMAGE)](data, chance)
        path.write_bytes(data)
        seen[outcome(path, programme)] += 1
    assert seen.total() == MANGLED
    assert dict(programme.rows) == before
    # The damage is neither always fatal nor always harmless, so that both roads were walked.
    refused = [sentence for sentence in seen if sentence.endswith("Nothing was entered.")]
    assert {*refused, "recognised"} == set(seen)
    assert MANGLED // 20 < seen["recognised"] < MANGLED * 9 // 10
    assert len(refused) > 3, refused
