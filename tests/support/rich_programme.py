"""A programme that holds one of everything that a document has to print."""

from __future__ import annotations

from datetime import date, time

from aiplanner.domain.cycle import Capability, Kind, Level, Part, Per, Phase, State
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.findings import (
    Action,
    CheckOut,
    Dream,
    DreamKind,
    Element,
    LogicNote,
    Progress,
    Promise,
    PromiseKind,
    Question,
    QuestionPart,
    Review,
    Soar,
    Statement,
    Story,
    TaskGroup,
    Theme,
    Topic,
)
from aiplanner.domain.ids import RowId
from aiplanner.domain.on_the_day import Run, Timing
from aiplanner.domain.people import Grouping, Person
from aiplanner.domain.photos import Photo
from aiplanner.domain.programme import Programme, empty_programme
from aiplanner.domain.rows import (
    Dismissal,
    Head,
    Material,
    Sheet,
    Step,
    Strand,
)
from aiplanner.domain.self_rating import SelfRating
from tests.support.builder import Builder
from tests.support.rich_cycle import (
    HEAD_OF_VERSION_4,
    HEAD_OF_VERSION_5,
    add_answers,
    add_cycle,
)
from tests.support.rich_people import add_notes, add_people

SECRET = "Seat the consultants apart"
"""Stands in every private note; it must never reach a participant."""

UNSHARED = "The night the lift stood still"
"""Stands in every text of the story whose teller has not agreed; it must never reach paper."""


def rich_programme() -> Programme:
    """Three sessions with strands, pins, gaps, overlaps, ranges, turns, parked items and tasks."""
    build = Builder(
        Head(
            RowId("f" * 32),
            title="Home as it should be",
            service="Ward 4, going home well",
            organisation="Lomond Health and Care",
            purpose="People go home well and on time, because we know what makes that happen.",
            outcomes="Stories of going home at its best\nThree statements we stand behind\n"
            "A first step for each of us within 14 days",
            contact="the improvement team on 01234 567890",
            audience="nurses, carers, porters, families",
            people=16,
            issue="People wait for hours on the day they go home.",
            sponsor="the service manager",
            boundary="From the morning round to the front door.\nNot: transport by others.",
            follow_up="Morag",
            notes=f"{SECRET}: the whole programme",
        )
    )
    _first(build)
    _second(build)
    build.session("")
    _findings(build)
    add_people(build, SECRET)
    add_notes(build)
    add_cycle(build, SECRET)
    add_answers(build, SECRET)
    programme = build.programme()
    return set_fields(programme, programme.id, **HEAD_OF_VERSION_4, **HEAD_OF_VERSION_5)


def rich_programme_of_version_4() -> Programme:
    """As much of it as the fourth version of files and libraries could hold."""
    programme = rich_programme()
    bare = programme.drop([answer.id for answer in programme.answers])
    return set_fields(bare, bare.id, **dict.fromkeys(HEAD_OF_VERSION_5, ""))


def rich_programme_of_version_3() -> Programme:
    """As much of it as the third version of files and libraries could hold."""
    programme = rich_programme_of_version_4()
    later = (Soar, Element, TaskGroup, CheckOut, LogicNote, Photo, SelfRating)
    gone = [row.id for row in programme.rows.values() if isinstance(row, later)]
    gone += [programme.dreams[-1].id, programme.actions[-1].id]
    bare = programme.drop(gone)
    return set_fields(
        bare,
        bare.id,
        interview_opening="",
        interview_minutes=None,
        future_day=None,
        future="",
    )


def rich_programme_of_version_2() -> Programme:
    """As much of it as the second version of files and libraries could hold."""
    programme = rich_programme_of_version_3()
    later = (Person, Dismissal, Grouping, Run, Timing)
    return programme.drop([row.id for row in programme.rows.values() if isinstance(row, later)])


def rich_programme_of_version_1() -> Programme:
    """As much of it as the first version of files and libraries could hold."""
    programme = rich_programme_of_version_2()
    later = dict.fromkeys(("issue", "sponsor", "boundary", "follow_up"), "")
    bare = programme.drop([finding.id for finding in programme.findings()])
    return set_fields(bare, bare.id, **later)


def blank_programme() -> Programme:
    """A programme that holds nothing yet."""
    return empty_programme(RowId("e" * 32))


def _interviews(build: Builder, session: RowId) -> None:
    interviews = build.item(
        session,
        "Paired appreciative interviews",
        "40",
        phase=Phase.DISCOVER,
        level=Level.PERSONAL,
        group="pairs",
        lead="Morag",
        why="Real moments, told in full, are what the dream is built from.",
        short="15 minutes each way",
        short_minutes=30,
        outputs="Notes of two stories\nA quote",
        notes=f"{SECRET} when they pair",
    )
    build.focus(interviews, Capability.SELF_LEADERSHIP, supports=(Capability.COLLABORATING,))
    build.part(Step, interviews, "Pair with the person you know least.")
    build.part(Step, interviews, "One asks, the other tells. Listen, note, probe.", 20)
    build.part(Step, interviews, "", 5, is_break=True)
    build.part(Step, interviews, "Swap.", 15)
    build.part(Material, interviews, "Pens", 1, Per.PERSON, spare=True)
    build.part(Material, interviews, "Interview chairs", 2, Per.PAIR)
    build.part(Sheet, interviews, "Interview guide")
    build.part(Sheet, interviews, "Tips for interviewers")


