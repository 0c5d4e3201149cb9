"""The tagger of one canvas: says which part of the structure the marks on the page belong to."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager

from reportlab.pdfbase.pdfdoc import PDFName, PDFObjectReference, PDFPage

from aiplanner.packs.structure import Annotation, Content, Node, StructureTree, Value


class Tagger:
    """Keeps the place in the structure tree and opens and closes marked content on the page.

    `emit` adds an operator to the page; `page_number` says which page that is. Inside an artifact
    (running heads, rules, fills) nothing is tagged: every call is a no-op there.
    """

    def __init__(self, emit: Callable[[str], None], page_number: Callable[[], int]) -> None:
        self.tree = StructureTree()
        self.here = self.tree.root
        self.links: deque[Node] = deque()
        """Link nodes that wait for their annotations, in the order those will be made."""
        self._emit = emit
        self._page_number = page_number
        self._by_key: dict[Hashable, Node] = {}
        self._page_owners: list[Node] = []
        self._annotated = False
        self._silence = 0
        self._open = False

    @property
    def silent(self) -> bool:
        """Whether we are in an artifact or in a figure, where nothing has a tag of its own."""
        return bool(self._silence)

    def knows(self, key: Hashable) -> bool:
        """Whether the element of this key has begun, on this page or an earlier one."""
        return key in self._by_key

    @contextmanager
    def element(self, role: str, key: Hashable = None, **attributes: Value) -> Iterator[Node]:
        """Be inside an element; one with the same key, begun earlier, is continued."""
        if self._silence:
            yield self.here
            return
        before = self.here
        self.enter(role, key, **attributes)
        try:
            yield self.here
        finally:
            self.here = before

    def enter(self, role: str, key: Hashable = None, **attributes: Value) -> None:
        """Step into an element without a `with`, for hooks that come in pairs."""
        if self._silence:
            return
        node = self._by_key.get(key) if key is not None else None
        if node is None:
            node = self.here.child(role, **attributes)
            if key is not None:
                self._by_key[key] = node
        self.here = node

    def leave(self) -> None:
        """Step out of the element entered last."""
        if not self._silence:
            assert self.here.parent is not None, "the document is never left"
            self.here = self.here.parent

    @contextmanager
    def content(self, node: Node | None = None) -> Iterator[None]:
        """What is drawn belongs to the node (by default the element we are in)."""
        if self._silence:
            yield
            return
        assert not self._open, "marked content cannot be nested"
        self._open = True
        self._emit(self.begin(node or self.here))
        yield
        self._emit("EMC")
        self._open = False

    @contextmanager
    def artifact(self, kind: str = "Layout") -> Iterator[None]:
        """What is drawn is no content: kind Pagination (running heads), Layout or Background."""
        self.begin_artifact(kind)
        yield
        self.end_artifact()

    def begin_artifact(self, kind: str = "Layout") -> None:
        """Begin an artifact without a `with`, for hooks that come in pairs."""
        if not self._silence:
            assert not self._open, "an artifact cannot stand inside content"
            self._emit(f"/Artifact <</Type /{kind}>> BDC")
        self._silence += 1

    def end_artifact(self) -> None:
        """End the artifact begun last."""
        self._silence -= 1
        if not self._silence:
            self._emit("EMC")

    @contextmanager
    def whole(self) -> Iterator[None]:
        """All that is drawn belongs to the element we are in, whatever would tag itself."""
        with self.content():
            self._silence += 1
            yield
            self._silence -= 1

    def begin(self, node: Node) -> str:
        """The operator that begins content of the node, for text objects that write their own."""
        self._page_owners.append(node)
        content = Content(self._page_number(), len(self._page_owners) - 1)
        node.place(content)
        return f"/{node.role} <</MCID {content.mcid}>> BDC"

    def annotate(self, node: Node, reference: PDFObjectReference) -> int:
        """Hang an annotation under its node; its structure key."""
        self._annotated = True
        node.place(Annotation(self._page_number(), reference))
        return self.tree.key_for(node)

    def end_page(self, page: PDFPage) -> None:
        """Write into the page dictionary where its contents' owners are found."""
        assert not self._open, "marked content is closed before its page ends"
        assert not self._silence, "artifacts are closed before their page ends"
        if self._page_owners:
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents"]
            page.StructParents = self.tree.key_for(self._page_owners)
        if self._page_owners or self._annotated:  # a page may hold nothing but a field
            page.__NoDefault__ = [*page.__NoDefault__, "Tabs"]
            page.Tabs = PDFName("S")
        self._page_owners, self._annotated = [], False
