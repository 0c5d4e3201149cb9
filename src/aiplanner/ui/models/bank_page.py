"""An activity of the bank as a page to read before it is added."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from aiplanner.app.content import capability_guide, phase_label
from aiplanner.app.wording import LEVEL_NAMES, PER_NAMES
from aiplanner.domain.bank import Activity
from aiplanner.domain.content import StarterMaterial, StarterStep
from aiplanner.domain.rows import Head
from aiplanner.i18n import gettext as _
from aiplanner.ui.models.bank_words import FORM_NAMES, minutes_words, people_words
from aiplanner.ui.models.guide_passages import Look, Passage, labelled, sourced


def activity_page(
    activity: Activity, head: Head, reasons: Iterable[str] = ()
) -> tuple[Passage, ...]:
    """All there is to read about an activity, and in `reasons` why it is suggested."""
    return tuple(_passages(activity, head, tuple(reasons)))


def _passages(one: Activity, head: Head, reasons: tuple[str, ...]) -> Iterator[Passage]:
    yield Passage(Look.SMALL, _facts(one, head))
    if one.summary:
        yield Passage(Look.WORDS, one.summary)
    yield from labelled(_("Why this?"), Look.POINT, reasons)
    yield from labelled(_("Why"), Look.WORDS, (one.why,))
    yield from labelled(_("How"), Look.STEP, (_step(step) for step in one.steps))
    yield from labelled(_("If short of time"), Look.WORDS, (_short(one),))
    yield from labelled(_("Online"), Look.WORDS, (one.online,))
    yield from labelled(_("Leadership"), Look.WORDS, _leadership(one))
    yield from labelled(_("Materials"), Look.POINT, (_material(m) for m in one.materials))
    yield from labelled(_("Handouts"), Look.POINT, (sheet.title for sheet in one.sheets))
    yield from labelled(_("Room"), Look.WORDS, (one.room,))
    yield from labelled(_("What it leaves behind"), Look.WORDS, one.outputs.splitlines())
    yield from labelled(_("From practice"), Look.WORDS, (one.tips,))
    yield from sourced(one.sources)


def _facts(activity: Activity, head: Head) -> str:
    """Where, how long and with whom, in one line."""
    parts = (
        ", ".join(phase_label(head, phase) for phase in activity.phases),
        minutes_words(activity),
        activity.group or FORM_NAMES[activity.form],
        people_words(activity),
        LEVEL_NAMES[activity.level] if activity.level else "",
    )
    words = " · ".join(part for part in parts if part)
    return words[:1].upper() + words[1:]


def _step(step: StarterStep) -> str:
    text = _("Break") if step.is_break and not step.text else step.text
    if step.minutes is None:
        return text
    return _("{step} ({minutes} min)").format(step=text, minutes=step.minutes)


def _short(one: Activity) -> str:
    if one.short_minutes is None:
        return one.short
    minutes = _("{minutes} min").format(minutes=one.short_minutes)
    return f"{minutes}: {one.short}" if one.short else minutes


def _leadership(one: Activity) -> Iterator[str]:
    named = ((_("Leads on {names}."), one.leads), (_("Supports {names}."), one.supports))
    for words, capabilities in named:
        if capabilities:
            names = ", ".join(capability_guide(one).name for one in capabilities)
            yield words.format(names=names)


def _material(material: StarterMaterial) -> str:
    return _("{name}: {count} {per}").format(
        name=material.name, count=material.quantity, per=PER_NAMES[material.per]
    )
