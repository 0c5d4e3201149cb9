"""Handouts as plain data and back: each block says by a word which it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, make_dataclass
from dataclasses import field as with_default
from typing import Any, get_type_hints

from aiplanner.app.decoding import strict
from aiplanner.app.plain_data import plain
from aiplanner.domain.errors import PlanError
from aiplanner.domain.handouts import BLOCKS, Block, Handout

_WORDS = {kind: word for word, kind in BLOCKS.items()}


def _bare() -> type[Any]:
    """A handout without its blocks, which are read one by one: their kinds are a union."""
    hints = get_type_hints(Handout)
    kept = [spec for spec in fields(Handout) if spec.name != "blocks"]
    return make_dataclass(
        "Handout", [(spec.name, hints[spec.name], _default(spec)) for spec in kept], frozen=True
    )


def _default(spec: Field[Any]) -> Any:
    return with_default() if spec.default is MISSING else with_default(default=spec.default)


_BARE = _bare()


def handout_from_plain(raw: object, where: str = "") -> Handout:
    """The handout that plain data tells; PlanError as `strict` raises it, `where` in front."""
    if not isinstance(raw, Mapping):
        raise PlanError("data-wrong", where=where or "the top", what="it is no table of keys")
    rest = {key: value for key, value in raw.items() if key != "blocks"}
    bare = strict(rest, _BARE, where)
    blocks = raw.get("blocks")
    if not isinstance(blocks, list | tuple) or not blocks:
        raise PlanError("data-wrong", where=_at(where, "blocks"), what="a handout has blocks")
    made = tuple(_block(one, _at(where, f"blocks[{n}]")) for n, one in enumerate(blocks))
    return Handout(blocks=made, **{spec.name: getattr(bare, spec.name) for spec in fields(_BARE)})


def handout_plain(handout: Handout) -> dict[str, object]:
    """A handout as plain dicts and lists, in the shape of its file."""
    blocks = [{"block": _WORDS[type(one)], **plain(one)} for one in handout.blocks]
    return {**plain(handout, without=("blocks",)), "blocks": blocks}


def _block(raw: object, where: str) -> Block:
    word = raw.get("block") if isinstance(raw, Mapping) else None
    if not isinstance(raw, Mapping) or not isinstance(word, str) or word not in BLOCKS:
        what = f"it is none of our blocks: {', '.join(BLOCKS)}"
        raise PlanError("data-wrong", where=_at(where, "block"), what=what)
    inner = {key: value for key, value in raw.items() if key != "block"}
    made: Block = strict(inner, BLOCKS[word], where)
    return made


def _at(where: str, name: str) -> str:
    return f"{where}.{name}" if where else name
