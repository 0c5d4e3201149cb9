"""A choice among the handouts, shipped and one's own."""

from __future__ import annotations

from aiplanner.app.own_content import is_own
from aiplanner.i18n import gettext as _
from aiplanner.ui.own_shelf import OwnShelf
from aiplanner.ui.widgets.choice_field import ChoiceField


class HandoutField(ChoiceField):
    """Follows the shelf; what is not on it is shown as such and stays chosen."""

    def __init__(self, name: str, shelf: OwnShelf) -> None:
        super().__init__(name, ())
        self._shelf = shelf
        shelf.changed.connect(self._fill)
        self._fill()

    def show_key(self, key: str) -> None:
        """Show a handout without telling."""
        at = self.findData(key)
        if at < 0:
            self.addItem(_("a handout that is not on this computer"), key)
            at = self.count() - 1
        self.setCurrentIndex(at)

    def _fill(self) -> None:
        key = self.key if self.count() else ""
        self.clear()
        self.addItem(_("no handout of ours"), "")
        for one in self._shelf.handouts:
            title = _("{title} (own)").format(title=one.title) if is_own(one.key) else one.title
            self.addItem(title, one.key)
        self.show_key(key)
