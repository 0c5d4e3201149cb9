"""Name the readers that a capability's statements speak to, and how a signpost is looked after."""

from __future__ import annotations

from collections.abc import Mapping

from aiplanner.domain.content import Reader, Status
from aiplanner.i18n import gettext as _

READER_NAMES: Mapping[Reader, str] = {
    Reader.EVERYONE: _("Everyone"),
    Reader.FRONTLINE: _("Someone at the front line"),
    Reader.MANAGER: _("A manager at the front line"),
    Reader.MIDDLE: _("A middle manager"),
    Reader.STRATEGIC: _("A strategic leader"),
    Reader.CITIZEN: _("A citizen"),
}

STATUS_NAMES: Mapping[Status, str] = {
    Status.CURRENT: _("kept up to date by its publisher"),
    Status.ARCHIVED: _("archived: kept, but no longer looked after"),
    Status.UNKNOWN: _("we do not know whether it is still looked after"),
}
