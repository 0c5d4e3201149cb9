"""The contents of the guide: all topics in groups, or those that hold the words typed."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from aiplanner.domain.cycle import Phase
from aiplanner.domain.rows import Head
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext
from aiplanner.ui import fonts
from aiplanner.ui.models.guide_list import GuideList
from aiplanner.ui.models.guide_topics import Mention, mentions
from aiplanner.ui.tokens import BETWEEN, ICON, INSIDE, STEP, Tokens, in_force
from aiplanner.ui.widgets.announcer import announce
from aiplanner.ui.widgets.labels import label
from aiplanner.ui.widgets.paint import Easel, badge_size, row_height
from aiplanner.ui.widgets.search_field import SearchField

Index = QModelIndex | QPersistentModelIndex
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class _Delegate(QStyledItemDelegate):
    """Paints the name of a group, or a topic with its icon or badge and the words found in it."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """One line; two where words were found."""
        mention = _list_of(index).mention(index)
        if mention is None:
            return QSize(80, row_height(("secondary",)) + INSIDE)
        return QSize(80, row_height(("body", "secondary") if mention.snippet else ("body",)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, mark and words."""
        easel, listed = Easel(painter, in_force()), _list_of(index)
        mention, rect = listed.mention(index), option.rect.adjusted(BETWEEN - 1, 0, -BETWEEN, 0)
        if mention is None:
            low = rect.adjusted(0, INSIDE, 0, 0)
            font = fonts.font("secondary", strong=True)
            easel.text(low, str(index.data()), easel.tokens.ink2, font)
            return
        easel.ground(option, "only")
        words = rect.adjusted(_paint_mark(easel, rect, mention), 0, 0, 0)
        if mention.snippet:
            easel.two_lines(words, mention.topic.title, mention.snippet)
            return
        beside, small = listed.beside(mention), fonts.font("secondary")
        taken = easel.text(words, beside, easel.tokens.ink2, small, _RIGHT) if beside else 0
        easel.text(
            words.adjusted(0, 0, -taken - (INSIDE if taken else 0), 0),
            mention.topic.title,
            easel.tokens.ink,
            fonts.font("body"),
        )


class _Topics(QListView):
    """The list itself: Enter opens a topic."""

    entered_topic = Signal()
    up_wanted = Signal()
    """Up was pressed on the first topic."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; Up from the first topic goes back to the words typed."""
        listed = self.model()
        assert isinstance(listed, GuideList), "the list shows topics alone"
        if event.key() in _ENTER:
            self.entered_topic.emit()
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= listed.first().row():
            self.up_wanted.emit()
        else:
            super().keyPressEvent(event)


class GuideContents(QWidget):
    """`chosen` tells the key of a topic and the words that were sought ("" when none were)."""

    chosen = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head: Head | None = None
        self._here = self._shown = ""
        self.search = SearchField(_("Search the guide"), _("Search the guide"))
        self.model = GuideList(self)
        self.list = _Topics()
        self.list.setModel(self.model)
        self.list.setItemDelegate(_Delegate(self.list))
        self.list.setAccessibleName(_("Topics of the guide"))
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nothing = label(_("Nothing found. Try fewer words."), "quiet", wrap=True)
        self.nothing.setContentsMargins(BETWEEN, INSIDE, BETWEEN, 0)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(INSIDE)
        field = QVBoxLayout()
        field.setContentsMargins(BETWEEN - STEP, STEP, BETWEEN - STEP, 0)
        field.addWidget(self.search)
        body.addLayout(field)
        body.addWidget(self.nothing)
        body.addWidget(self.list, 1)
        self.search.sought.connect(self._look_up)
        self.list.clicked.connect(self._choose)
        self.list.entered_topic.connect(lambda: self._choose(self.list.currentIndex()))
        self.list.up_wanted.connect(self.search.setFocus)

    def begin(self, head: Head, here: str, shown: str) -> None:
        """Offer everything; `here` is the topic of the page, `shown` the one being read."""
        self._head, self._here, self._shown = head, here, shown
        self.search.clear()
        self._look_up("")
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the field takes the first topic found, Down goes to the list."""
        if event.key() in _ENTER and self.search.text().strip():
            self._choose(self.list.currentIndex())
        elif event.key() in (*_ENTER, Qt.Key.Key_Down) and self.model.first().isValid():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def _look_up(self, words: str) -> None:
        if self._head is None:
            return
        found = mentions(self._head, words)
        sought = bool(words.strip())
        self.model.show(found, self._here, grouped=not sought)
        self.nothing.setVisible(not found)
        self.list.setCurrentIndex(self.model.first() if sought else self.model.place(self._shown))
        if sought:
            said = ngettext("{count} topic", "{count} topics", len(found))
            announce(self.search, said.format(count=len(found)))

    def _choose(self, index: QModelIndex) -> None:
        mention = self.model.mention(index)
        if mention is not None:
            self.chosen.emit(mention.topic.key, self.search.text().strip())


def _list_of(index: Index) -> GuideList:
    model = index.model()
    assert isinstance(model, GuideList), "the delegate serves this list alone"
    return model


def _paint_mark(easel: Easel, rect: QRect, mention: Mention) -> int:
    """The icon or badge of a topic; all titles begin at the same place."""
    topic, room = mention.topic, _mark_room()
    if topic.mark:
        easel.badge(rect, topic.mark, leads=True)
    elif topic.icon:
        easel.icon(rect, topic.icon, _colour(easel.tokens, topic.icon), ICON - 2)
    return room


def _mark_room() -> int:
    return max(badge_size("MM")[0], fonts.scaled(ICON)) + INSIDE


def _colour(tokens: Tokens, icon: str) -> str:
    return tokens.phase(Phase(icon)) if icon in {phase.value for phase in Phase} else tokens.ink2
