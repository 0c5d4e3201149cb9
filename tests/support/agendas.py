"""Enter published Appreciative Inquiry agendas, exactly as they are, as programmes.

What a source says and no field is made for goes to private notes, so that nothing is lost.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date, time
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

from aiplanner.domain.cycle import Kind, Part, Phase, Scheme
from aiplanner.domain.edits.fields import checked
from aiplanner.domain.ids import RowId
from aiplanner.domain.lengths import UNTIMED, Length
from aiplanner.domain.positions import STEP
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Head, Item, Material, Row, Session, Sheet, Step

Data = Mapping[str, Any]

_PHASES = {
    "Define": Phase.DEFINE,
    "Discovery": Phase.DISCOVER,
    "Dream": Phase.DREAM,
    "Design": Phase.DESIGN,
    "Destiny": Phase.DELIVER,
}
_PARTS = {
    "opening": Part.OPENING,
    "energiser": Part.ENERGISER,
    "presentation": Part.INPUT,
    "debrief": Part.DEBRIEF,
    "closing": Part.CLOSING,
    "evaluation": Part.EVALUATION,
}
_KINDS = {"meal": Kind.MEAL, "break": Kind.BREAK}
_TASK = "(between-session task)"
_DAYS = {  # their dates stand in the titles of the agendas
    "A05-meeting-design-2015": (date(2015, 2, 17),),
    "A06-msr-aom-2021": (date(2021, 10, 29),),
    "A11-great-boards-3day": (date(2017, 9, 18), date(2017, 9, 19)),
}
_AGENDA_NOTES = ("source", "country", "size_class", "completeness", "mode", "why_useful")


@cache
def agendas() -> tuple[Data, ...]:
    """The five agendas as their file tells them."""
    text = (Path(__file__).parent / "real-agendas.json").read_text(encoding="utf-8")
    return tuple(json.loads(text)["agendas"])


def entered(agenda: Data) -> Programme:
    """An agenda as a programme, one session a day; the same agenda gives the same ids."""
    numbers = count(1)
    head = _head(agenda, _id(agenda, next(numbers)))
    rows: list[Row] = []
    for number, day in enumerate(agenda["days"], 1):
        session_id = _id(agenda, next(numbers))
        rows.append(_session(agenda, day, session_id, number))
        for place, item in enumerate(day["items"], 1):
            item_id = _id(agenda, next(numbers))
            before = day["items"][place - 2] if place > 1 else None
            rows.append(_item(item, before, item_id, session_id, place * STEP))
            rows += (part for part in _parts(agenda, item, item_id, numbers))
    return checked(Programme(head.id, {head.id: head}), head, *rows)


def _id(agenda: Data, number: int) -> RowId:
    return RowId(f"{agenda['id'].encode().hex()[:24]:0<24}{number:08x}")


def _head(agenda: Data, head_id: RowId) -> Head:
    meta = agenda.get("meta", {})
    notes = [f"{name}: {agenda[name]}" for name in _AGENDA_NOTES if name in agenda]
    notes += [
        f"{name}: {'; '.join(meta[name])}"
        for name in ("materials", "workbook_order")
        if name in meta
    ]
    if "facilitator_intention" in meta:  # told "behind the curtain": not for participants' papers
        notes.append(f"facilitator_intention: {meta['facilitator_intention']}")
    notes += [
        " · ".join(str(value) for value in sheet.values())
        for sheet in agenda.get("pack_contents", ())
    ]
    return Head(
        head_id,
        title=agenda["title"],
        service=agenda["sector"],
        outcomes="\n".join(meta.get("learning_objectives", ())),
        audience=agenda.get("participants", ""),
        scheme=Scheme.OWN,  # the names as they stand: Define beside the four of 4-D
        notes="\n".join(notes),
        **{f"{phase.value}_label": name for name, phase in _PHASES.items()},
    )


def _session(agenda: Data, day: Data, session_id: RowId, number: int) -> Session:
    dates = _DAYS.get(agenda["id"])
    start = day.get("start") or day["items"][0]["start"]
    extra = day.get("stated_extra_minutes")
    return Session(
        session_id,
        number * STEP,
        title=day["label"],
        day=dates[number - 1] if dates else None,
        start=_clock(start),
        planned=day.get("stated_total_minutes") or _stated_span(day),
        time_zone=day.get("timezone", ""),
        venue="online" if agenda["mode"] == "online" else "",
        notes=f"stated_extra_minutes: {extra}" if extra else "",
    )


def _stated_span(day: Data) -> int | None:
    first, last = day["items"][0]["start"], day["items"][-1]["end"]
    return _minute(last) - _minute(first) if first and last else None


def _item(
    item: Data, before: Data | None, item_id: RowId, session_id: RowId, position: int
) -> Item:
    stated, ended = item["start"], before and before["end"]
    return Item(
        item_id,
        position,
        session_id,
        kind=Kind.TASK if _TASK in item["title"] else _KINDS.get(item["kind"], Kind.ACTIVITY),
        title=item["title"],
        length=_length(item),
        pin=_clock(stated) if ended and stated and stated != ended else None,
        phase=_PHASES.get(item["phase"]),
        part=_PARTS.get(item["kind"]),
        group=" · ".join(item[name] for name in ("format", "group_size") if item.get(name)),
        lead=", ".join(item.get("people", ())),
        room=item.get("room", ""),
        outputs="\n".join(item.get("outputs", ())),
        notes="\n".join(_item_notes(item)),
    )


def _item_notes(item: Data) -> Iterator[str]:
    if item.get("notes"):
        yield item["notes"]
    if item["phase"] is not None:
        yield f"phase: {item['phase']} ({item['phase_basis']})"
    if item["kind"] == "other":
        yield "kind: other"


def _length(item: Data) -> Length:
    rounds = item.get("rounds", {})
    if "count" in rounds:
        return Length(rounds["minutes_each"], times=rounds["count"], each="team")
    if item["minutes"] is None:
        return UNTIMED
    return Length(item["minutes"], low=item.get("minutes_min"), high=item.get("minutes_max"))


def _parts(agenda: Data, item: Data, item_id: RowId, numbers: Iterator[int]) -> Iterator[Row]:
    for place, step in enumerate(item.get("rounds", {}).get("substeps", ()), 1):
        yield Step(_id(agenda, next(numbers)), item_id, place * STEP, step["t"], step["minutes"])
    titles = {sheet["no"]: sheet["title"] for sheet in agenda.get("pack_contents", ())}
    for place, name in enumerate(item.get("materials", ()), 1):
        number = name.split()[0]
        part_id = _id(agenda, next(numbers))
        if number in titles:
            yield Sheet(part_id, item_id, place * STEP, titles[number], number)
        else:
            yield Material(part_id, item_id, place * STEP, name)


def _clock(text: str | None) -> time | None:
    return time.fromisoformat(text) if text else None


def _minute(text: str) -> int:
    clock = time.fromisoformat(text)
    return clock.hour * 60 + clock.minute
