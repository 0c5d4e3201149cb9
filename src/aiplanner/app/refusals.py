"""The sentence for every code with which the plan or the world refuses something.

Each says in one line what happened, what it means, and what to do. Fields in braces are facts of
the error; a test sees to it that every code raised anywhere has its sentence here.
"""

from __future__ import annotations

from collections.abc import Mapping

from aiplanner.app.returned_refusals import RETURNED
from aiplanner.i18n import gettext as _

_PLAN = {
    "title-empty": _("A programme needs a title. Type a few words."),
    "text-too-long": _("That text is too long for this field (at most {limit} characters)."),
    "text-unprintable": _(
        "That text holds characters that cannot be printed. Type it again or paste plain text."
    ),
    "number-out-of-bounds": _("That number is too small or too large to be true. Check it."),
    "time-unclear": _("A clock time has hours and minutes only, for example 10:05."),
    "moment-unclear": _("A moment is told to the second and in UTC."),
    "moments-backwards": _("What was noted of that session ends before it begins."),
    "clock-unclear": _(
        "“{typed}” is no clock time. Type hours and minutes, for example 10:05 or 2:30 pm."
    ),
    "span-unclear": _(
        "“{typed}” does not say when the session starts and ends. Try 10:00 to 12:00."
    ),
    "day-unclear": _("“{typed}” is no day. Type it like 12 Jan 2027."),
    "number-unclear": _("“{typed}” is no number. Use figures only, for example 16."),
    "length-unclear": _("“{typed}” is no length. Try 45, 1h30, 1:30, 1.5h, 6x3 or 30-45."),
    "people-unknown": _(
        "How many people are expected is not known yet. Type for example 16x{turn}, or fill in "
        "the people of this session first."
    ),
    "length-backwards": _(
        "“{typed}” goes down. Put the shortest first, the longest last and the usual between."
    ),
    "length-too-long": _("“{typed}” is longer than a week. Check the length."),
    "session-backwards": _(
        "The session would end at {end}, before it starts at {start}. Change one of the two."
    ),
    "plan-b-without-start": _(
        "This session has no start yet, so there is no clock to keep to. Give it one first."
    ),
    "plan-b-other-day": _(
        "Starting {minutes} min late would move the session, or a pinned item, to another day. "
        "Change its day or its start instead."
    ),
    "end-without-start": _("Give the session a start before its end."),
    "nothing-to-hold": _("Nothing in this session takes place yet. Add an item first."),
    "not-under-way": _("That session is not being held now. Start it first."),
    "pin-without-clock": _("A heading or a task between sessions has no clock time."),
    "length-without-clock": _("A heading or a task between sessions takes no minutes."),
    "length-of-strands": _(
        "“{title}” takes as long as its longest strand. Change what stands in the strands."
    ),
    "split-not-this": _("A heading or a breakout cannot be split. Split what stands in it."),
    "merge-apart": _("Only items of one session or one strand can be merged. Move them together."),
    "merge-not-these": _(
        "A heading, a breakout or a task can only be merged with another one of its kind."
    ),
    "tally-empty": _("Nothing is typed yet. Type at least one answer of the sheet."),
    "tally-consent": _(
        "May this story be shared? Press Y or N. Without an answer on the paper, press N."
    ),
    "row-gone": _("That row is not there any more. It may have been deleted in another window."),
    "parent-circle": _("A breakout cannot stand inside itself."),
    "nested-too-deep": _("No item stands in more than {limit} breakouts. Put it further out."),
    "strand-without-breakout": _(
        "Only a breakout can hold strands. Delete them first, or leave it a breakout."
    ),
    "parent-unclear": _("An item must stand in one session or in one strand."),
    "parent-gone": _("A row belongs to one that is not there."),
    "kind-differs": _("A row names one of another kind there."),
    "action-gone": _(
        "This action is no longer in its programme: somebody has deleted it. Nothing was changed."
    ),
    "action-changed": _(
        "Somebody has marked “{text}” meanwhile. The list shows how it is now. Nothing was changed."
    ),
    "sorts-differ": _("These are findings of several sorts. Choose findings of one sort."),
    "link-to-itself": _("A finding cannot grow from itself. Choose another one."),
    "tied-id-wrong": _("A row's id does not follow from the rows it belongs to."),
    "id-wrong": _("An id is not 32 hexadecimal digits, or is used by two rows."),
    "head-missing": _("The programme has no head."),
    "head-twice": _("The programme has two heads."),
    "starter-unknown": _("There is no starter “{key}”. `aiplanner starters` lists them."),
    "session-unknown": _("There is no session {number}; this programme has {count}."),
    "document-unknown": _("There is no document “{document}”. `aiplanner documents` lists them."),
    "pack-empty": _("None of these documents is for that audience. Choose at least one."),
    "word-split": _(
        "A Word file holds all its documents, so “{file}” cannot be split. Leave out --split, or "
        "give the name of a folder for the PDFs."
    ),
    "word-fillable": _(
        "A Word file has no fields to fill in, and none that could be read back from “{file}”. "
        "Leave out --fillable, or choose a name that ends in .pdf."
    ),
    "calendar-empty": _(
        "Nothing here has a day yet, so there is nothing for a calendar. Date a session first."
    ),
    "programme-unknown": _(
        "No programme matches “{reference}”. `aiplanner list` shows ids and titles."
    ),
    "programme-ambiguous": _(
        "“{reference}” matches {count} programmes. Use the id; `aiplanner list` shows it."
    ),
    "programme-gone": _("That programme is not in the library any more."),
    "issued-gone": _("That issued pack is not remembered any more."),
    "set-name-empty": _("A set needs a name, so that you find it again. Type a few words."),
    "programme-twice": _("That programme is in the library already."),
}

