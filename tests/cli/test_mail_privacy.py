"""Nothing that is for facilitators only is in a folder that is ready to mail."""

from __future__ import annotations

from pathlib import Path

import pytest

from aiplanner.app.printing import Audience, PackOptions
from aiplanner.cli.mail import write_mail_folder
from aiplanner.packs.catalogue import documents
from tests.support.open_documents import NOW
from tests.support.packs import squeezed
from tests.support.private_texts import drawn, heard, marked
from tests.support.rich_programme import rich_programme
from tests.support.word_files import everything

RICH = marked(rich_programme())
CHANGES = (("Session 1", "The secret note of the facilitators changed"),)


def said_by(folder: Path, audience: Audience) -> str:
    """All that the files of a mail say, made of every document there is."""
    every = tuple(info.id for info in documents())
    options = PackOptions(every, NOW, audience=audience, changes=CHANGES, since="yesterday")
    write_mail_folder(RICH.programme, options, folder, lambda *_step: None)
    readers = {".pdf": drawn, ".docx": everything}
    said = [readers.get(file.suffix, _text)(file) for file in sorted(folder.iterdir())]
    assert len(said) >= 4
    return squeezed("".join(said))


def _text(file: Path) -> str:
    return file.read_text("utf-8").replace("\r\n ", "")


@pytest.mark.parametrize("audience", ["all", "participant"])
def test_what_is_mailed_tells_nothing_private(tmp_path: Path, audience: Audience) -> None:
    said = said_by(tmp_path / "mail", audience)
    assert heard({**RICH.hidden, **RICH.noted}, said) == []
    assert "secretnote" not in said


def test_facilitators_who_mail_their_own_papers_get_their_notes(tmp_path: Path) -> None:
    said = said_by(tmp_path / "mail", "facilitator")
    assert "Item.notes" in heard(RICH.noted, said)
    assert "secretnote" in said
    assert heard(RICH.hidden, said) == []
