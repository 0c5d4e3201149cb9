"""The form for one sort of finding: every field with its name, and what it refuses."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from aiplanner.ui.models.finding_fields import NOTES
from aiplanner.ui.tokens import BETWEEN, STEP
from aiplanner.ui.widgets.findings.fields import Maker
from aiplanner.ui.widgets.inspector_fields import Binding
from aiplanner.ui.widgets.inspector_parts import PartField
from aiplanner.ui.widgets.labels import label


class FindingForm(QWidget):
    """Fields one under the other, for whichever finding is on show."""

    def __init__(self, maker: Maker, specs: Sequence[PartField]) -> None:
        super().__init__()
        self.fields: dict[str, QWidget] = {}
        self._bindings: list[Binding] = []
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(BETWEEN - STEP)
        for spec in specs:
            self._add(maker, spec)

    def refresh(self) -> None:
        """Show the finding that is on now."""
        for binding in self._bindings:
            binding.revert()

    def _add(self, maker: Maker, spec: PartField) -> None:
        refusal = label("", "refusal", wrap=True)
        refusal.hide()
        field, binding = maker.make(spec, refusal)
        field.setProperty("look", "")
        field.setMinimumWidth(40)
        self.fields[spec.field] = field
        self._bindings.append(binding)
        lines = QVBoxLayout()
        lines.setSpacing(STEP - 1)
        if spec.sort != "tick":
            name = label(spec.name, "label")
            name.setBuddy(field)
            lines.addWidget(name)
        lines.addWidget(field)
        lines.addWidget(refusal)
        if spec.field in NOTES:
            lines.addWidget(label(NOTES[spec.field], "secondary", wrap=True))
            field.setAccessibleDescription(NOTES[spec.field])
        self._body.addLayout(lines)
