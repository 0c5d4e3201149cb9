"""The guide: a text that follows the page on show, and the list of all its texts."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from aiplanner.app.content import phase_label
from aiplanner.domain.cycle import Phase
from aiplanner.domain.rows import Head
from aiplanner.i18n import gettext as _
from aiplanner.ui.models.guide_passages import PRINT
from aiplanner.ui.models.guide_topics import FIRST, passages, topic
from aiplanner.ui.tokens import BETWEEN, INSIDE, STEP
from aiplanner.ui.widgets.announcer import announce
from aiplanner.ui.widgets.buttons import Button, button, icon_button
from aiplanner.ui.widgets.guide_contents import GuideContents
from aiplanner.ui.widgets.labels import label
from aiplanner.ui.widgets.reading import Reading

_PRINTS: dict[str, tuple[str, str]] = {
    "cycle": ("ai-in-one-page", _("Print it on one page")),
    "levels": ("level-ladder", _("Print the ladder")),
    "signposts": ("signposts", _("Print the signposts")),
}
"""Document of a topic, and what the button that leads to it says."""


class GuidePane(QFrame):
    """Follows the page until the user picks a topic; that one stays until the page is turned."""

    closed = Signal()
    left = Signal()
    """Escape was pressed: back to the work."""
    print_wanted = Signal(str)
    """The id of a document to print."""
    address_wanted = Signal(str)
    """A web address that the user pressed."""

    def __init__(self, documents: Collection[str], parent: QWidget | None = None) -> None:
        """`documents` are the ids of what can be printed."""
        super().__init__(parent)
        self._documents = frozenset(documents)
        self._head: Head | None = None
        self._names: tuple[str, ...] = ()
        self._here = self.topic = FIRST
        self._read: list[str] = []
        """The topics read since the page was turned, but for the one on show."""
        self.setProperty("ground", "panel")
        self.setAccessibleName(_("Guide"))
        self.reading = Reading(_("Guide"))
        self.contents = GuideContents()
        self.all_topics: Button = button(_("All topics"), self.open_contents, "link")
        self.back: Button = button("", self.show_here, "link", "back")
        self.print_button: Button = button("", self._print)
        self._stack = QStackedWidget()
        self._lay_out()
        self.contents.chosen.connect(self._on_chosen)
        self.reading.followed.connect(self._on_followed)

    @property
    def choosing(self) -> bool:
        """Whether the list of topics is on show."""
        return self._stack.currentWidget() is self.contents

    def follow(self, head: Head, here: str, *, turned: bool) -> None:
        """Another topic helps now; `turned` when it is another page, which ends a pick."""
        names = tuple(phase_label(head, phase) for phase in Phase)
        renamed, self._names = names != self._names, names
        picked = self.topic != self._here and not turned
        self._head, self._here = head, topic(head, here).key
        wanted = self.topic if picked else self._here
        if turned:
            self._read.clear()
        if self.choosing and not turned:
            return
        if self.isVisible() and (renamed or wanted != self.topic or self.choosing):
            self._show(wanted)
        else:
            self.topic = wanted
            self._show_ways()

    def show_here(self) -> None:
        """Show the topic of the page again."""
        self._read.clear()
        self._show(self._here)
        self.reading.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_contents(self) -> None:
        """Offer all topics."""
        if self._head is None:
            return
        self._stack.setCurrentWidget(self.contents)
        self._show_ways()
        self.contents.begin(self._head, self._here, self.topic)

    def go_back(self) -> None:
        """Show what was read before; the topic of the page when that is all there was."""
        self._show(self._read.pop() if self._read else self._here)
        announce(self.reading, self.reading.accessibleName())

    def take_focus(self) -> None:
        """Put the focus where one reads on."""
        focused = self.contents.search if self.choosing else self.reading
        focused.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """Nothing is set while the pane is out of sight."""
        super().showEvent(event)
        self._show(self.topic)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes from the list to the text, and from the text to the work.

        In the text letters begin a search, Backspace goes back to what was read before.
        """
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif self.choosing:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Backspace:
            self.go_back()
        elif event.text().isalnum():
            self.open_contents()
            self.contents.search.setText(event.text())
        else:
            super().keyPressEvent(event)

    def _leave(self) -> None:
        if self.choosing:
            self._show(self.topic)
            self.take_focus()
        else:
            self.left.emit()

    def _show(self, key: str, sought: str = "") -> None:
        if self._head is None:
            return
        shown = topic(self._head, key)
        self.topic = shown.key
        self._stack.setCurrentWidget(self.reading)
        self.reading.setAccessibleName(_("Guide: {topic}").format(topic=shown.title))
        self.reading.show_passages(passages(self._head, shown.key), sought)
        self._show_ways()

    def _show_ways(self) -> None:
        """Offer what leads on from here, and nothing else."""
        away = self.topic != self._here and not self.choosing
        if away and self._head is not None:
            self.back.setText(topic(self._head, self._here).title)
            tip = _("Back to what belongs to this page")
            self.back.setToolTip(tip)
            self.back.setAccessibleDescription(tip)
        self.back.setVisible(away)
        self.all_topics.setVisible(not self.choosing)
        document, words = self._printed()
        self.print_button.setText(words)
        self.print_button.setVisible(document in self._documents and not self.choosing)

    def _printed(self) -> tuple[str, str]:
        kind, _colon, which = self.topic.partition(":")
        if kind == "capability":
            return f"capability-card-{which}", _("Print this card")
        return _PRINTS.get(self.topic, ("", ""))

    def _print(self) -> None:
        self.print_wanted.emit(self._printed()[0])

    def _on_chosen(self, key: str, sought: str) -> None:
        self._read.append(self.topic)
        self._show(key, sought)
        self.take_focus()
        announce(self.reading, self.reading.accessibleName())

    def _on_followed(self, target: str) -> None:
        if target.startswith(("http://", "https://")):
            self.address_wanted.emit(target)
            return
        if target.startswith(PRINT):
            self.print_wanted.emit(target.removeprefix(PRINT))
            return
        key, _hash, anchor = target.partition("#")
        self._read.append(self.topic)
        self._show(key)
        if anchor:
            self.reading.go_to(anchor)
        announce(self.reading, self.reading.accessibleName())

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(BETWEEN, INSIDE, INSIDE, 0)
        head.setSpacing(INSIDE)
        head.addWidget(label(_("Guide"), "label"))
        head.addWidget(self.all_topics)
        head.addStretch(1)
        head.addWidget(
            icon_button(_("Close the guide"), "close", self.closed.emit, _("Close (F1)"))
        )
        self._stack.addWidget(self.reading)
        self._stack.addWidget(self.contents)
        ways = QVBoxLayout()
        ways.setContentsMargins(BETWEEN - STEP, 0, BETWEEN, 0)
        ways.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        foot = QVBoxLayout()
        foot.setContentsMargins(BETWEEN, INSIDE, BETWEEN, BETWEEN)
        foot.addWidget(self.print_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addLayout(ways)
        whole.addWidget(self._stack, 1)
        whole.addLayout(foot)
