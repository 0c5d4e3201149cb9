"""Put people into groups of nearly one size, in which many voices meet."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from aiplanner.domain.ids import RowId
from aiplanner.domain.lots import Lots
from aiplanner.domain.people import Mix, Person
from aiplanner.domain.programme import Programme

LEAST = 2
"""Nobody sits in a group alone while that can be avoided."""


def sizes_of(people: int, size: int) -> list[int]:
    """How many people each group has when a group holds `size` at most, larger groups first.

    Sizes differ by at most 1. A group is one larger than asked only where somebody would
    otherwise be alone: three people in pairs are one trio.
    """
    return even_sizes(people, -(-people // max(size, LEAST)))


def even_sizes(people: int, count: int) -> list[int]:
    """How many people each of `count` groups has, larger groups first; sizes differ by at most 1.

    There are fewer groups where somebody would otherwise be alone, and none without people.
    """
    count = max(1, min(count, people // LEAST))
    least, more = divmod(people, count)
    return [least + (n < more) for n in range(count)] if people else []


def grouped(
    people: Sequence[Person], sizes: Sequence[int], mix: Mix, seed: int
) -> list[tuple[Person, ...]]:
    """The people in groups of these sizes, the same for the same people and `seed`.

    Sizes come from `sizes_of` or `even_sizes`. No group has two more than another of those who
    share what is mixed; what is not mixed is spread as well, as far as that leaves it free.
    """
    dealt: list[list[Person]] = [[] for _size in sizes]
    for n, person in enumerate(_shuffled(people, mix, seed)):
        # Alike people stand side by side, so dealing them out like cards spreads each kind evenly.
        dealt[n % len(sizes)].append(person)
    return [tuple(group) for group in dealt]


def mixed_by(person: Person, mix: Mix) -> str:
    """What a person is told apart by: "Ward 4 " and "ward 4" are one; empty when unknown."""
    words = {Mix.NONE: "", Mix.ORGANISATION: person.organisation, Mix.JOB: person.job}[mix]
    return " ".join(words.split()).casefold()


def _shuffled(people: Sequence[Person], mix: Mix, seed: int) -> list[Person]:
    """The people by chance, those alike side by side."""
    drawn = list(people)
    Lots(seed).shuffle(drawn)
    other = {Mix.NONE: Mix.NONE, Mix.ORGANISATION: Mix.JOB, Mix.JOB: Mix.ORGANISATION}[mix]
    for kind in (other, mix):  # sorting is stable: the last one sorted by counts most
        place = _first_seen([mixed_by(person, kind) for person in drawn])
        drawn.sort(key=lambda person: place[mixed_by(person, kind)])
    return drawn


def _first_seen(keys: Sequence[Hashable]) -> dict[Hashable, int]:
    """Where each key comes first, which after a shuffle is an order by chance."""
    return {key: n for n, key in reversed(list(enumerate(keys)))}


def sizes_again(before: Sequence[int], people: int, size: int) -> list[int]:
    """Sizes for drawing groups anew that had the sizes `before`, for as many people as now come.

    Where their number was chosen and not how many sit together, their number stays.
    """
    by_size = len(before) == len(sizes_of(sum(before), size))
    return sizes_of(people, size) if by_size or not before else even_sizes(people, len(before))


def comers(programme: Programme, session: RowId | None) -> tuple[Person, ...]:
    """Who is put in groups: those who take part and, where there is a session, come to it."""
    away = frozenset[RowId]() if session is None else programme.absent_from(session)
    return tuple(p for p in programme.people if p.takes_part and p.id not in away)