_FILES = {
    "data-not-json": _("This file is not JSON ({what}). Nothing was changed."),
    "data-not-ours": _("This file does not hold an aiplanner programme. Nothing was changed."),
    "data-newer": _(
        "This file was written by a newer aiplanner (version {version}; this one reads up to "
        "{ours}). Update aiplanner to open it. Nothing was changed."
    ),
    "data-unknown-field": _(
        "This file has a field “{field}” at {where} that a programme does not have. "
        "Nothing was changed."
    ),
    "data-wrong": _("This file is wrong at {where}: {what}. Nothing was changed."),
    "data-too-deep": _("This file is nested too deep to be a programme. Nothing was changed."),
    "data-too-large": _("This file is too large to be a programme. Nothing was changed."),
    "data-id-twice": _("This file uses the id {id} twice. Nothing was changed."),
    "data-broken": _(
        "This file does not fit together at the {kind} {id} ({field}): {because} "
        "Nothing was changed."
    ),
    "list-empty": _("There is nothing in that list yet. Put one name on each line."),
    "list-not-text": _(
        "“{file}” is no list that can be read. In the spreadsheet choose “Save as” and CSV, "
        "or copy the cells and paste them."
    ),
    "list-too-long": _("That list is too long (at most {most} lines). Take part of it."),
    "list-without-names": _("Say which column holds the names."),
    "own-key": _("The key “{key}” does not begin with “my-”, so it is none of your own."),
    "own-none": _(
        "You have nothing of your own yet, so nothing was written. Save an item to your bank first."
    ),
    "own-unfit": _("“{title}” was not kept: {what}."),
    "own-damaged": _(
        "Your own “{title}” cannot be read here ({what}), so it is left out. "
        "It stays in the library as it is."
    ),
    "content-empty": _(
        "“{file}” holds no activities, handouts or starters. Choose a content file (.toml)."
    ),
    "content-broken": _(
        "{file}, line {line}: {what}. Nothing was taken in; mend that line and try again."
    ),
    "file-kind-unknown": _(
        "“{file}” is of a kind that is not known here. Choose a name that ends in {known}. "
        "Nothing was changed."
    ),
    "content-too-large": _("“{file}” is too large to be a content file. Nothing was taken in."),
    "file-unreadable": _("“{file}” could not be read: {what}. Check the name and your rights."),
    "file-without-program": _(
        "This computer has no program to open “{file}” with. Open it on another one."
    ),
    "file-unwritable": _("“{file}” could not be written: {what}. Choose another place."),
    "file-held": _(
        "“{file}” is open in another program, so it was not replaced. "
        "Close it there and try again, or save under another name."
    ),
    "folder-there": _(
        "There is something called “{file}” already. Nothing was changed; choose another name."
    ),
}

