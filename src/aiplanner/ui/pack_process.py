"""Run the process that renders packs and pass lines to and from it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QProcess, QSignalBlocker, Signal

_REMEMBERED = 8_000
"""Bytes kept of what the process last said on its error channel."""
_DEATH_MS = 2_000
"""Milliseconds that a killed process is given to be gone; in practice a few."""


class PackProcess(QObject):
    """One child process at most; started on demand, killed at will, started again."""

    line = Signal(bytes)
    """One line that it wrote, without the line's end."""
    lost = Signal(bool)
    """It ended though nobody ended it; True when it could not even be started."""

    def __init__(self, command: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._command = tuple(command)
        self._process: QProcess | None = None
        self._errors = b""

    @property
    def running(self) -> bool:
        """Whether there is a process, or one on its way up."""
        return self._process is not None

    @property
    def last_words(self) -> str:
        """The end of what the process said on its error channel, for a problem report."""
        return self._errors.decode(errors="replace")

    def start(self) -> None:
        """Start the process unless it runs; what is sent meanwhile waits for it."""
        if self._process is not None:
            return
        process = self._process = QProcess(self)
        self._errors = b""
        process.readyReadStandardOutput.connect(self._on_output)
        process.readyReadStandardError.connect(self._on_errors)
        process.finished.connect(self._on_finished)
        process.errorOccurred.connect(self._on_error)
        program, *arguments = self._command or ("",)
        process.start(program, arguments)

    def send(self, line: bytes) -> None:
        """Send one line to the running process."""
        if self._process is not None:
            self._process.write(line + b"\n")

    def kill(self) -> None:
        """End the process now, without a word; `lost` is not told."""
        process, self._process = self._process, None
        if process is None:
            return
        with QSignalBlocker(process):
            process.kill()
            process.waitForFinished(_DEATH_MS)
        process.deleteLater()

    def _on_output(self) -> None:
        # A line's receiver may kill this process and start another.
        process = self._process
        while process is not None and process is self._process and process.canReadLine():
            self.line.emit(bytes(process.readLine().data()).rstrip(b"\r\n"))

    def _on_errors(self) -> None:
        if self._process is not None:
            said = bytes(self._process.readAllStandardError().data())
            self._errors = (self._errors + said)[-_REMEMBERED:]

    def _on_finished(self) -> None:
        self._on_output()
        self._on_errors()
        self._lose(unstartable=False)

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._lose(unstartable=True)

    def _lose(self, *, unstartable: bool) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.deleteLater()
            self.lost.emit(unstartable)
