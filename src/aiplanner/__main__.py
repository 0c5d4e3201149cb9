"""Start the program: a command, the pack worker, or the window."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from typing import Any

from aiplanner.cli.asked import is_command


def run() -> int:
    """Run with the arguments of the process and return its exit status."""
    arguments = sys.argv[1:]
    if arguments == ["--worker"]:
        from aiplanner.packs.worker import serve  # noqa: PLC0415 - the window need not load it

        return serve(sys.stdin, sys.stdout, _JOBS)
    if is_command(arguments):
        from aiplanner.cli.commands import main  # noqa: PLC0415 - the window need not load it

        return main(arguments)
    if not _has_screen():
        from aiplanner.cli.commands import no_screen  # noqa: PLC0415 - the window need not load it

        return no_screen()
    from aiplanner.main import window  # noqa: PLC0415 - Qt is loaded for the window alone

    return window(arguments)


def _read(
    request: Mapping[str, Any], _step: Callable[[int, int, str], None]
) -> Mapping[str, object]:
    from aiplanner.formats.returned_forms import read_job  # noqa: PLC0415 - when it is asked for

    return read_job(request, lambda _told: None)


def _tell(
    request: Mapping[str, Any], step: Callable[[int, int, str], None]
) -> Mapping[str, object]:
    from aiplanner.packs.tell_pack import tell_job  # noqa: PLC0415 - when it is asked for

    return tell_job(request, step)


def _word(
    request: Mapping[str, Any], step: Callable[[int, int, str], None]
) -> Mapping[str, object]:
    from aiplanner.cli.word import word_job  # noqa: PLC0415 - when it is asked for

    return word_job(request, step)


def _split(
    request: Mapping[str, Any], step: Callable[[int, int, str], None]
) -> Mapping[str, object]:
    from aiplanner.packs.separate import separate_job  # noqa: PLC0415 - when it is asked for

    return separate_job(request, step)


def _mail(
    request: Mapping[str, Any], step: Callable[[int, int, str], None]
) -> Mapping[str, object]:
    from aiplanner.cli.mail import mail_job  # noqa: PLC0415 - when it is asked for

    return mail_job(request, step)


def _calendar(
    request: Mapping[str, Any], step: Callable[[int, int, str], None]
) -> Mapping[str, object]:
    from aiplanner.cli.calendar import calendar_job  # noqa: PLC0415 - when it is asked for

    return calendar_job(request, step)


_JOBS = {
    "read": _read,
    "tell": _tell,
    "word": _word,
    "split": _split,
    "mail": _mail,
    "calendar": _calendar,
}
"""What the worker does besides packs, by the word that asks for it."""


def _has_screen() -> bool:
    """Whether Qt can open a window; without one it would abort the process."""
    if sys.platform in ("win32", "darwin"):
        return True
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(os.environ.get(name) for name in names)


if __name__ == "__main__":
    sys.exit(run())
