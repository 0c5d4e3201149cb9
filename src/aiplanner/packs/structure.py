"""The structure tree of a tagged PDF: its nodes, and how they are written (ISO 32000-1, 14.7)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from reportlab.pdfbase.pdfdoc import (
    PDFDictionary,
    PDFDocument,
    PDFObject,
    PDFObjectReference,
    PDFString,
)

ROOT, PARENT_TREE = "StructTreeRoot", "ParentTree"
_TEXTS = ("Alt", "ActualText", "T", "Lang", "E")
_TABLE_SPANS = ("ColSpan", "RowSpan")

Value = str | int | tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Content:
    """A piece of marked content: its page and its number on that page."""

    page: int
    mcid: int


@dataclass(frozen=True, slots=True)
class Annotation:
    """An annotation (a link) that belongs to a node."""

    page: int
    reference: PDFObjectReference


@dataclass(slots=True, eq=False)
class Node:
    """A structure element. `attributes` are PDF names: Alt, Lang, Scope, ColSpan, BBox ..."""

    role: str
    parent: Node | None = None
    attributes: dict[str, Value] = field(default_factory=dict)
    kids: list[Node | Content | Annotation] = field(default_factory=list)
    page: int | None = None
    name: str = ""

    def child(self, role: str, **attributes: Value) -> Node:
        """A new last child."""
        node = Node(role, self, attributes)
        self.kids.append(node)
        return node

    def place(self, kid: Content | Annotation) -> None:
        """Hang a piece of a page under this node."""
        self.kids.append(kid)
        if self.page is None:
            self.page = kid.page

    def walk(self) -> Iterator[Node]:
        """This node and everything below it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.walk()


@dataclass(slots=True)
class StructureTree:
    """The tree under construction, and the keys by which pages and links find their nodes."""

    root: Node = field(default_factory=lambda: Node("Document"))
    owners: list[Node | list[Node]] = field(default_factory=list)
    """By structure key: the node of an annotation, or the node of each content of a page."""

    def key_for(self, owner: Node | list[Node]) -> int:
        """The structure key of a page's contents or of an annotation."""
        self.owners.append(owner)
        return len(self.owners) - 1

    def write(self, doc: PDFDocument) -> None:
        """Put the tree into the document and say in the catalogue that it is tagged."""
        nodes = list(self.root.walk())
        for number, node in enumerate(nodes):
            node.name = f"SE{number}"
        for node in reversed(nodes):
            if node.page is None:
                node.page = next(
                    (k.page for k in node.kids if isinstance(k, Node) and k.page), None
                )
        for node in nodes:
            doc.Reference(_Written(_Element(node).format), node.name)
        doc.Reference(_Written(self._parent_tree), PARENT_TREE)
        root = _Written(self._root)
        doc.Reference(root, ROOT)
        doc.Catalog.StructTreeRoot = root
        doc.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})

    def _root(self, doc: PDFDocument) -> str:
        return (
            f"<</Type /{ROOT} /K [{_reference(doc, self.root.name)}]"
            f" /ParentTree {_reference(doc, PARENT_TREE)} /ParentTreeNextKey {len(self.owners)}>>"
        )

    def _parent_tree(self, doc: PDFDocument) -> str:
        numbers = "\n".join(f"{key} {_owner(doc, who)}" for key, who in enumerate(self.owners))
        return f"<</Nums [{numbers}]>>"


class _Written(PDFObject):  # type: ignore[misc]  # ReportLab ships no types
    """A PDF object that is written by a function when its references are known."""

    __RefOnly__ = 1

    def __init__(self, write: Callable[[PDFDocument], str]) -> None:
        self._write = write

    def format(self, doc: PDFDocument) -> bytes:
        return self._write(doc).encode("latin-1")


@dataclass(frozen=True, slots=True)
class _Element:
    """Writes one node."""

    node: Node

    def format(self, doc: PDFDocument) -> str:
        node = self.node
        parts = [
            f"/S /{node.role}",
            f"/P {_reference(doc, node.parent.name if node.parent else ROOT)}",
        ]
        if node.page is not None:
            parts.append(f"/Pg {_page(doc, node.page)}")
        if node.kids:
            parts.append(f"/K [{' '.join(self._kid(doc, kid) for kid in node.kids)}]")
        parts += [
            f"/{name} {_text(doc, str(node.attributes[name]))}"
            for name in _TEXTS
            if node.attributes.get(name)
        ]
        if owned := _owned_attributes(node.attributes):
            parts.append(f"/A [{' '.join(owned)}]")
        return f"<<{' '.join(parts)}>>"

    def _kid(self, doc: PDFDocument, kid: Node | Content | Annotation) -> str:
        match kid:
            case Node():
                return _reference(doc, kid.name)
            case Annotation(page, reference):
                target = reference.format(doc).decode("latin-1")
                return f"<</Type /OBJR /Obj {target} /Pg {_page(doc, page)}>>"
            case Content(page, mcid) if page == self.node.page:
                return str(mcid)
            case Content(page, mcid):
                return f"<</Type /MCR /Pg {_page(doc, page)} /MCID {mcid}>>"


def _owned_attributes(attributes: dict[str, Value]) -> list[str]:
    """Attribute objects by owner: Table, Layout, List (ISO 32000-1, 14.8.5)."""
    table = [f"/{name} {attributes[name]}" for name in _TABLE_SPANS if attributes.get(name, 1) != 1]
    if "Scope" in attributes:
        table.append(f"/Scope /{attributes['Scope']}")
    owned = [f"<</O /Table {' '.join(table)}>>"] if table else []
    if isinstance(box := attributes.get("BBox"), tuple):
        owned.append(f"<</O /Layout /BBox [{' '.join(f'{edge:.2f}' for edge in box)}]>>")
    if "ListNumbering" in attributes:
        owned.append(f"<</O /List /ListNumbering /{attributes['ListNumbering']}>>")
    return owned


def _owner(doc: PDFDocument, owner: Node | list[Node]) -> str:
    if isinstance(owner, Node):
        return _reference(doc, owner.name)
    return f"[{' '.join(_reference(doc, node.name) for node in owner)}]"


def _page(doc: PDFDocument, number: int) -> str:
    return _reference(doc, f"Page{number}")


def _reference(doc: PDFDocument, name: str) -> str:
    return str(PDFObjectReference(name).format(doc).decode("latin-1"))


def _text(doc: PDFDocument, text: str) -> str:
    return str(PDFString(text).format(doc).decode("latin-1"))
