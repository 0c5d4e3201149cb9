"""What the programme says of itself, edited in place at the side of the overview."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from aiplanner.app.content import phase_guide
from aiplanner.app.wording import SCHEME_NAMES
from aiplanner.domain.cycle import Phase, Scheme
from aiplanner.domain.delta import Delta
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.programme import rename
from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.i18n import gettext as _
from aiplanner.ui.binding import Link, row_link
from aiplanner.ui.document import Document
from aiplanner.ui.forms import Form, FormField
from aiplanner.ui.pages.overview_logo import LogoField
from aiplanner.ui.services import Services
from aiplanner.ui.tokens import BETWEEN, STEP
from aiplanner.ui.widgets.labels import label

_FOLLOW_UP = _("Who follows up")


def title_link(programme_id: RowId) -> Link:
    """The link to the title, which may not be empty."""
    return replace(row_link(programme_id, "title", _("Change the title")), write=rename)


def people_link(programme_id: RowId) -> Link:
    """The link to the number of people; empty is unknown."""

    def read(programme: Programme) -> str:
        people = programme.head.people
        return "" if people is None else str(people)

    def write(programme: Programme, typed: str) -> Programme:
        text = typed.strip()
        if text and not (text.isascii() and text.isdigit()):
            raise PlanError("number-unclear", typed=text)
        people = int(text) if text else None
        return set_fields(programme, programme_id, people=people)

    return Link(
        read, write, _("Change the number of people"), ("people", programme_id), at_end=True
    )


def scheme_link(programme_id: RowId) -> Link:
    """The link to the names of the phases."""

    def write(programme: Programme, key: str) -> Programme:
        return set_fields(programme, programme_id, scheme=Scheme(key))

    return Link(lambda p: p.head.scheme.value, write, _("Change the names of the phases"))


def about_fields(key: RowId) -> tuple[FormField, ...]:
    """The form of a programme's head, but for its title and own phase names."""
    return (
        FormField(
            _("Team or service"),
            row_link(key, "service", _("Change the team")),
            _("For example Ward 4"),
        ),
        FormField(
            _("Purpose"),
            row_link(key, "purpose", _("Change the purpose")),
            _("Why this inquiry, in a sentence or two"),
            lines=3,
        ),
        FormField(
            _("What people leave with"),
            row_link(key, "outcomes", _("Change the outcomes")),
            _("One a line"),
            lines=2,
        ),
        FormField(_("Who takes part"), row_link(key, "audience", _("Change who takes part"))),
        FormField(_("How many people"), people_link(key)),
        FormField(
            _FOLLOW_UP,
            row_link(key, "follow_up", _("Change who follows up")),
            _("Who asks again when the sessions are over"),
        ),
        FormField(_("Organisation"), row_link(key, "organisation", _("Change the organisation"))),
        FormField(
            _("Contact, printed on the cover"),
            row_link(key, "contact", _("Change the contact")),
            _("Whom to ask for another format"),
        ),
        FormField(
            _("Names of the phases"),
            scheme_link(key),
            answers=tuple((scheme.value, SCHEME_NAMES[scheme]) for scheme in Scheme),
        ),
    )


def own_label_fields(key: RowId) -> tuple[FormField, ...]:
    """A field for the own name of each phase; the usual name is its hint."""
    return tuple(
        FormField(
            usual := phase_guide(phase).labels[Scheme.FIVE_D],
            row_link(key, f"{phase.value}_label", _("Change the name of a phase")),
            usual,
        )
        for phase in Phase
    )


def formats_field(key: RowId) -> FormField:
    """How else people can have what is printed; empty: our own sentence names the contact."""
    return FormField(
        _("In another format or language"),
        row_link(key, "other_formats", _("Change how else it can be had")),
        _("Printed as it stands, for example: Ask Morag for Braille, audio or Polish."),
    )


class About(QWidget):
    """The form, own names when they are wanted, the logo, and private notes."""

    def __init__(
        self, document: Document, services: Services, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        key = document.now.id
        notes = FormField(
            _("Private notes, never printed for participants"),
            row_link(key, "notes", _("Change the notes")),
            lines=3,
        )
        self._own = Form(own_label_fields(key), document)
        body = QVBoxLayout(self)
        body.setContentsMargins(BETWEEN + 2, BETWEEN + STEP, BETWEEN + 2, BETWEEN)
        body.setSpacing(BETWEEN - STEP)
        body.addWidget(label(_("About this programme"), "section"))
        fields = Form(about_fields(key), document)
        self.follow_up = fields.rows[_FOLLOW_UP]
        """Where it stands who follows up."""
        body.addWidget(fields)
        body.addWidget(self._own)
        self.logo = LogoField(document, services)
        body.addWidget(self.logo)
        body.addWidget(Form((formats_field(key),), document))
        body.addWidget(Form((notes,), document))
        body.addStretch(1)
        document.changed.connect(self._on_changed)
        self._on_changed()

    def _on_changed(self, _delta: Delta | None = None) -> None:
        self._own.setVisible(self._document.now.head.scheme is Scheme.OWN)
