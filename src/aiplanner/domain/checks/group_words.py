"""What the words of a running order say of the company people work in: its form, its size."""

from __future__ import annotations

import re

from aiplanner.domain.bank import GroupForm

_WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve")
_NUMBERS = dict(zip(_WORDS, (*range(2, 11), 12), strict=True))
_NUMBER = rf"(?:{'|'.join(_NUMBERS)}|\d{{1,2}})"
_LIST = rf"{_NUMBER}(?:\s*(?:or|to|and|[-–/])\s*{_NUMBER})*"
_PLAIN = re.IGNORECASE | re.ASCII
"""Numbers are in our own letters: without ASCII the Turkish dotless i counts as an i too."""

_MIXED = re.compile(r"\b\d+\s*[x×-]\s*\d+\s*[x×-]|->|→", re.IGNORECASE)
"""Ways that name a chain of forms: "1-2-4-all", "2x2x2", "2 -> 4"."""
_SIZED = re.compile(
    rf"\b(?:groups?|tables?|teams?|circles?)\s+of\s+({_LIST})"
    rf"|\b({_NUMBER}\s+to\s+{_NUMBER})\b(?!\s+(?:small\b|sub|groups|tables|teams|min))",
    _PLAIN,
)
"""Where the words tell a size: "tables of six", "four to eight"."""
_FORMS: tuple[tuple[GroupForm, re.Pattern[str]], ...] = tuple(
    (form, re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE))
    for form, *words in (
        (
            GroupForm.SMALL,
            r"circles? (?:at|in) each [\w ]{0,20}?(?:table|group|team)",
            "two circles",
        ),
        (
            GroupForm.WHOLE,
            r"everyone|everybody|plenary|circle|fishbowl|horseshoe",
            r"all together|all of us|(?:whole|large|full|big) (?:group|room|team|circle)",
        ),
        (
            GroupForm.ALONE,
            r"alone|solo|individual(?:s|ly)?|by (?:yourself|yourselves|themselves)",
            r"on (?:your|their|our|one's|his or her) own",
        ),
        (
            GroupForm.PAIRS,
            r"pairs?|twos|partners?|duos?|one[- ]to[- ]one|1[- ](?:on|to)[- ]1|1:1",
        ),
        (GroupForm.THREES, r"threes|trios?|triads?"),
        (
            GroupForm.SMALL,
            r"fours|fives|sixes|sevens|eights|quartets?",
            r"tables|(?:small|sub)[- ]?groups?|groups|teams",
        ),
    )
)
_STANDING = re.compile(r"\bstanding\b", re.IGNORECASE)
_SIZES = {
    size: re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for size, words in (
        (2, r"pairs?|twos|partners?|duos?"),
        (3, r"threes|trios?|triads?"),
        (4, r"fours|quartets?"),
        (5, "fives"),
        (6, "sixes"),
        (7, "sevens"),
        (8, "eights"),
    )
}
_COUNTED = re.compile(
    rf"\b({_NUMBER})\s+(?:small\s+|sub-?|equal\s+)?(?:groups|tables|teams)\b(?!\s+of)",
    _PLAIN,
)
_MOVING = re.compile(
    r"\b(walk\w*|stand\w*|mov(?:e|es|ing|ement)|danc\w+|sing\w*|stretch\w*|gam(?:e|es)|line up"
    r"|at the wall|gallery|carousel|outside|outdoors|garden|energis\w+|energiz\w+|play\w*"
    r"|act(?:ing)? (?:it )?out|sculpt\w*|build\w*|draw\w*|models?|collages?)\b",
    re.IGNORECASE,
)


def form_of(group: str) -> GroupForm | None:
    """The form that the words of a group name; None where they name none we know.

    More than one form ("on your own, then pairs") is MIXED. A word that we are not sure of
    ("two halves of the room") is no form: better silent than wrong.
    """
    if _MIXED.search(group):
        return GroupForm.MIXED
    found = {_sized_form(found[0]) for found in _SIZED.finditer(group)}
    rest = _SIZED.sub(" ", group)
    for form, words in _FORMS:
        rest, times = words.subn(" ", rest)
        found |= {form} if times else set()
    if len(found) > 1:
        return GroupForm.MIXED
    return found.pop() if found else _standing(group)


def sizes_of(group: str) -> tuple[int, int] | None:
    """Fewest and most people in one group, as the words say ("tables of five or six": 5, 6).

    None where they do not say, or name more than one form.
    """
    if form_of(group) in (None, GroupForm.MIXED):
        return None
    numbers = [number for found in _SIZED.finditer(group) for number in _numbers(found[0])]
    numbers += [size for size, words in _SIZES.items() if words.search(group)]
    return (min(numbers), max(numbers)) if numbers else None


def groups_in(group: str) -> int | None:
    """How many groups there are, as the words say ("six small groups": 6)."""
    found = _COUNTED.search(group)
    return _number(found[1]) if found else None


def is_moving(*texts: str) -> bool:
    """Whether some text speaks of getting up, moving or making."""
    return any(_MOVING.search(text) for text in texts)


def _sized_form(sizes: str) -> GroupForm:
    numbers = set(_numbers(sizes))
    if numbers == {2}:
        return GroupForm.PAIRS
    if numbers <= {2, 3}:
        return GroupForm.THREES
    return GroupForm.SMALL


def _standing(group: str) -> GroupForm | None:
    return GroupForm.WHOLE if _STANDING.search(group) else None


def _numbers(text: str) -> list[int]:
    return [_number(word) for word in re.findall(_NUMBER, text, _PLAIN)]


def _number(word: str) -> int:
    return _NUMBERS.get(word.casefold()) or int(word)
