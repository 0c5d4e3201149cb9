"""A script prints what is private about people only when its flag says so."""

from __future__ import annotations

import pytest

from aiplanner.app.interchange import from_json, to_json
from aiplanner.domain.edits.many_people import add_people
from aiplanner.domain.ids import RowId
from aiplanner.domain.people import Person
from tests.support.packs import squeezed
from tests.support.shell import Shell
from tests.support.tagged_pdf import page_texts


@pytest.mark.parametrize(("flags", "told"), [((), False), (("--with-access-needs",), True)])
def test_access_needs_are_printed_on_demand(
    shell: Shell, flags: tuple[str, ...], *, told: bool
) -> None:
    key = shell.done("new", "two-hour-taster").strip()
    file, out = shell.folder / "plan.json", shell.folder / "people.pdf"
    shell.done("export", key, "--out", file)
    jane = Person(RowId("a" * 32), 0, "Jane Doe", access="Hearing loop")
    file.write_bytes(to_json(add_people(from_json(file.read_bytes()), [jane])))
    other = shell.done("import", file).strip()

    shell.done("pack", other, "--documents", "people-list", "--out", out, *flags)

    text = squeezed("".join(page_texts(out)))
    assert "JaneDoe" in text
    assert ("Hearingloop" in text) is told
