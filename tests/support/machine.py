"""Play two people who edit one programme in one library, in any order, and watch what must hold."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from aiplanner.app.digest import digest
from aiplanner.app.document import OpenDocument
from aiplanner.app.interchange import delta_from_json, delta_to_json, from_json, to_compact
from aiplanner.app.ports import Library, Save, Stale
from aiplanner.domain.content import StarterFinding
from aiplanner.domain.cycle import Capability, Kind
from aiplanner.domain.delta import Conflict, apply, diff, settle
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.errors import PlanError
from aiplanner.domain.findings import Sort
from aiplanner.domain.integrity import faults
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Head, Item, Session
from aiplanner.domain.schedule import Track, schedule
from tests.support.drawing import NothingThere, one_of
from tests.support.plans import breakout, counted_ids, item, plan, session, step, strand
from tests.support.soundness import mistyped
from tests.support.strategies import programmes
from tests.support.verbs import VERBS

NOW = datetime(2027, 1, 12, 10, 5, tzinfo=UTC)

_GROWING = (
    *("add_session", "add_item", "add_item", "add_part", "add_part", "set_fields", "set_kind"),
    *("add_finding", "add_finding", "link", "link"),
    *("add_person", "add_person", "add_grouping", "add_group", "move_member", "begin_run"),
)
_VERBS = st.sampled_from((*_GROWING, *sorted(VERBS), *_GROWING))
"""Every verb, and those more often that make the programme larger."""
_LETTERS = st.sampled_from("abc ")
_STARTS = programmes(size=3) | st.just(
    plan(
        session(
            "10:00",
            item("Welcome", "10", steps=(step(5, "Names"), step(5, "Hopes"))),
            item("Stories", "2x20", leads=(Capability.EMPOWERING,)),
            breakout(
                "Rooms",
                strand("A", item("Talk", "20"), item("Walk")),
                strand("B", breakout("Corners", strand("North", item("Draw", "15-25")))),
            ),
            item("Lunch", "45", at="12:30", kind=Kind.MEAL),
        ),
        session("14:00", item("Dream", "30")),
        session("", title="Later"),
        found=(
            StarterFinding(Sort.STORY, "The taxi", name="taxi"),
            StarterFinding(Sort.STORY, "The quiet room", name="room"),
            StarterFinding(Sort.THEME, "Asking", name="asking", grown_from=("taxi", "room")),
            StarterFinding(Sort.ACTION, "Ask first", grown_from=("asking",)),
        ),
    )
)
"""Programmes of any shape, and one in which everything has neighbours."""


class TwoPeople(RuleBasedStateMachine):
    """Me, a colleague and the library; every rule is something one of us may do next."""

    def __init__(self, library: Library) -> None:
        super().__init__()
        self.library = library
        self.new_id = counted_ids(1000)

    @initialize(start=_STARTS)
    def open_both(self, start: Programme) -> None:
        self.library.delete(start.id)
        self.library.add(start, digest(start), NOW)
        self.kept = start
        self.me, self.colleague = self._opened(), self._opened()
        self.opened = self.seen = start
        self.alone, self.pending = True, None
        self.sent: Save | None = None

    # ------------------------------------------------------------------------------ editing

    @rule(data=st.data(), verb=_VERBS)
    def edit(self, data: st.DataObject, verb: str) -> None:
        self._edit(self.me, data, verb)

    @rule(data=st.data(), verbs=st.lists(_VERBS, min_size=2, max_size=4))
    def edit_on(self, data: st.DataObject, verbs: list[str]) -> None:
        """People edit more often than they do anything else."""
        for verb in verbs:
            self._edit(self.me, data, verb)

    @rule(data=st.data(), letter=_LETTERS)
    def type_a_letter(self, data: st.DataObject, letter: str) -> None:
        self._type(self.me, data, letter)

    @rule()
    def pause(self) -> None:
        self.me.history.seal()

    @rule()
    def undo(self) -> None:
        before = self.me.now
        try:
            self.me.undo()
        except Conflict:
            assert self.me.now == before
            return
        if self.me.now != before:
            after = self.me.now
            self.me.redo()
            assert self.me.now == before
            self.me.undo()
            assert self.me.now == after

    @rule()
    def redo(self) -> None:
        before = self.me.now
        try:
            self.me.redo()
        except Conflict:
            assert self.me.now == before

    # ------------------------------------------------------------------------------- saving

    @precondition(lambda self: self.sent is None)
    @rule()
    def send(self) -> None:
        """A save goes off; edits may follow before its answer comes."""
        self.sent = self.me.next_save()

    @precondition(lambda self: self.sent is not None)
    @rule()
    def answer(self) -> None:
        assert self.sent is not None
        self._store(self.me, self.sent)
        self.sent = None

    @precondition(lambda self: self.sent is not None)
    @rule()
    def fail(self) -> None:
        """The save did not happen: the disk was full, the network away."""
        self.me.failed()
        self.sent = None

    @precondition(lambda self: self.sent is not None)
    @rule()
    def lose_the_answer(self) -> None:
        """The save happened, and nobody told us."""
        assert self.sent is not None
        if self.sent.base == self.library.load(self.kept.id)[1]:
            self.library.save(self.sent, NOW)
            self.kept = self.sent.after
            self._check_library()
        self.me.failed()
        self.sent = None

    @precondition(lambda self: self.sent is None)
    @rule()
    def save(self) -> None:
        if self._save(self.me):
            assert not self.me.dirty
            assert self.me.now == self.me.stored == self.kept

    @precondition(lambda self: self.sent is None and not self.me.dirty and self._has_history())
    @rule()
    def close_and_reopen(self) -> None:
        self.me = self._opened()
        self.opened, self.alone = self.me.now, True
        assert self.me.history.undo_label is None

    # -------------------------------------------------------------------------- a colleague

    @rule(data=st.data(), verb=_VERBS)
    def colleague_edits(self, data: st.DataObject, verb: str) -> None:
        self._edit(self.colleague, data, verb)

    @rule(data=st.data(), letter=_LETTERS)
    def colleague_types_a_letter(self, data: st.DataObject, letter: str) -> None:
        self._type(self.colleague, data, letter)

    @rule()
    def colleague_saves(self) -> None:
        if self._save(self.colleague):
            assert self.colleague.now == self.kept

    # ---------------------------------------------------------------------- what must hold

    @invariant()
    def everything_fits_together(self) -> None:
        now = self.me.now
        if now is self.seen:
            return
        assert faults(now) == []
        assert mistyped(now) == []
        self._check_change(self.seen, now)
        fresh = Programme(now.id, now.rows)
        assert all(now.children_of(key) == fresh.children_of(key) for key in now.rows)
        assert from_json(to_compact(now)) == now
        for clock in schedule(now):
            _check_law(clock.track)
        self.seen = now

    def teardown(self) -> None:
        if not hasattr(self, "me"):
            return
        if self.sent is not None:
            self.answer()
        self._go_back_and_forth()
        if self._save(self.me):
            assert self.me.now == self.kept
        self.library.delete(self.kept.id)

    # ----------------------------------------------------------------------------- the play

    def _opened(self) -> OpenDocument:
        return OpenDocument(*self.library.load(self.kept.id))

    def _edit(self, document: OpenDocument, data: st.DataObject, verb: str) -> None:
        before = document.now
        try:
            document.edit(verb, lambda p: VERBS[verb](data.draw, p, self.new_id))
        except (PlanError, NothingThere):
            assert document.now is before

    def _type(self, document: OpenDocument, data: st.DataObject, letter: str) -> None:
        row = one_of(data.draw, document.now, Head, Session, Item)
        title, key = (row.title + letter)[-5:], (row.id, "title")
        document.edit("typing", lambda p: set_fields(p, row.id, title=title), merge_key=key)

    def _has_history(self) -> bool:
        return self.me.history.undo_label is not None

    def _save(self, document: OpenDocument) -> bool:
        """Save until all is saved; whether there was anything."""
        dirty = document.dirty
        while (save := document.next_save()) is not None:
            self._store(document, save)
        return dirty

    def _store(self, document: OpenDocument, save: Save) -> None:
        try:
            revision = self.library.save(save, NOW)
        except Stale:
            self._merge(document)
            return
        document.saved(revision)
        self.kept = save.after
        self._check_library()

    def _merge(self, document: OpenDocument) -> None:
        """As the window does it: take theirs under mine, and keep mine where both changed."""
        theirs, revision = self.library.load(self.kept.id)
        mine, base = document.now, document.stored
        try:
            document.adopt(theirs, revision)
        except Conflict:
            settled, clashes = settle(mine, diff(base, theirs))
            assert clashes
            assert faults(settled) == []
            document.adopt_with(settled, theirs, revision)
        if document is self.me:
            self.alone = False

    def _check_library(self) -> None:
        stored, _ = self.library.load(self.kept.id)
        assert stored == self.kept
        assert mistyped(stored) == []

    def _check_change(self, before: Programme, after: Programme) -> None:
        delta = diff(before, after)
        assert apply(before, delta) == after
        assert apply(after, delta.inverted()) == before
        assert delta_from_json(delta_to_json(delta)) == delta

    def _go_back_and_forth(self) -> None:
        """Undo everything, then redo everything: with nobody else about, to the very start."""
        self._as_far_as_it_goes(self.me.redo, lambda: self.me.history.redo_label)
        end = self.me.now
        self._as_far_as_it_goes(self.me.undo, lambda: self.me.history.undo_label)
        assert not self.alone or self.me.now == self.opened
        assert faults(self.me.now) == []
        self._as_far_as_it_goes(self.me.redo, lambda: self.me.history.redo_label)
        assert not self.alone or self.me.now == end
        assert faults(self.me.now) == []

    def _as_far_as_it_goes(self, step: Callable[[], object], label: Callable[[], object]) -> None:
        while label() is not None:
            try:
                step()
            except Conflict:
                assert not self.alone, "there is nobody to be in conflict with"
                return


def _check_law(track: Track) -> None:
    spent = track.totals
    assert spent.work + spent.breaks + spent.gaps - spent.overlaps == track.end - track.start
    for slot in track.slots:
        for inner in slot.tracks:
            _check_law(inner)
