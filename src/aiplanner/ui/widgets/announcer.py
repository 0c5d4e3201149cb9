"""Speak live changes to screen readers, which read status texts only when told to."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, text: str, *, urgent: bool = False) -> None:
    """Have `text` spoken; `urgent` may cut off what is being read (refusals, lost connections)."""
    # What is out of sight is not read; what it has to say is true of the window all the same.
    heard = widget if widget.isVisible() else widget.window()
    event = QAccessibleAnnouncementEvent(heard, text)
    urgency = QAccessible.AnnouncementPoliteness.Assertive
    event.setPoliteness(urgency if urgent else QAccessible.AnnouncementPoliteness.Polite)
    QAccessible.updateAccessibility(event)
