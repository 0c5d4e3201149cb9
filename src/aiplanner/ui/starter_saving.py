"""Save a programme as a starter of one's own."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from aiplanner.app.starter_making import starter_from
from aiplanner.domain.programme import Programme
from aiplanner.i18n import gettext as _
from aiplanner.ui.dialogs.own_activity import LONGEST_LINE
from aiplanner.ui.dialogs.own_starter import SaveStarter
from aiplanner.ui.models.bank_words import whole_sentences
from aiplanner.ui.own_shelf import OwnShelf
from aiplanner.ui.services import Services


def ask_starter(over: QWidget, programme: Programme, services: Services) -> SaveStarter:
    """Ask for title and promise, then keep the starter in the library and tell."""
    head = programme.head
    promise = whole_sentences(head.purpose, LONGEST_LINE)
    dialog = SaveStarter(over.window(), head.title, promise)

    def keep(title: str, promise: str) -> None:
        shelf = OwnShelf(services, over)  # the dialog goes before the library has answered
        made = starter_from(programme, shelf.new_key(), title, promise)

        def tell(text: str) -> None:
            services.say(text)
            shelf.deleteLater()

        said = _("Saved “{title}”. New programmes can begin from it.").format(title=title)
        shelf.refused.connect(tell)
        shelf.keep([made], lambda: tell(said))

    dialog.done_with.connect(keep)
    dialog.open()
    return dialog
