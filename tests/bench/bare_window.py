"""The least a Qt window can cost: the same libraries loaded, one empty window painted."""

from __future__ import annotations

import sys

import msgspec
import platformdirs
import sqlalchemy
from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QMainWindow

from aiplanner.ui.singletons import hold_singletons
from tests.bench.paint_watch import watch_the_loop

LOADED = (msgspec, platformdirs, sqlalchemy, Qt, QIcon, QSvgRenderer)

if __name__ == "__main__":
    hold_singletons()
    watch_the_loop()
    app = QApplication([])
    window = QMainWindow()
    window.resize(1200, 760)
    window.show()
    sys.exit(app.exec())
