"""What stands behind the figures of the capability map is what the figures count."""

from __future__ import annotations

from hypothesis import given

from aiplanner.domain.coverage import coverage
from aiplanner.domain.cycle import Capability, Phase, Role
from aiplanner.domain.led import led_items
from aiplanner.domain.programme import Programme
from tests.support.strategies import programmes


@given(programmes())
def test_the_items_behind_every_cell_add_up_to_it(programme: Programme) -> None:
    found = coverage(programme)
    for capability in Capability:
        for role in (None, *Role):
            for phase in Phase:
                led = led_items(programme, (capability,), (phase,), role)
                assert sum(one.minutes for one in led) == found.minutes_of(capability, phase, role)
                assert len(led) == found.items_of(capability, phase, role)
            everything = led_items(programme, (capability,), role=role)
            assert sum(one.minutes for one in everything) == found.minutes_of(capability, role=role)


@given(programmes())
def test_sessions_share_the_items_among_them(programme: Programme) -> None:
    parts = [led_items(programme, session=session.id) for session in programme.sessions]
    assert [one for part in parts for one in part] == list(led_items(programme))
