"""Give every line of a menu a letter to press, each letter once where there are enough."""

from __future__ import annotations

from collections.abc import Iterator, Sequence


def lettered(texts: Sequence[str]) -> list[str]:
    """The texts with "&" before the letter of each; an "&" that belongs to a text is doubled.

    First letters of first words go before those of later words, and these before any letter.
    """
    letters: dict[int, int] = {}
    taken: set[str] = set()
    for places in (_first, _firsts, _all):
        for n, text in enumerate(texts):
            if n in letters:
                continue
            free = (at for at in places(text) if text[at].casefold() not in taken)
            at = next(free, None)
            if at is not None:
                letters[n] = at
                taken.add(text[at].casefold())
    return [_marked(text, letters.get(n)) for n, text in enumerate(texts)]


def _first(text: str) -> Iterator[int]:
    return iter(list(_firsts(text))[:1])


def _firsts(text: str) -> Iterator[int]:
    return (at for at in _all(text) if at == 0 or not text[at - 1].isalnum())


def _all(text: str) -> Iterator[int]:
    return (at for at, letter in enumerate(text) if letter.isalnum())


def _marked(text: str, at: int | None) -> str:
    if at is None:
        return text.replace("&", "&&")
    return f"{text[:at].replace('&', '&&')}&{text[at:].replace('&', '&&')}"
