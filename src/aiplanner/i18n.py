"""Translate the sentences that people read, for every room, without Qt."""

from __future__ import annotations

import gettext as _gettext

from aiplanner.assets import resources

_DOMAIN = "aiplanner"


def _translation() -> _gettext.NullTranslations:
    return _gettext.translation(_DOMAIN, resources() / "locale", fallback=True)


_current = _translation()


def gettext(message: str) -> str:
    """Return `message` in the user's language, or as it stands where there is no translation."""
    return _current.gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """Return the form of the message that fits `count`, still holding its `{count}` field."""
    return _current.ngettext(one, many, count)
