"""Home: the saved programmes, search over everything in them, and ways to begin."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from aiplanner.app.ports import Library, Shelf, Summary
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext
from aiplanner.ui import fonts
from aiplanner.ui.library_desk import LibraryDesk, Listing
from aiplanner.ui.models.hits import Place
from aiplanner.ui.models.programmes import ProgrammesModel
from aiplanner.ui.page import Page
from aiplanner.ui.pages.home_beginnings import Beginnings
from aiplanner.ui.pages.home_doings import Do, Doings
from aiplanner.ui.pages.home_menu import row_menu
from aiplanner.ui.pages.home_places import Places
from aiplanner.ui.pages.home_shelf import Shelf as ShelfRoom
from aiplanner.ui.services import Services
from aiplanner.ui.tokens import AROUND, BETWEEN, INSIDE
from aiplanner.ui.widgets.announcer import announce
from aiplanner.ui.widgets.banner import Banner
from aiplanner.ui.widgets.buttons import button
from aiplanner.ui.widgets.choice_row import ChoiceRow
from aiplanner.ui.widgets.labels import label
from aiplanner.ui.widgets.notice import NoticeBar
from aiplanner.ui.widgets.page_header import PageHeader
from aiplanner.ui.widgets.scroll import scrolling
from aiplanner.ui.widgets.search_field import SearchField
from aiplanner.ui.widgets.top_bar import TopBar

if TYPE_CHECKING:
    from aiplanner.ui.models.starters import Beginning
    from aiplanner.ui.pages.home_actions import ActionsRoom

_WIDTH = 1186
"""Widest the page gets, in pixels at 100 % text size."""

PROGRAMMES, ACTIONS = "programmes", "actions"
VIEWS = ((PROGRAMMES, _("Programmes")), (ACTIONS, _("Actions")))

KINDS = (
    ("all", _("All")),
    ("running", _("In progress")),
    ("finished", _("Finished")),
    ("archived", _("Archived")),
    ("bin", _("Bin")),
)


class HomePage(Page):
    """Signals tell what to open; everything else is done here through the library desk."""

    opened = Signal(str, str)
    """Programme id, and the row to show in it or ""."""
    new_wanted = Signal(str)
    """The starter's key, or "" to choose one."""
    file_wanted = Signal()

    def __init__(self, services: Services, menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.desk = LibraryDesk(services, self)
        self.desk.listed.connect(self._on_listed)
        self.desk.refused.connect(self._on_refused)
        self._starters_due = False
        self._late: Listing | None = None
        """An answer that came while a title was being typed."""
        self.model = ProgrammesModel(services.now)
        self.model.setParent(self)
        self.model.renamed.connect(self.desk.rename)
        self.to_do: ActionsRoom | None = None
        """What is to be done in all programmes, once somebody has looked."""
        self.bar = TopBar(menu)
        self.views = ChoiceRow(_("What Home shows"), VIEWS)
        self.header = PageHeader(_("Programmes"))
        self.search = SearchField(_("Search"), _("Search programmes, items, people"))
        self.kinds = ChoiceRow(_("Which programmes"), KINDS)
        self.shelf = ShelfRoom(self.model, self.open_example, self)
        self._doings = Doings(
            self, self.desk, self._say, self._open, self.shelf.table.rename_chosen
        )
        self.places = Places(self)
        self.beginnings = Beginnings(self)
        self.banner = Banner()
        self._lay_out()
        self.notice = NoticeBar(self)
        self._connect()

    def refresh(self) -> None:
        """Ask for what is on show anew."""
        if self.to_do is not None and self.views.current == ACTIONS:
            self.to_do.refresh()
        else:
            self.desk.ask(self.kinds.current, self.search.text())

    def verbs(self) -> Mapping[str, Callable[[], object]]:
        """What the window's keys do here."""
        verbs: dict[str, Callable[[], object]] = {
            "add": lambda: self.new_wanted.emit(""),
            "find": self.go_to_search,
            "actions": lambda: self.show_view(ACTIONS),
        }
        if self.to_do is not None and self.views.current == ACTIONS:
            back = {"actions": lambda: self.show_view(PROGRAMMES)}
            return {**verbs, **back, **self.to_do.verbs()}
        summary = self._chosen()
        if summary is not None:
            in_bin = summary.shelf is Shelf.BIN
            doings = self._doings.of(summary)
            verbs["delete"] = doings["delete" if in_bin else "bin"]
            if not in_bin:
                verbs |= {"rename": doings["rename"], "duplicate": doings["duplicate"]}
        return verbs

    def arrive(self) -> None:
        """Begin at the list; the starters may be others than before."""
        self._starters_due = True
        self.notice.hide()
        self._begin_here()

    def show_view(self, view: str) -> None:
        """Show the programmes, or what is to be done in all of them."""
        self.views.choose(view)
        if view == ACTIONS and self.to_do is None:
            self.to_do = self._made_actions()
            self._layers.addWidget(_in_the_middle(self.to_do))
        self._layers.setCurrentIndex(int(view == ACTIONS))
        self.banner.hide()
        self.refresh()
        self._begin_here()
        self.verbs_changed.emit()

    @property
    def undo_label(self) -> str | None:
        """What can be taken back here: what the notice tells of."""
        return self.notice.offer or None

    def undo(self) -> None:
        """Do what the notice offers to undo."""
        self.notice.answer()
        self.verbs_changed.emit()

    def go_to_search(self) -> None:
        """Go to the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def open_example(self) -> None:
        """Open the example; it is added to the library the first time."""
        self.desk.open_example(self._open)

    def _lay_out(self) -> None:
        self.bar.add_left(label("aiplanner", "strong"))
        self.bar.add_left(self.views)
        self.bar.add_right(self.search)
        self.bar.add_right(button(_("Open a file"), self.file_wanted.emit))
        header = self.header
        header.add_action(self.kinds)
        header.add_action(button(_("New programme"), lambda: self.new_wanted.emit(""), "primary"))
        content = QWidget()
        body = QVBoxLayout(content)
        body.setContentsMargins(AROUND, AROUND, AROUND, AROUND)
        body.setSpacing(BETWEEN)
        body.addWidget(header)
        body.addWidget(self.shelf, 10)
        body.addSpacing(INSIDE)
        body.addWidget(self.places, 10)
        body.addWidget(self.beginnings)
        body.addStretch(1)
        self._content = content
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.bar)
        whole.addWidget(self.banner)
        self._layers = QStackedWidget()
        self._layers.addWidget(_in_the_middle(content))
        whole.addWidget(self._layers, 1)

    def _connect(self) -> None:
        self.views.chosen.connect(self.show_view)
        self.search.sought.connect(lambda _words: self._on_sought())
        self.search.entered.connect(self._to_results)
        self.kinds.chosen.connect(lambda _kind: self.refresh())
        table = self.shelf.table
        table.opened.connect(self._on_row_opened)
        table.edited.connect(self._on_row_edited)
        table.menu_wanted.connect(self._on_menu_wanted)
        table.selectionModel().currentChanged.connect(lambda *_: self.verbs_changed.emit())
        self.model.modelReset.connect(self.verbs_changed)
        self.places.table.chosen.connect(self._on_place_chosen)
        self.beginnings.chosen.connect(self.new_wanted)
        self.beginnings.example_wanted.connect(self.open_example)

    def _ask_for_starters(self) -> None:
        """Only now: their files take longer to read than the list, which comes first."""
        library, self._starters_due = self._services.library, False
        self._services.jobs.start(
            lambda _ticket: _beginnings(library), self.beginnings.show_cards, self.desk.report
        )

    def _on_listed(self, listing: Listing) -> None:
        if self._starters_due:
            self._ask_for_starters()
        table = self.shelf.table
        if table.editing:
            self._late = listing
            return
        self._late = None
        chosen, row = table.chosen(), table.currentIndex().row()
        self.banner.hide()
        self.model.show(listing.programmes)
        self.shelf.show_answer(listing)
        in_bin = listing.question.kind == "bin"
        why = _("Kept here for 30 days after they were deleted.") if in_bin else ""
        self.header.set_words(_("Programmes"), why)
        self.places.show_places(listing.places)
        searching = bool(listing.question.words.strip())
        self.beginnings.setVisible(not searching and listing.question.kind == "all")
        if self.model.rows and not table.currentIndex().isValid():
            there = self.model.row_of(chosen) if chosen else None
            table.choose_row(row if there is None else there)
        if searching:
            announce(self.search, _found_words(listing))

    def _made_actions(self) -> ActionsRoom:
        """Only now: Home is on the screen sooner without it."""
        from aiplanner.ui.pages.home_actions import ActionsRoom  # noqa: PLC0415 - see page_table

        made = ActionsRoom(self._services, self._say, self)
        made.opened.connect(self.opened)
        made.unlisted.connect(self._on_refused)
        made.listed.connect(self.banner.hide)
        made.leave_wanted.connect(lambda: self.show_view(PROGRAMMES))
        made.verbs_changed.connect(self.verbs_changed)
        return made

    def _begin_here(self) -> None:
        actions = self.to_do if self.views.current == ACTIONS else None
        room = self.shelf if actions is None else actions
        room.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, text: str, *, undo: bool = False, back: Do | None = None) -> None:
        del undo  # there is no programme here whose last edit could be meant
        if back is None:
            self.notice.say(text)
        else:
            self.notice.say(text, _("Undo"), back)
        self.verbs_changed.emit()

    def _on_sought(self) -> None:
        """What is searched for is shown among the programmes."""
        self.views.choose(PROGRAMMES)
        self._layers.setCurrentIndex(0)
        self.verbs_changed.emit()
        self.refresh()

    def _on_row_edited(self) -> None:
        if self._late is not None:
            self._on_listed(self._late)

    def _on_refused(self, why: str) -> None:
        self.banner.say(why, do=self.refresh)

    def _to_results(self) -> None:
        table = self.shelf.table if self.model.rows else self.places.table
        table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chosen(self) -> Summary | None:
        return self.model.summary(self.shelf.table.currentIndex())

    def _open(self, programme_id: str) -> None:
        self.opened.emit(programme_id, "")

    def _on_row_opened(self, programme_id: str) -> None:
        summary = self._chosen()
        if summary is not None and summary.shelf is Shelf.BIN:
            self._doings.of(summary)["restore"]()
        else:
            self._open(programme_id)

    def _on_place_chosen(self, place: Place) -> None:
        self.opened.emit(place.hit.programme_id, place.hit.row_id)

    def _on_menu_wanted(self, _programme_id: str, corner: QPoint) -> None:
        summary = self._chosen()
        if summary is not None:
            menu = row_menu(summary.shelf, self._doings.of(summary))
            menu.setParent(self, menu.windowFlags())
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(corner)


def _found_words(listing: Listing) -> str:
    """How much was found, for those who hear it."""
    programmes, places = len(listing.programmes), len(listing.places)
    said = [
        ngettext("{count} programme", "{count} programmes", programmes),
        ngettext("{count} place", "{count} places", places),
    ]
    found = zip(said, (programmes, places), strict=True)
    return ", ".join(text.format(count=count) for text, count in found)


def _beginnings(library: Library) -> tuple[Beginning, ...]:
    """Work for a job, with what has to be imported for it: the window need not wait for that."""
    from aiplanner.ui.models.starters import beginnings  # noqa: PLC0415 - see page_table

    return beginnings(library)


def _in_the_middle(content: QWidget) -> QScrollArea:
    """A page that scrolls when it must and stays readable on a wide screen."""
    content.setMaximumWidth(fonts.scaled(_WIDTH) + 2 * AROUND)
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.addStretch(1)
    row.addWidget(content, 1000)
    row.addStretch(1)
    return scrolling(holder)
