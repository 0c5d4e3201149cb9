"""What groups found as plain text: sort by sort, with what each grew from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from datetime import date

from aiplanner.app.finding_words import FIELD_NAMES, SORT_HEADINGS, word_name
from aiplanner.app.wording import day_text
from aiplanner.domain.findings import Finding, Sort, Story
from aiplanner.domain.programme import Programme
from aiplanner.i18n import gettext as _

_TOLD_OTHERWISE = frozenset({"id", "position", "text", "shared", "session_id"})
_ALWAYS = "kind"
"""A wish or a commitment is what most are, and yet says much."""


def findings_lines(programme: Programme) -> Iterator[str]:
    """Every finding, also a story that is not to be shared: it is the facilitators' own copy."""
    for sort in Sort:
        if found := programme.findings(sort):
            heading = SORT_HEADINGS[sort]
            yield from ("", "", heading, "-" * len(heading))
            for finding in found:
                yield from _finding(programme, finding)


def _finding(programme: Programme, finding: Finding) -> Iterator[str]:
    first, *rest = finding.text.splitlines() or [_("Without a text")]
    secret = isinstance(finding, Story) and not finding.shared
    yield f"- {first}" + (f" [{_('not to be shared')}]" if secret else "")
    yield from (f"  {line}" for line in rest)
    for name, said in _facts(finding):
        lines = said.splitlines()
        yield f"  {name}: {lines[0]}"
        yield from (f"    {line}" for line in lines[1:])
    if roots := programme.grown_from(finding.id):
        named = "; ".join(" ".join(root.text.split()).rstrip(".") for root in roots)
        yield "  " + _("Grew from: {findings}").format(findings=named)


def _facts(finding: Finding) -> Iterator[tuple[str, str]]:
    for spec in fields(finding):
        value = getattr(finding, spec.name)
        usual = value == spec.default and spec.name != _ALWAYS
        if spec.name in _TOLD_OTHERWISE or usual or not str(value).strip():
            continue
        name = FIELD_NAMES[spec.name]
        yield name[:1].upper() + name[1:], _said(value)


def _said(value: object) -> str:
    match value:
        case bool():
            return _("yes") if value else _("no")
        case date():
            return day_text(value)
        case _:
            return word_name(value) or str(value)
