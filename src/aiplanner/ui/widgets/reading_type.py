"""Set passages of the guide in a text document: type, space, badges, hairlines and links."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QUrl
from PySide6.QtGui import (
    QColor,
    QFont,
    QGuiApplication,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextImageFormat,
    QTextLength,
    QTextOption,
)

from aiplanner.ui import fonts
from aiplanner.ui.models.guide_passages import Look, Passage
from aiplanner.ui.tokens import INSIDE, STEP, Tokens
from aiplanner.ui.widgets.paint import badge_picture

_INDENT = 18
"""Pixels by which a list stands in, at 100 % text size."""
_MINUTES, _AFTER = 30, 42
"""Pixels where minutes end, and where what takes them begins."""
_ROLES: Mapping[Look, fonts.Role] = {
    Look.TITLE: "section",
    Look.SMALL: "secondary",
    Look.LABEL: "secondary",
}
_QUIET = frozenset({Look.QUIET, Look.SMALL, Look.LABEL, Look.REST, Look.LED, Look.SUPPORTED})
_Tab = QTextOption.Tab
_Kind = QTextOption.TabType


def set_passages(document: QTextDocument, passages: Sequence[Passage], tokens: Tokens) -> None:
    """Replace all of a document; plain text goes in, so nothing is ever read as markup."""
    document.clear()
    document.setDefaultFont(QGuiApplication.font())
    writer = _Writer(document, tokens)
    for passage in passages:
        writer.write(passage)


class _Writer:
    """Puts passages at the end of a document, one after the other."""

    def __init__(self, document: QTextDocument, tokens: Tokens) -> None:
        self._document, self._tokens = document, tokens
        self._cursor = QTextCursor(document)
        self._number = 0
        """Of the last step; 0 where the last passage was none."""
        self._begun = False
        self._ways: Mapping[Look, Callable[[Passage], None]] = {
            Look.LABEL: self._label,
            Look.ASK: self._ask,
            Look.LINK: self._link,
            Look.POINT: self._item,
            Look.STEP: self._item,
            Look.LED: self._capability,
            Look.SUPPORTED: self._capability,
            Look.ROW: self._row,
            Look.REST: self._row,
        }

    def write(self, passage: Passage) -> None:
        """Add one."""
        self._number = self._number + 1 if passage.look is Look.STEP else 0
        self._ways.get(passage.look, self._paragraph)(passage)

    def _paragraph(self, passage: Passage) -> None:
        self._block(above=STEP if passage.look is Look.SMALL else INSIDE)
        self._lead_and_text(passage)

    def _lead_and_text(self, passage: Passage) -> None:
        if passage.lead:
            strong = self._type(passage, strong=True)
            if passage.target:
                _make_link(strong, passage.target)
            self._cursor.insertText(passage.lead, strong)
        if passage.lead and passage.text:
            # A name stands over what is said of it; the first sentence of a text runs on.
            over = passage.look is not Look.KEY
            self._cursor.insertText("\u2028" if over else " ", self._type(passage))
        self._cursor.insertText(passage.text, self._type(passage))

    def _label(self, passage: Passage) -> None:
        if self._begun:
            self._hairline()
        self._block(above=STEP + 2)
        style = self._type(passage)
        if passage.anchor:
            style.setAnchorNames([passage.anchor])
        self._cursor.insertText(passage.text, style)

    def _item(self, passage: Passage) -> None:
        # The bullet is a character, not a list of Qt's: it is read aloud and copied with its point.
        indent = fonts.scaled(_INDENT)
        self._block(STEP + 2, indent, [_Tab(indent, _Kind.LeftTab)])
        bullet = f"{self._number}." if self._number else "•"
        self._cursor.insertText(f"{bullet}\t", self._type(Passage(Look.QUIET, "")))
        self._lead_and_text(passage)

    def _row(self, passage: Passage) -> None:
        ends, begins = fonts.scaled(_MINUTES), fonts.scaled(_AFTER)
        self._block(STEP // 2, begins, [_Tab(ends, _Kind.RightTab), _Tab(begins, _Kind.LeftTab)])
        self._cursor.insertText(f"\t{passage.mark}\t", self._type(Passage(Look.QUIET, "")))
        self._lead_and_text(passage)

    def _capability(self, passage: Passage) -> None:
        begins = fonts.scaled(_AFTER)
        self._block(STEP, begins, [_Tab(begins, _Kind.LeftTab)])
        self._badge(passage.mark, leads=passage.look is Look.LED)
        self._cursor.insertText(f"\t{passage.lead}  ", self._type(Passage(Look.WORDS, "")))
        self._cursor.insertText(passage.text, self._type(Passage(Look.SMALL, "")))

    def _ask(self, passage: Passage) -> None:
        self._block(above=INSIDE)
        self._badge(passage.mark)
        small = Passage(Look.SMALL, "")
        name = self._type(small)
        _make_link(name, passage.target)
        self._cursor.insertText(" ", self._type(small))
        self._cursor.insertText(passage.lead, name)
        self._cursor.insertText("\u2028" + passage.text, self._type(passage))

    def _link(self, passage: Passage) -> None:
        self._block(above=STEP)
        style = self._type(passage)
        _make_link(style, passage.target)
        self._cursor.insertText(passage.text, style)

    def _hairline(self) -> None:
        self._block(above=INSIDE + STEP)
        block = self._cursor.blockFormat()
        whole = QTextLength(QTextLength.Type.PercentageLength, 100)
        block.setProperty(QTextFormat.Property.BlockTrailingHorizontalRulerWidth, whole)
        block.setBackground(QColor(self._tokens.hairline))
        block.setLineHeight(1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        self._cursor.setBlockFormat(block)

    def _badge(self, mark: str, *, leads: bool = True) -> None:
        picture = badge_picture(mark, self._tokens, leads=leads)
        name = f"badge:{mark}:{leads}:{self._tokens.name}:{picture.width()}"
        kind = QTextDocument.ResourceType.ImageResource.value
        self._document.addResource(kind, QUrl(name), picture)
        image = QTextImageFormat()
        image.setName(name)
        image.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
        self._cursor.insertImage(image)

    def _block(self, above: int, indent: int = 0, tabs: Sequence[QTextOption.Tab] = ()) -> None:
        """Begin a paragraph; its lines after the first stand in by `indent` pixels."""
        style = QTextBlockFormat()
        style.setTopMargin(above if self._begun else 0)
        if indent:
            style.setLeftMargin(indent)
            style.setTextIndent(-indent)
            style.setTabPositions(tabs)
        if self._begun:
            self._cursor.insertBlock(style)
        else:
            self._cursor.setBlockFormat(style)
        self._begun = True

    def _type(self, passage: Passage, *, strong: bool = False) -> QTextCharFormat:
        style = QTextCharFormat()
        role = _ROLES.get(passage.look, "body")
        # By size and weight: a font of its own would not follow the document's.
        style.setFontPointSize(fonts.points(role))
        bold = strong or passage.look is Look.TITLE
        style.setFontWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        quiet = passage.look in _QUIET and not strong
        style.setForeground(QColor(self._tokens.ink2 if quiet else self._tokens.ink))
        return style


def _make_link(style: QTextCharFormat, target: str) -> None:
    style.setAnchor(True)
    style.setAnchorHref(target)
    style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
