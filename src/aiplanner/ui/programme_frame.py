"""The frame of one programme: the bar, the rail, the page on show, banner and notices."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from aiplanner.domain.cycle import Phase
from aiplanner.domain.ids import RowId
from aiplanner.i18n import gettext as _
from aiplanner.ui.answer_copies import AnswerCopies
from aiplanner.ui.dialogs.conflicts import Conflicts
from aiplanner.ui.document import Document
from aiplanner.ui.finder import Finder
from aiplanner.ui.guide_slot import GuideSlot
from aiplanner.ui.models.found import shown_by
from aiplanner.ui.page import Page
from aiplanner.ui.page_table import PageRow
from aiplanner.ui.rail import Rail
from aiplanner.ui.rail_words import rail_rows
from aiplanner.ui.returned.desk import ReturnedDesk
from aiplanner.ui.room.desk import RoomDesk
from aiplanner.ui.saving import Merged
from aiplanner.ui.saving_banner import SavingBanner
from aiplanner.ui.services import Services
from aiplanner.ui.starter_saving import ask_starter
from aiplanner.ui.stepping import do_again, take_back
from aiplanner.ui.tally.desk import TallyDesk
from aiplanner.ui.widgets.buttons import button
from aiplanner.ui.widgets.labels import ElidedLabel
from aiplanner.ui.widgets.menus import close_popups
from aiplanner.ui.widgets.notice import NoticeBar
from aiplanner.ui.widgets.saved_mark import SavedMark
from aiplanner.ui.widgets.top_bar import TopBar
from aiplanner.ui.widgets.way_back import WayBack


class ProgrammeFrame(QWidget):
    """Pages are made when first turned to; they speak through `say` and turn by `go`."""

    home_wanted = Signal()
    verbs_changed = Signal()
    retitled = Signal()

    def __init__(
        self,
        document: Document,
        services: Services,
        menu: QMenu,
        pages: Sequence[PageRow],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.document = document
        ours = replace(
            services,
            say=self.say,
            go=self.go,
            open_room=self.open_room,
            open_bank=partial(_open_bank, self),
        )
        self.forms = ReturnedDesk(document, ours, self, self._put_aside)
        self.paper = TallyDesk(document, self.forms.offered(ours), self, self._put_aside)
        self._answers = AnswerCopies(document, ours, self)
        self._services = self.paper.offered(self.forms.offered(ours))
        self._rows = {row.rail.key: row for row in pages}
        self._pages: dict[str, Page] = {}
        self.bar = TopBar(menu)
        self.title = ElidedLabel(role="strong")
        self.service = ElidedLabel(role="secondary")
        self.mark = SavedMark()
        self.finder = Finder(document)
        self.rail = Rail([row.rail for row in pages])
        self.stack = QStackedWidget()
        self.guide = GuideSlot(
            self.stack, [info.id for info in services.documents(())], services.settings
        )
        self.banner = SavingBanner(document)
        self.room = RoomDesk(document, self._services, self)
        self._way_back = WayBack(self.undo, self.redo)
        self.guide_button = button(_("Guide"), self.guide.toggle, "quiet", "guide", _("Guide (F1)"))
        self.guide_button.setCheckable(True)
        self._lay_out()
        self.notice = NoticeBar(self.stack)
        self._connect()
        self._on_changed()
        self._on_state_changed()
        self.go(pages[0].rail.key)

    @property
    def page(self) -> Page:
        """The page on show."""
        page = self.stack.currentWidget()
        assert isinstance(page, Page), "the stack holds pages only"
        return page

    def go(self, page: str, row: RowId | None = None, document: str = "", piece: str = "") -> None:
        """Turn to a page (if there is one of that name), at a row, document or activity."""
        if not self.has_page(page):
            return
        if self._pages:
            self.page.leave()
        if page not in self._pages:
            made = self._rows[page].make(self.document, self._services, self.stack)
            made.verbs_changed.connect(self.verbs_changed)
            made.topic_changed.connect(self._on_topic_changed)
            self._pages[page] = made
            self.stack.addWidget(made)
        self.guide.make_way(self._pages[page])
        self.stack.setCurrentWidget(self._pages[page])
        self._carry_notice()
        self.rail.show_page(page)
        self.verbs_changed.emit()
        self._follow_guide(turned=True)
        if row is not None:
            self._pages[page].show_row(row)
        if not self.rail.hasFocus():
            self._pages[page].arrive()
        if document:
            self._pages[page].show_document(document)
        self._pages[page].show_piece(piece)
        focused = self.window().focusWidget()
        if focused is None or not focused.isVisible():  # the page had no place to begin
            self.rail.setFocus()

    def _carry_notice(self) -> None:
        """What can still be undone is told on the next page too; what only told something goes."""
        if self.notice.offer:
            self.notice.raise_()  # a stack lays the page it turns to over everything else
        else:
            self.notice.hide()

    def has_page(self, page: str) -> bool:
        """Whether there is such a page."""
        return page in self._rows

    def show_place(self, row: str) -> None:
        """Turn to the page that shows a row, as far as there is one."""
        shown = shown_by(self.document.now, RowId(row))
        if shown is not None:
            self.go(*shown)

    def say(
        self, text: str, *, undo: bool = False, back: Callable[[], object] | None = None
    ) -> None:
        """Tell what just happened, and offer the way back."""
        way = self.undo if undo else back
        if way is not None:
            self.notice.say(text, _("Undo"), way)
            self.verbs_changed.emit()
        else:
            self.notice.say(text)

    def open_room(self, session: RowId | None = None, *, full: bool = False) -> None:
        """Open the room view of a session, or of the one that the page or the day suggests."""
        shown = self._put_aside()
        self.room.open(session or shown, full=full)

    def _put_aside(self) -> RowId | None:
        """Another window comes: take what is still being typed; the session on show, if any."""
        self.page.leave()
        return self.page.session_shown()

    def verbs(self) -> Mapping[str, Callable[[], object]]:
        """What the window's keys do on the page on show."""
        own: dict[str, Callable[[], object]] = {
            "find": self.finder.go_to,
            "guide": self.guide.summon,
            "room": self.open_room,
            "room_full": partial(self.open_room, full=True),
            **self.paper.verbs(),
            **self.forms.verbs(),
            **self._answers.verbs(),
            "save_starter": lambda: ask_starter(self, self.document.now, self._services),
        }
        return {**own, **self.page.verbs()}

    @property
    def undo_label(self) -> str | None:
        """What undo takes back: what the notice tells of comes before the last edit."""
        return self.notice.offer or self.document.history.undo_label

    def undo(self) -> None:
        """Do what the notice offers to undo; else take the last edit back and tell which."""
        if self.notice.answer():
            return
        take_back(self.document, self.notice.say)

    def redo(self) -> None:
        """Do the last undone edit again and tell which."""
        do_again(self.document, self.notice.say)

    def leave(self) -> None:
        """Take what is still being typed and store everything."""
        self.page.leave()
        self.document.close()

    def shut(self) -> None:
        """End what pages have running; the frame goes for good."""
        self.room.shut()
        self.paper.shut()
        self.forms.shut()
        for page in self._pages.values():
            page.shut()

    def _lay_out(self) -> None:
        home = button(_("Home"), self.home_wanted.emit, icon="back")
        lefts = (home, self.title, self.service)
        rights = (*self._way_back.buttons, self.mark, self.finder, self.guide_button)
        _fill(self.bar, lefts, rights)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addWidget(self.guide, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.bar)
        whole.addWidget(self.banner)
        whole.addWidget(self.room.strip)
        whole.addLayout(middle, 1)

    def _connect(self) -> None:
        self.document.changed.connect(self._on_changed)
        self.document.state_changed.connect(self._on_state_changed)
        self.document.merged.connect(self._on_merged)
        self.rail.turned.connect(self._on_turned)
        self.finder.found.connect(self._on_found)
        self.guide.work_wanted.connect(self._arrive)
        self.guide.toggled.connect(self.guide_button.setChecked)
        self.guide.pane.print_wanted.connect(lambda key: self.go("print", document=key))
        self.guide.pane.address_wanted.connect(partial(_open_address, self.notice))

    def _on_turned(self, page: str) -> None:
        if self._rows and self._pages.get(page) is not self.stack.currentWidget():
            self.go(page)

    def _arrive(self) -> None:
        self.page.arrive()

    def _on_topic_changed(self) -> None:
        if self.sender() is self.page:
            self._follow_guide(turned=False)

    def _follow_guide(self, *, turned: bool) -> None:
        self.guide.pane.follow(self.document.now.head, self.page.guide_topic(), turned=turned)

    def _on_found(self, page: str, row: str) -> None:
        self.go(page, RowId(row))

    def _on_changed(self) -> None:
        head = self.document.now.head
        title = head.title or _("Without a title")
        if (self.title.text(), self.service.text()) != (title, head.service):
            self.title.setText(title)
            self.service.setText(head.service)
            self.retitled.emit()
        self.rail.show_rows(rail_rows(self._rows.values(), self.document.now, self._services.now()))
        if self.stack.count():
            self._follow_guide(turned=False)
        self.notice.hide()

    def _on_state_changed(self) -> None:
        self.mark.show_state(self.document.state)
        self._way_back.show_history(self.document.history)
        self.verbs_changed.emit()

    def _on_merged(self, merged: Merged) -> None:
        if merged.delta:
            close_popups()  # what they offer may be gone by now
        if merged.clashes:
            Conflicts(self, self.document, merged).open()
        elif merged.delta:
            self.notice.say(_("Somebody else's changes to this programme were brought in."))


def _fill(bar: TopBar, lefts: Iterable[QWidget], rights: Iterable[QWidget]) -> None:
    """Put controls at both ends of the bar, in order."""
    for widget in lefts:
        bar.add_left(widget)
    for widget in rights:
        bar.add_right(widget)


def _open_bank(frame: ProgrammeFrame, phase: Phase, row: RowId | None = None) -> None:
    """Turn to Sessions with the bank open at the activities of a phase."""
    frame.go("sessions", row)
    frame.page.open_bank(phase)


def _open_address(notice: NoticeBar, address: str) -> None:
    if not QDesktopServices.openUrl(QUrl(address)):
        said = _("Nothing on this computer opens web pages. The address is {address}")
        notice.say(said.format(address=address))