_PICTURES = {
    "picture-unclear": _(
        "“{file}” is no picture that can be read here. Choose a JPEG or PNG picture. "
        "Nothing was changed."
    ),
    "picture-too-large": _(
        "“{file}” is too large for a photo (at most {most} MB). Make it smaller first. "
        "Nothing was changed."
    ),
    "picture-too-wide": _(
        "“{file}” has too many pixels (at most {edge} along an edge). Nothing was changed."
    ),
    "picture-too-many-pixels": _(
        "“{file}” has too many pixels (at most {most} million). Make it smaller first. "
        "Nothing was changed."
    ),
    "picture-with-notes": _(
        "“{file}” holds more than a picture, for example where it was taken. Nothing was changed."
    ),
}

_PACKS = {
    "pack-process-lost": _(
        "The pack was not finished: the process that draws it was ended from outside. "
        "Nothing was written. Try again."
    ),
    "pack-process-missing": _(
        "The pack cannot be drawn: the process that draws it does not start. "
        "Install aiplanner again."
    ),
}

_LIBRARY = {
    "issued-damaged": _(
        "What the library keeps of that pack cannot be read, so nothing can be compared with it. "
        "The programme itself is not touched by that."
    ),
    "stale": _("Somebody else saved this programme meanwhile. Their changes are brought in."),
    "programme-damaged": _(
        "This programme cannot be read: what the library holds of it makes no sense ({what}). "
        "The other programmes are not touched by that."
    ),
    "library-busy": _(
        "Another window or program is holding the library {place}. Close it, or try again."
    ),
    "library-damaged": _(
        "The library {place} is damaged ({what}), so nothing is written to it. "
        "Keep the file as it is and open a copy you made earlier."
    ),
    "library-disk": _(
        "The disk refused while the library {place} was in use ({what}). "
        "What was saved before is there. Check the disk and try again."
    ),
    "library-driver-missing": _(
        "The library {place} needs a database driver that is not installed ({what}). "
        "For PostgreSQL install the package psycopg."
    ),
    "library-empty": _(
        "The file {place} is empty, so it is not a library any more. Nothing was changed. "
        "Open a copy of it, or choose another name to begin a new library."
    ),
    "library-foreign": _(
        "{place} is a database of another program, not an aiplanner library. Nothing was changed."
    ),
    "library-full": _(
        "The disk with the library {place} is full. What was saved before is there. "
        "Make room and try again."
    ),
    "library-is-folder": _("{place} is a folder. Give the library a file name in it."),
    "library-moved": _(
        "The library {place} was moved, replaced or deleted by another program while it was open, "
        "so nothing more is written to it. Close aiplanner, look at the file, and open it again."
    ),
    "library-newer": _(
        "The library {place} was changed by a newer aiplanner (version {version}; this one knows "
        "{ours}). Nothing was changed. Update aiplanner to open it."
    ),
    "library-not-sqlite": _("The file {place} is not an aiplanner library. Nothing was changed."),
    "library-read-only": _(
        "The library {place} may only be read, by the rights of the file or of its folder. "
        "Nothing was changed. Change the rights, or open a copy of it elsewhere."
    ),
    "library-unreachable": _(
        "The library {place} cannot be reached ({what}). Check the name, the rights "
        "and the connection."
    ),
    "library-url-unclear": _(
        "“{place}” names no library. Give a path, or a URL that begins with sqlite:/// or "
        "postgresql://."
    ),
}

REFUSALS: Mapping[str, str] = {
    **_PLAN,
    **_FILES,
    **_PICTURES,
    **_PACKS,
    **_LIBRARY,
    **RETURNED,
}
