"""The window, and the only room that knows Qt."""

from __future__ import annotations

from aiplanner.ui.singletons import hold_singletons

hold_singletons()  # before the first call into Qt, wherever in this room it is made
