"""The six capabilities, each led on, supported or neither, in one list for keys and mouse."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from aiplanner.app.content import capability_guide
from aiplanner.app.wording import ROLE_NAMES
from aiplanner.domain.cycle import Capability, Role
from aiplanner.i18n import gettext as _
from aiplanner.ui import fonts
from aiplanner.ui.tokens import INSIDE, in_force
from aiplanner.ui.widgets.announcer import announce
from aiplanner.ui.widgets.paint import Easel, badge_size, row_height

Index = QModelIndex | QPersistentModelIndex
Focuses = Mapping[Capability, Role]

_ALL = tuple(Capability)
_NEXT: Mapping[Role | None, Role | None] = {
    None: Role.LEADS,
    Role.LEADS: Role.SUPPORTS,
    Role.SUPPORTS: None,
}
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def role_name(role: Role | None) -> str:
    """How strongly, in words; neither is a word too."""
    return _("neither") if role is None else ROLE_NAMES[role]


class _Model(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.roles: dict[Capability, Role] = {}

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(_ALL)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        capability = _ALL[index.row()]
        name = capability_guide(capability).name
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{name}, {role_name(self.roles.get(capability))}"
        return None

    def put(self, roles: Focuses) -> None:
        self.roles = dict(roles)
        self.dataChanged.emit(self.index(0), self.index(len(_ALL) - 1))


class _Delegate(QStyledItemDelegate):
    """A badge, the name, and how strongly in words."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        words = fonts.font("secondary")
        width = QFontMetrics(words).horizontalAdvance(f"{index.data()}{role_name(Role.SUPPORTS)}")
        return QSize(badge_size("MM")[0] + width + 6 * INSIDE, row_height(("secondary",)) - 4)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, _Model), "the delegate serves this list alone"
        capability = _ALL[index.row()]
        role, tokens = model.roles.get(capability), in_force()
        easel = Easel(painter, tokens)
        if not (option.widget and option.widget.hasFocus()):
            # Without the focus no capability is meant more than another.
            option.state &= ~QStyle.StateFlag.State_Selected
        easel.ground(option, "only")
        rect = option.rect.adjusted(INSIDE, 0, -INSIDE, 0)
        mark = capability_guide(capability).mark
        if role is None:
            easel.text(rect.adjusted(6, 0, 0, 0), mark, tokens.ink2, fonts.font("secondary"))
        else:
            easel.badge(rect, mark, leads=role is Role.LEADS)
        words, font = rect.adjusted(badge_size("MM")[0] + INSIDE, 0, 0, 0), fonts.font("secondary")
        taken = easel.text(words, _word(role), tokens.ink2, font, _RIGHT)
        colour = tokens.ink2 if role is None else tokens.ink
        easel.text(words.adjusted(0, 0, -taken - INSIDE, 0), str(index.data()), colour, font)


class CapabilityChooser(QListView):
    """Space or a click goes on from neither to leads on to supports; `changed` tells what is now.

    Left and right go back and forth, and typing the first letters of a name goes to it.
    """

    changed = Signal(object)
    """A mapping of capabilities to roles, without those that are neither."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _Model(self)
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(self))
        self.setAccessibleName(_("Capabilities"))
        self.setAccessibleDescription(_("Space changes how strongly; arrows walk along the six."))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setTabKeyNavigation(False)
        self.setCurrentIndex(self._model.index(0))
        self.clicked.connect(lambda index: self._turn(_NEXT, index.row()))

    @property
    def roles(self) -> Focuses:
        """The capabilities that are led on or supported."""
        return dict(self._model.roles)

    def show_roles(self, roles: Focuses) -> None:
        """Show without telling."""
        if roles != self._model.roles:
            self._model.put(roles)

    def sizeHint(self) -> QSize:
        """Room for all six."""
        row = self.sizeHintForIndex(self._model.index(0))
        widest = max(self.sizeHintForIndex(self._model.index(n)).width() for n in range(len(_ALL)))
        frame = 2 * self.frameWidth()
        return QSize(widest + frame, row.height() * len(_ALL) + frame)

    def minimumSizeHint(self) -> QSize:
        """As high as all six; names may be cut off."""
        return QSize(fonts.scaled(120), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Change the capability in focus."""
        turns = {Qt.Key.Key_Space: _NEXT, Qt.Key.Key_Right: _NEXT, Qt.Key.Key_Left: _BACK}
        turn = turns.get(Qt.Key(event.key()))
        if turn is None:
            super().keyPressEvent(event)
        else:
            self._turn(turn, self.currentIndex().row())

    def _turn(self, turn: Mapping[Role | None, Role | None], row: int) -> None:
        capability = _ALL[max(row, 0)]
        role = turn[self._model.roles.get(capability)]
        roles = {**self._model.roles}
        roles.pop(capability, None)
        if role is not None:
            roles[capability] = role
        self._model.put(roles)
        announce(self, f"{capability_guide(capability).name}, {role_name(role)}")
        self.changed.emit(self.roles)


_BACK: Mapping[Role | None, Role | None] = {after: before for before, after in _NEXT.items()}


def _word(role: Role | None) -> str:
    return "–" if role is None else ROLE_NAMES[role]
