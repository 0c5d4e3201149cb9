"""Name cards to cut out: the name large, where they come from below it."""

from __future__ import annotations

from collections.abc import Iterator

from aiplanner.app.paper_words import programme_title
from aiplanner.domain.people import Person
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext
from aiplanner.packs.blocks import Blocks
from aiplanner.packs.cards import GRIDS, CardFace
from aiplanner.packs.people_cards import sheets_of
from aiplanner.packs.setting import Draft, Setting
from aiplanner.packs.styles import CardStyles


def drafts(setting: Setting, blocks: Blocks) -> Iterator[Draft]:
    """One card for everybody, by name; the first card says what the others are."""
    title = _("Name cards")
    people = sorted(setting.programme.people, key=lambda person: person.name.casefold())
    if not people:
        none = blocks.empty(
            _("Nobody is listed yet."),
            _("Write who comes into the list of people, and here is a card for each of them."),
        )
        yield Draft(title, [*blocks.title(title), *none])
        return
    count = ngettext("{count} person", "{count} people", len(people)).format(count=len(people))

    def faces(styles: CardStyles) -> list[CardFace]:
        first = [
            blocks.headed(title, styles.title, title),
            *blocks.styled(programme_title(setting.programme), styles.text),
            *blocks.styled(count, styles.text),
        ]
        return [CardFace(first), *(_face(person, styles, blocks) for person in people)]

    yield Draft(title, sheets_of(faces, GRIDS, blocks))


def _face(person: Person, styles: CardStyles, blocks: Blocks) -> CardFace:
    below = " · ".join(filter(None, (person.organisation, person.job)))
    story = [*blocks.styled(person.name, styles.word), *blocks.styled(below, styles.below)]
    return CardFace(story, centred=True)
