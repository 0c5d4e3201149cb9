"""The worst programme that a library may hold: very long, very many, every script, and nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from itertools import cycle, islice
from pathlib import Path

from aiplanner.app.pictures import Picture, picture_of
from aiplanner.domain.cycle import Capability, Kind, Level, Part, Per, Phase, State
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.findings import (
    ROW_OF,
    Action,
    CheckOut,
    Dream,
    Link,
    LogicNote,
    LogicPart,
    Question,
    QuestionPart,
    Review,
    Soar,
    SoarPart,
    Story,
    TaskGroup,
    Theme,
)
from aiplanner.domain.ids import RowId, derived_id
from aiplanner.domain.on_the_day import Run
from aiplanner.domain.people import Absence, Group, Grouping, GroupingKind, Member, Person
from aiplanner.domain.photos import Photo
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Head, Item, Material, Row, Sheet, Step, Strand
from aiplanner.domain.self_rating import Moment, Score, SelfRating
from tests.support.builder import Builder
from tests.support.pictures import png

ITEMS, STRANDS, PEOPLE, EACH = 300, 40, 60, 12
LONG_WORD = "Weiterentwicklungsmöglichkeiten" * 13
"""Four hundred letters without a place to break."""
LONG_TEXT = " ".join(f"word{n}" for n in range(1, 6001))
"""Six thousand words in one cell."""
SCRIPTS = (
    "Łódź, Kraków",
    "Fàilte gu Ward 4",
    "Ελληνική ιστορία",
    "Привіт, Олено",
    "أمل وليد",
    "שלום רב",
    "हिन्दी कहानी",
    "বাংলা গল্প",
    "தமிழ் கதை",
    "ਪੰਜਾਬੀ ਕਹਾਣੀ",
    "ગુજરાતી વાર્તા",
    "漢字と仮名",
    "Family 👩\u200d👩\u200d👧\u200d👦 and ☕",
    "e\u0301tude, decomposed",
)
CODE_LIKE = (
    "<b>bold</b> and </p>",
    "R&D &amp; &lt;",
    "<img src='/etc/passwd'>",
    "{{mustache}} {title} {0}",
    "%s %(name)d 100 %",
    "turned \u202eround\u202c here",
    "zero\u200bwidth\u00a0and\ttab",
    "=SUM(A1:A9)",
    "__class__ \\n \\x00",
    "<a href='javascript:1'>link</a>",
)
LOGO: Picture = picture_of(png(120, 40, (20, 60, 160)), "logo.png")
WALLS = tuple(
    picture_of(png(width, height, (90, 160, 90)), "wall.png")
    for width, height in ((1200, 90), (60, 900), (5, 4))
)


def worst_programme() -> Programme:
    """Three hundred items, forty strands, a cell of six thousand words, rings of findings."""
    titles = cycle((*CODE_LIKE, *SCRIPTS))
    build = Builder(
        Head(
            RowId("d" * 32),
            title=f"Home & {LONG_WORD}",
            service="Ward <4>",
            organisation=SCRIPTS[4],
            contact=f"Олена, {LONG_WORD}@example.org",
            purpose="\n".join(SCRIPTS),
            outcomes="\n".join(CODE_LIKE),
            audience=", ".join(SCRIPTS[:6]),
            people=PEOPLE,
        )
    )
    sessions = [
        build.session(
            f"{next(titles)} {n}",
            purpose=LONG_WORD,
            day=date(2027, 1 + n, 12),
            start=time(9),
            planned=180,
            venue=next(titles),
            audience=next(titles),
        )
        for n in range(3)
    ]
    _items(build, sessions, titles)
    _findings(build, sessions, titles)
    _people(build, sessions, titles)
    _beside(build, sessions, titles)
    return _described(build.programme())


def bare_programme() -> Programme:
    """Everything empty: a session without anything, an item, a finding of each sort, a person."""
    build = Builder(Head(RowId("c" * 32)))
    session = build.session("")
    item = build.item(session, "")
    build.part(Step, item)
    build.part(Material, item)
    build.part(Sheet, item)
    breakout = build.item(session, "", kind=Kind.BREAKOUT)
    build.part(Strand, breakout)
    build.session("")
    for made in ROW_OF.values():
        build.finding(made, "")
    build.placed(Person)
    grouping = build.placed(Grouping)
    build.placed(Group, grouping_id=grouping)
    build.placed(Grouping, kind=GroupingKind.PAIRS)
    build.placed(SelfRating)
    build.placed(Photo, picture="0" * 64)
    return build.programme()


def lay_out_pictures(folder: Path) -> str:
    """Put the pictures of the worst programme where a pack finds them; the folder."""
    for picture in (LOGO, *WALLS):
        (folder / picture.key).write_bytes(picture.data)
    return str(folder)


def _described(programme: Programme) -> Programme:
    """With what the head tells of the cycle."""
    return set_fields(
        programme,
        programme.id,
        issue="<b>Why</b> now?",
        sponsor=SCRIPTS[5],
        boundary="\n".join(CODE_LIKE[:3]),
        follow_up=LONG_WORD,
        interview_opening="Thank you & welcome.\n" + "\n".join(SCRIPTS),
        interview_minutes=45,
        future_day=date(2030, 1, 1),
        future="\n".join((*CODE_LIKE, *SCRIPTS)),
        notes="Nobody else reads this.",
        logo=LOGO.key,
        logo_words="Two hills <and> a boat & \u202enothing\u202c else",
        other_formats=f"Ask Олена for Braille: {LONG_WORD}",
    )


def _items(build: Builder, sessions: list[RowId], titles: Iterator[str]) -> None:
    """A hundred a session: in the first two in each strand, in the others one under the other."""
    first = build.item(sessions[0], f"{next(titles)} at the start", "5", part=Part.OPENING)
    for material, per in zip(islice(titles, 4), Per, strict=True):
        build.part(Material, first, material, 3, per, spare=True)
    breakout = build.item(sessions[0], LONG_WORD, kind=Kind.BREAKOUT, phase=Phase.DREAM)
    for number in range(STRANDS):
        strand = build.part(
            Strand, breakout, f"{next(titles)} {number}", next(titles), next(titles)
        )
        build.item(strand, f"{next(titles)} a{number}", "10-20", phase=Phase.DREAM)
        build.item(strand, f"{next(titles)} b{number}", "5", state=_state(number))
    placed = len([row for row in build.rows if isinstance(row, Item)])
    for number in range(placed, ITEMS):
        parent = sessions[0] if number < 100 else sessions[1 + number % 2]
        _item(build, parent, number, f"{next(titles)} {number}")
    told = build.item(sessions[2], "The longest cell", "30", why=LONG_TEXT)
    build.part(Step, told, LONG_WORD, 5)


def _state(number: int) -> State:
    return (State.PLANNED, State.PARKED, State.SKIPPED)[number % 11 % 3]


def _item(build: Builder, parent: RowId, number: int, title: str) -> None:
    kinds = [kind for kind in Kind if kind is not Kind.BREAKOUT]
    kind = kinds[number % len(kinds)] if number % 5 == 0 else Kind.ACTIVITY
    item = build.item(
        parent,
        title,
        ("", "5", "3x4", "10-15")[number % 4],
        kind=kind,
        phase=list(Phase)[number % 5],
        level=list(Level)[number % len(Level)],
        state=_state(number),
        pin=time(10 + number % 8) if number % 9 == 0 else None,
        group=title,
        lead=title,
        why=title,
        notes="Nobody else reads this.",
        due=date(2027, 3, 1) if kind is Kind.TASK else None,
    )
    build.focus(item, list(Capability)[number % 6], supports=(list(Capability)[(number + 1) % 6],))
    if number % 10 == 0:
        build.part(Step, item, f"Step of {title}", 5)
        build.part(Step, item, "", is_break=True)
        build.part(Material, item, f"Pens & {title}", 1, Per.TABLE, spare=True)
        build.part(Sheet, item, f"Sheet <{number}>", handout="story-sheet" * (number % 20 == 0))


def _findings(build: Builder, sessions: list[RowId], titles: Iterator[str]) -> None:
    """Twelve of each sort, each tied to the next, the last to the first: rings within rings."""
    made: list[RowId] = []
    for kind in ROW_OF.values():
        for number in range(EACH):
            text = next(titles) if number else LONG_WORD
            made.append(build.finding(kind, f"{text} {number}", **_told(kind, number, text)))
        build.rows += [
            Link(derived_id(one, other), one, other)
            for one, other in zip(made[-EACH:], [*made[-EACH + 1 :], made[-EACH]], strict=True)
        ]
    for one, other in zip(made, made[EACH:], strict=False):
        build.rows.append(Link(derived_id(one, other), one, other))
    build.finding(Story, "The longest story", happened=LONG_TEXT, shared=True)
    build.finding(CheckOut, "Tired", teller=next(titles), session_id=sessions[1])


_SORTS = {Question: QuestionPart, Soar: SoarPart, LogicNote: LogicPart}


def _told(kind: type[Row], number: int, text: str) -> dict[str, object]:
    """Beside its text, what a finding of that kind says."""
    sorts = _SORTS.get(kind)
    if sorts is not None:
        field = "part" if kind is Question else "kind"
        return {field: list(sorts)[number % len(sorts)]}
    told: dict[type[Row], dict[str, object]] = {
        Story: {"happened": text, "quote": text, "teller": text, "shared": number % 3 > 0},
        Theme: {"votes": 999_999, "core": number % 2 == 0, "keep": True},
        Dream: {"horizon": text},
        Action: {"person": text, "due": date(2027, 3, 1), "first_step": text, "measure": text},
        Review: {"due": date(2027, 4, 1), "learned": text if number % 2 else ""},
        TaskGroup: {"purpose": text, "lead": text, "members": "\n".join(SCRIPTS)},
    }
    return told.get(kind, {})


def _people(build: Builder, sessions: list[RowId], titles: Iterator[str]) -> None:
    """Sixty people, five sets of groups, and three rounds of pairs."""
    people = [
        build.placed(
            Person,
            name=f"{next(titles)} {number}" if number else LONG_WORD,
            organisation=next(titles),
            job=next(titles),
            core_team=number % 7 == 0,
            facilitates=number % 20 == 0,
            contact=f"{next(titles)}@example.org",
            access="Needs a ramp" if number % 9 == 0 else "",
        )
        for number in range(PEOPLE)
    ]
    build.tied(Absence, sessions[0], people[3])
    for number in range(5):
        grouping = build.placed(
            Grouping, title=f"{next(titles)} {number}", session_id=sessions[number % 3], size=12
        )
        for place in range(0, PEOPLE, 12):
            _group(build, grouping, people[place : place + 12], title=next(titles))
    pairs = build.placed(Grouping, kind=GroupingKind.PAIRS, size=2, session_id=sessions[2])
    for turn in range(1, 4):
        turned = people[turn:] + people[:turn]
        for place in range(0, PEOPLE, 2):
            _group(build, pairs, turned[place : place + 2], round=turn)


def _group(build: Builder, grouping: RowId, people: list[RowId], **fields: object) -> None:
    group = build.placed(Group, grouping_id=grouping, **fields)
    for place, person in enumerate(people, 1):
        build.tied(Member, group, person, position=1024 * place)


def _beside(build: Builder, sessions: list[RowId], titles: Iterator[str]) -> None:
    """Photos of odd shapes, self-ratings enough for a profile, and a first session held."""
    for picture, session in zip(WALLS, sessions, strict=True):
        build.placed(
            Photo, picture=picture.key, caption=next(titles), session_id=session, width=4, height=3
        )
    for moment in Moment:
        for number in range(EACH):
            score = list(Score)[number % len(Score)]
            scores = {capability.value.replace("-", "_"): score for capability in Capability}
            code = f"R{number}"
            build.placed(SelfRating, code=code, moment=moment, reflection=LONG_WORD, **scores)
    began = datetime(2027, 1, 12, 9, 2, tzinfo=UTC)
    build.tied(Run, sessions[0], began, ended=began.replace(hour=13))
