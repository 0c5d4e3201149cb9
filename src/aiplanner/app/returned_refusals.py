"""The sentence for every reason for which a form that came back is not taken in."""

from __future__ import annotations

from collections.abc import Mapping

from aiplanner.i18n import gettext as _

RETURNED: Mapping[str, str] = {
    "returned-too-large": _(
        "This file is larger than any form of ours (at most {most} MB). Ask for the form itself, "
        "without scans. Nothing was entered."
    ),
    "returned-gone": _(
        "This file is not there any more: it was moved, renamed or deleted. Choose it again. "
        "Nothing was entered."
    ),
    "returned-empty": _("This file is empty. Ask for it again. Nothing was entered."),
    "returned-not-pdf": _(
        "This file is no PDF. Ask for the filled form as a PDF. Nothing was entered."
    ),
    "returned-encrypted": _(
        "This file is locked with a password or rights. Ask for an unlocked copy. "
        "Nothing was entered."
    ),
    "returned-scripts": _(
        "This file holds scripts, actions or other files, and a form of ours never does. "
        "Do not open it. Ask for it again. Nothing was entered."
    ),
    "returned-overfull": _(
        "This file has more fields, or longer answers, than any form of ours. Nothing was entered."
    ),
    "returned-broken": _(
        "This file is damaged and cannot be read. Ask for it again. Nothing was entered."
    ),
    "returned-slow": _(
        "This file took too long to read, so reading it was stopped. Nothing was entered."
    ),
    "returned-no-form": _(
        "This PDF has no form of aiplanner in it. If it was printed or scanned, type the answers "
        "in. Nothing was entered."
    ),
    "returned-unmarked": _(
        "This form has lost the mark that says whose it is: some programs leave it out when they "
        "save. Save it again with another one, or type the answers in. Nothing was entered."
    ),
    "returned-foreign": _(
        "This form belongs to another programme. Open that one to take it in. Nothing was entered."
    ),
    "returned-stray": _(
        "This form belongs to a programme that is not in this library. Nothing was entered."
    ),
    "returned-again": _(
        "The same answers were taken in before. If that was undone, or somebody else gave them, "
        "add --again. Nothing was entered."
    ),
    "returned-edited": _(
        "This form was changed: it does not have the fields it was made with. Type the answers in, "
        "or send the form out again. Nothing was entered."
    ),
    "returned-unknown-field": _(
        "This form has a field “{field}” that its sheet does not have. Nothing was entered."
    ),
    "returned-unclear": _(
        "This form holds one answer at “{field}” and shows another, so nobody can say which "
        "counts. Ask for it again. Nothing was entered."
    ),
    "returned-document-gone": _(
        "The sheet “{document}” that this form was made from is not there any more. "
        "Nothing was entered."
    ),
    "returned-newer": _(
        "This form was made by a newer aiplanner. Update aiplanner to take it in. "
        "Nothing was entered."
    ),
    "returned-private": _(
        "This sheet belongs to whoever filled it in, so it is not read. Give it back. "
        "Nothing was entered."
    ),
    "returned-blank": _("Nothing is filled in on this form. Nothing was entered."),
    "answers-none": _(
        "No answers have been taken in yet, so there is nothing to write. Take in what came back "
        "first."
    ),
    "returned-nothing": _("No answer is chosen. Tick at least one of them to take it in."),
    "returned-moment": _(
        "This self-rating does not say whether it is from before the cycle or after it. "
        "Ask whose it is by its code. Nothing was entered."
    ),
}
