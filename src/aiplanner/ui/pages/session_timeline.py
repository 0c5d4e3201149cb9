"""The running order as a timeline: in place of the table, with the same choice and verbs."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from aiplanner.app.wording import minutes_text
from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import RowId
from aiplanner.domain.rows import Item
from aiplanner.domain.timeline import Shape
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext
from aiplanner.ui.document import Document
from aiplanner.ui.errors import sentence
from aiplanner.ui.models.running_order import RunningOrderModel
from aiplanner.ui.models.running_order_cells import Column
from aiplanner.ui.models.running_order_lines import Sort, title_of
from aiplanner.ui.models.timeline import TimelineModel
from aiplanner.ui.models.timeline_faces import moment
from aiplanner.ui.models.timeline_moves import Shift, Stretch, Wish, next_length, wished
from aiplanner.ui.pages.session_moves import MoveCommands
from aiplanner.ui.services import Services
from aiplanner.ui.widgets.announcer import announce
from aiplanner.ui.widgets.card import on_card
from aiplanner.ui.widgets.running_order.view import RunningOrderView
from aiplanner.ui.widgets.timeline.pane import TimelinePane
from aiplanner.ui.widgets.timeline.view import TimelineView

VIEWS = ("table", "timeline")
_VIEW, _SIZE = "sessions/view", "sessions/timeline-size"


class SessionTimeline(QObject):
    """Shows table or timeline; what is chosen in one is chosen in the other."""

    turned = Signal(str)
    """Which of `VIEWS` is on show now."""
    add_wanted = Signal()
    """An item is to be added and written."""

    def __init__(
        self,
        document: Document,
        services: Services,
        order: RunningOrderModel,
        table: RunningOrderView,
        moves: MoveCommands,
    ) -> None:
        super().__init__(table)
        self._document, self._services = document, services
        self._order, self._table, self._moves = order, table, moves
        self._following = False
        self._amidst = self._moved = False
        """Whether blocks are coming and going, and whether Qt has moved the choice meanwhile.

        To follow at once could expand a section, and bring blocks in while others come in.
        """
        self.model = TimelineModel(document, self)
        self.view = TimelineView(self.model, self._take)
        self.pane = TimelinePane(self.view)
        self.stack = QStackedWidget()
        """The running order, in whichever view."""
        self._views: dict[str, QWidget] = {"table": on_card(table), "timeline": self.pane}
        for widget in self._views.values():
            self.stack.addWidget(widget)
        self._connect()
        kept = services.settings.word(_SIZE)
        self.view.zoom.size = int(kept) if kept.isdigit() else self.view.zoom.size
        self.show(services.settings.word(_VIEW, "table"))

    @property
    def shown(self) -> str:
        """Which of `VIEWS` is on show."""
        return "timeline" if self.stack.currentWidget() is self.pane else "table"

    def show(self, view: str) -> None:
        """Show one of `VIEWS`, and remember it."""
        timeline = view == "timeline"
        self.finish()
        focused = self._table.has_focus() or self.view.hasFocus()
        self.stack.setCurrentWidget(self._views["timeline" if timeline else "table"])
        # Whoever gives the running order the focus, or begins to write in it, means what is shown.
        self._table.setFocusProxy(self.view if timeline else None)  # type: ignore[arg-type]  # Qt takes none
        self._table.elsewhere = self._begin if timeline else None
        self._services.settings.keep_word(_VIEW, self.shown)
        self._follow()
        self.turned.emit(self.shown)
        if focused:
            self._table.setFocus()

    def turn(self) -> None:
        """Show the other view."""
        self.show("table" if self.shown == "timeline" else "timeline")
        self._table.setFocus()

    def finish(self) -> None:
        """Take what is being typed."""
        self._table.finish()
        self.view.writing.finish()

    def _connect(self) -> None:
        self._order.recounted.connect(self._follow)
        chosen = self._table.selectionModel()
        chosen.selectionChanged.connect(self._on_table_chosen)
        chosen.currentChanged.connect(self._on_table_chosen)
        self.view.chosen.connect(self._on_chosen)
        self.view.wished.connect(self._grant)
        self.view.stretch_wanted.connect(self._stretch)
        self.view.shifted.connect(self._table.shifted)
        self.view.menu_wanted.connect(self._table.menu_wanted)
        self.view.bank_wanted.connect(self._table.bank_wanted)
        self.view.activity_dropped.connect(self._order.activity_dropped)
        self.view.zoomed.connect(self._keep_size)
        self.view.writing.given_up.connect(self._table.given_up)
        self.view.writing.taken.connect(self._on_taken)
        self.pane.empty_wanted.connect(self.add_wanted)

    # Following the table and the plan

    def _follow(self) -> None:
        if self.shown != "timeline":
            return
        self._amidst = True
        self.model.show_session(self._order.session_id, self._order.clock)
        self._amidst = False
        self.view.refresh()
        self.pane.show_state()
        if self._moved:
            self._moved = False
            self._on_chosen()
        self._on_table_chosen()

    def _on_table_chosen(self) -> None:
        """Choose here what is chosen in the table."""
        if self._following or self.shown != "timeline":
            return
        line = self._table.line_in_focus()
        if line is None:
            return
        shapes = (Shape.GAP, Shape.ITEM) if line.sort is Sort.NOTICE else ()
        row = self.model.row_of(line.row, *shapes)
        if row is None:
            return
        more = [self.model.row_of(item) for item in self._table.chosen_items()]
        self._following = True
        self.view.choose(row, [n for n in more if n is not None])
        self._following = False

    def _on_chosen(self) -> None:
        """Choose in the table what is chosen here."""
        if self._amidst:
            self._moved = True
            return
        face = self.view.face_in_focus()
        if self._following or face is None:
            return
        self._following = True
        items = self.view.chosen_items()
        if face.block.shape is Shape.GAP:
            row = self._order.row_of(Sort.NOTICE, face.block.row)
            self._table.choose(row if row is not None else 0)
        elif len(items) > 1:
            self._table.choose_all(items)
        else:
            self._table.choose_id(face.block.row)
        self._following = False

    # Writing

    def _begin(self, row: int, column: Column) -> None:
        """Begin to write a line of the running order here."""
        line = self._order.line(row)
        if line.sort in (Sort.ADD, Sort.ADD_TASK):
            self.add_wanted.emit()
        elif line.item is not None or line.strand is not None:
            self.view.setFocus()
            length = column is Column.MINUTES and line.item is not None
            self.view.begin(line.row, Column.MINUTES if length else Column.WHAT)

    def _take(self, row_id: RowId, column: int, text: str) -> str:
        """Make the edit; why it is refused, or nothing."""
        row = self._order.row_of_id(row_id)
        if row is None:
            return ""
        try:
            self._order.change(self._order.index(row, column), text)
        except PlanError as error:
            return sentence(error)
        return ""

    def _on_taken(self, row_id: str, column: int, before: str) -> None:
        """A title written for the first time is followed by its length."""
        item = self._document.now.rows.get(RowId(row_id))
        fresh = column == Column.WHAT and not before
        if fresh and isinstance(item, Item) and not item.length.timed:
            self.view.begin(item.id, Column.MINUTES)

    # Moving and stretching

    def _grant(self, wish: Wish) -> None:
        """Make the edit that dragging ended in, and say what came of it."""
        try:
            self._document.edit(self._label(wish), lambda now: wished(now, wish))
        except PlanError as error:
            self._services.say(sentence(error))
            return
        if isinstance(wish, Shift):
            self._moves.tell(list(wish.items))
        else:
            self._tell_length(wish.item)

    def _stretch(self, by: int) -> None:
        face = self.view.face_in_focus()
        if face is None or face.block.shape is not Shape.ITEM:
            return
        wish = Stretch(face.block.row, next_length(face.block.minutes, by))
        try:
            self._document.edit(
                self._label(wish), lambda now: wished(now, wish), ("stretch", wish.item)
            )
        except PlanError as error:
            self._services.say(sentence(error))
        else:
            self._tell_length(wish.item)

    def _label(self, wish: Wish) -> str:
        now = self._document.now
        if isinstance(wish, Stretch):
            title = title_of(now.get(wish.item, Item))
            return _("Change the length of {title}").format(title=title)
        if len(wish.items) == 1:
            return _("Move {title}").format(title=title_of(now.get(wish.items[0], Item)))
        words = ngettext("Move {count} item", "Move {count} items", len(wish.items))
        return words.format(count=len(wish.items))

    def _tell_length(self, item_id: RowId) -> None:
        scene = self.model.scene
        face = scene.face(item_id) if scene is not None else None
        if scene is None or face is None:
            return
        said = _("{title}, {length}, ends {clock}").format(
            title=face.title,
            length=minutes_text(face.block.minutes),
            clock=moment(face.block.end, scene.clock),
        )
        announce(self.view, said)

    def _keep_size(self) -> None:
        self._services.settings.keep_word(_SIZE, str(self.view.zoom.size))
