"""The structure tree of a tagged PDF: its nodes, and how they are written (ISO 32000-1, 14.7)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial

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
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting += [kid for kid in reversed(node.kids) if isinstance(kid, Node)]


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
        written: dict[str, Callable[[_Names], str]] = {
            **{node.name: partial(_element, node) for node in nodes},
            PARENT_TREE: self._parent_tree,
            ROOT: self._root,
        }
        for name in written:
            doc.Reference(b"", name)  # it has its number now, which others refer to
        names = _Names(doc)
        for name, write in written.items():
            doc.idToObject[name] = write(names).encode("latin-1")
        doc.Catalog.StructTreeRoot = PDFObjectReference(ROOT)
        doc.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})

    def _root(self, names: _Names) -> str:
        return (
            f"<</Type /{ROOT} /K [{names[self.root.name]}]"
            f" /ParentTree {names[PARENT_TREE]} /ParentTreeNextKey {len(self.owners)}>>"
        )

    def _parent_tree(self, names: _Names) -> str:
        numbers = "\n".join(f"{key} {_owner(who, names)}" for key, who in enumerate(self.owners))
        return f"<</Nums [{numbers}]>>"


class _Names(dict[str, str]):
    """How objects are referred to, by their names; each is asked for once, and met thrice."""

    def __init__(self, doc: PDFDocument) -> None:
        super().__init__()
        self._doc = doc

    def __missing__(self, name: str) -> str:
        self[name] = self.written(PDFObjectReference(name))
        return self[name]

    def page(self, number: int) -> str:
        """How a page is referred to, by its number from 1."""
        return self[f"Page{number}"]

    def written(self, thing: PDFObject) -> str:
        """A text or a reference as the file has it."""
        return str(thing.format(self._doc).decode("latin-1"))


def _element(node: Node, names: _Names) -> str:
    parts = [f"/S /{node.role}", f"/P {names[node.parent.name if node.parent else ROOT]}"]
    if node.page is not None:
        parts.append(f"/Pg {names.page(node.page)}")
    if node.kids:
        parts.append(f"/K [{' '.join([_kid(kid, node.page, names) for kid in node.kids])}]")
    if node.attributes:
        parts += _described(node.attributes, names)
    return f"<<{' '.join(parts)}>>"


def _kid(kid: Node | Content | Annotation, here: int | None, names: _Names) -> str:
    match kid:
        case Node():
            return names[kid.name]
        case Content(page, mcid) if page == here:
            return str(mcid)
        case Content(page, mcid):
            return f"<</Type /MCR /Pg {names.page(page)} /MCID {mcid}>>"
        case Annotation(page, reference):
            target = names.written(reference)
            return f"<</Type /OBJR /Obj {target} /Pg {names.page(page)}>>"


def _described(attributes: dict[str, Value], names: _Names) -> list[str]:
    parts = [
        f"/{name} {names.written(PDFString(str(attributes[name])))}"
        for name in _TEXTS
        if attributes.get(name)
    ]
    if owned := _owned_attributes(attributes):
        parts.append(f"/A [{' '.join(owned)}]")
    return parts


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


def _owner(owner: Node | list[Node], names: _Names) -> str:
    if isinstance(owner, Node):
        return names[owner.name]
    return f"[{' '.join([names[node.name] for node in owner])}]"