def _first(build: Builder) -> None:
    session = build.session(
        "Best of what is",
        purpose="Find out what gives life here when it is at its best.",
        day=date(2027, 1, 12),
        start=time(10),
        planned=120,
        venue="Seminar room, Level 2",
        notes=f"{SECRET} in the first session",
    )
    welcome = build.item(
        session, "Welcome and why we are here", "5", phase=Phase.DEFINE, part=Part.OPENING
    )
    build.focus(welcome, Capability.MOTIVATING)
    build.part(Material, welcome, "Flipchart", 1)
    _interviews(build, session)
    themes = build.item(
        session, "Retell and find themes", "15", phase=Phase.DISCOVER, group="fours"
    )
    build.focus(themes, Capability.COLLABORATING, supports=(Capability.MOTIVATING,))
    build.part(Material, themes, "pens", 1, Per.PERSON)
    build.part(Material, themes, "Sticky notes", 1, Per.TABLE)
    build.item(session, "", "15", kind=Kind.BREAK, room="Day room")
    _future(build, session)


def _future(build: Builder, session: RowId) -> None:
    build.item(session, "Two views of the future", kind=Kind.SECTION)
    breakout = build.item(session, "Two groups", kind=Kind.BREAKOUT, phase=Phase.DREAM)
    left = build.part(Strand, breakout, "Strand A", "Seminar room", "Morag")
    headline = build.item(left, "Headline from the future", "30", phase=Phase.DREAM)
    build.focus(headline, Capability.VISION, supports=(Capability.CREATIVITY,))
    right = build.part(Strand, breakout, "Strand B", "Day room", "Iain")
    build.item(right, "Three wishes", "10-20", phase=Phase.DREAM, audience="families")
    build.item(right, "Draw the first wish", "10", phase=Phase.DREAM, room="Garden")
    build.item(session, "Teams report back", "6x3", phase=Phase.DREAM, group="plenary")
    checkout = build.item(
        session, "Check-out", "10", pin=time(12, 15), part=Part.CLOSING, group="circle"
    )
    build.focus(checkout, Capability.EMPOWERING)
    build.part(Sheet, checkout, "Check-out sheet", number="1.7")
    build.item(session, "Energiser: the ward song", "5", state=State.PARKED)
    build.item(session, "Reading the annual report", "20", state=State.SKIPPED)
    build.item(
        session,
        "Collect one story from a patient",
        kind=Kind.TASK,
        due=date(2027, 1, 26),
        lead="everybody",
        why="More voices than ours.",
    )


def _second(build: Builder) -> None:
    session = build.session(
        "What should be & how",
        day=date(2027, 2, 9),
        start=time(13, 30),
        planned=150,
        venue="Village hall <upstairs>",
        people=12,
        audience="core team",
    )
    build.item(session, "Arrival and coffee", "15", kind=Kind.ARRIVAL)
    build.item(session, "What we heard since", "", phase=Phase.DISCOVER)
    build.item(session, "Open conversation", "", phase=Phase.DREAM)
    design = build.item(
        session, "Possibility statements", "45", pin=time(14, 30), phase=Phase.DESIGN
    )
    build.focus(design, Capability.CREATIVITY, Capability.EMPOWERING)
    build.item(session, "Gallery walk", "20", pin=time(15, 10), phase=Phase.DESIGN)
    promises = build.item(session, "Promises", "30", phase=Phase.DELIVER, level=Level.SYSTEM)
    build.focus(promises, Capability.EMPOWERING, supports=(Capability.SELF_LEADERSHIP,))
    build.item(session, "Close", "10", part=Part.CLOSING)


def _findings(build: Builder) -> None:
    """From a topic to a review, each with everything it can say, and the thread between them."""
    topic = build.finding(
        Topic, "Going home as if it were the best part of the stay", problem="Late discharge"
    )
    question = build.finding(
        Question,
        "Tell me about a time when somebody went home really well.",
        topic,
        part=QuestionPart.MAIN,
        lead_in="We have all seen it.\nTake your time.",
        probes="Who was there?\nWhat did you do?",
    )
    build.finding(Question, "If you had three wishes?", topic, part=QuestionPart.WISH)
    story = build.finding(
        Story,
        "The taxi at noon",
        question,
        happened="The porter asked at nine what was still missing.",
        made_possible="Everybody knew the plan.",
        quote="Somebody asked me first & waited",
        gathered="paired interview",
        teller="S1",
        shared=True,
    )
    secret = dict.fromkeys(("happened", "made_possible", "quote", "gathered", "teller"), UNSHARED)
    untold = build.finding(Story, UNSHARED, question, **secret)
    theme = build.finding(
        Theme, "Somebody asks early", story, untold, votes=7, core=True, keep=True
    )
    dream = build.finding(
        Dream, "Home by noon", theme, kind=DreamKind.STATEMENT, horizon="in two years"
    )
    statement = build.finding(
        Statement, "We ask at nine what is still missing.", dream, element="people"
    )
    _agreed(build, statement)


def _agreed(build: Builder, statement: RowId) -> None:
    when = date(2027, 3, 1)
    build.finding(
        Promise,
        "I ask my bay first",
        statement,
        kind=PromiseKind.OFFER,
        person="Nurse A",
        due=when,
        level=Level.PERSONAL,
        progress=Progress.DONE,
    )
    action = build.finding(
        Action,
        "A board by the door that says what is missing",
        statement,
        person="Morag",
        due=when,
        first_step="Borrow a board",
        first_due=date(2027, 2, 12),
        measure="How many are home by noon",
        level=Level.ORGANISATIONAL,
        progress=Progress.UNDER_WAY,
    )
    build.finding(Review, "How the board is used", action, due=when, learned="It works by day")
