"""The sentences of the Print page that are put together from figures."""

from __future__ import annotations

from aiplanner.app.pack_counts import Sheets
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext


def head_words(scope: str, people: int | None, sheets: Sheets | None, *, both: bool = False) -> str:
    """As "Session 1, for 16 people: 74 sheets (45 on both sides)", as much as is known.

    With `both` only the sheets printed on both sides count.
    """
    words = scope
    if people is not None:
        crowd = ngettext("{count} person", "{count} people", people).format(count=people)
        words = _("{scope}, for {people}").format(scope=scope, people=crowd)
    if sheets is None:
        return words
    return _("{what}: {sheets}").format(what=words, sheets=sheets_words(sheets, both=both))


def sheets_words(sheets: Sheets, *, both: bool = False) -> str:
    """As "74 sheets (45 on both sides)", or "45 sheets, on both sides"."""
    words = _counted(sheets, both=both)
    if both:
        return _("{sheets}, on both sides").format(sheets=words)
    if sheets.two_sided == sheets.one_sided:
        return words
    return _("{sheets} ({count} on both sides)").format(sheets=words, count=sheets.two_sided)


def everyone_words(sheets: Sheets | None, once: Sheets | None, *, both: bool = False) -> str:
    """As "Print copies for everyone (74 sheets)"; empty when that is one of each anyway."""
    if sheets is None or once is None or sheets.one_sided <= once.one_sided:
        return ""
    return _("Print copies for everyone ({sheets})").format(sheets=_counted(sheets, both=both))


def _counted(sheets: Sheets, *, both: bool) -> str:
    shown = sheets.two_sided if both else sheets.one_sided
    return ngettext("{count} sheet", "{count} sheets", shown).format(count=shown)


def making_words(title: str, done: int, total: int) -> str:
    """As "Drawing Running order (3 of 9)"."""
    if not title:
        return _("Finishing the pack") if total else _("Drawing the pack")
    return _("Drawing {title} ({number} of {total})").format(
        title=title, number=min(done + 1, total), total=total
    )


def printing_words(done: int, total: int) -> str:
    """As "Printing page 3 of 74"."""
    return _("Printing page {number} of {total}").format(number=min(done + 1, total), total=total)


def saved_words(name: str, pages: int) -> str:
    """As "“Ward 4.pdf” is saved, 14 pages."."""
    sentence = ngettext(
        "“{name}” is saved, {count} page.", "“{name}” is saved, {count} pages.", pages
    )
    return sentence.format(name=name, count=pages)


def folder_words(name: str, pages: int) -> str:
    """As "The folder “Ward 4” is ready, 14 pages in all."."""
    sentence = ngettext(
        "The folder “{name}” is ready, {count} page in all.",
        "The folder “{name}” is ready, {count} pages in all.",
        pages,
    )
    return sentence.format(name=name, count=pages)


def word_words(name: str, documents: int) -> str:
    """As "“Ward 4.docx” is saved, 3 documents."."""
    sentence = ngettext(
        "“{name}” is saved, {count} document.", "“{name}” is saved, {count} documents.", documents
    )
    return sentence.format(name=name, count=documents)


def entries_words(name: str, entries: int) -> str:
    """As "“Ward 4.ics” is saved, 3 entries for a calendar."."""
    sentence = ngettext(
        "“{name}” is saved, {count} entry for a calendar.",
        "“{name}” is saved, {count} entries for a calendar.",
        entries,
    )
    return sentence.format(name=name, count=entries)


def printed_words(sides: int) -> str:
    """As "14 pages went to the printer."."""
    sentence = ngettext(
        "{count} page went to the printer.", "{count} pages went to the printer.", sides
    )
    return sentence.format(count=sides)


def no_pages_words(pages: int) -> str:
    """Where none of the pages that were asked for is there."""
    sentence = ngettext(
        "Nothing was printed: the pages chosen are not in this pack. It has {count} page.",
        "Nothing was printed: the pages chosen are not in this pack. It has {count} pages.",
        pages,
    )
    return sentence.format(count=pages)


def gone_words(count: int) -> str:
    """As "2 documents of it cannot be printed now, so they are left out."."""
    sentence = ngettext(
        "{count} document of it cannot be printed now, so it is left out.",
        "{count} documents of it cannot be printed now, so they are left out.",
        count,
    )
    return sentence.format(count=count)


def no_fields_words() -> str:
    """Where fields are wanted and there is no place for one."""
    return _("None of the documents ticked has room to fill in.")
