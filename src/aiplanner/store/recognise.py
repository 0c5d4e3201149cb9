"""Look at a file before SQLite does, and say why it cannot be a library of ours."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from aiplanner.app.ports import WorldError
from aiplanner.i18n import gettext as _

from . import schema

_MAGIC = b"SQLite format 3\0"
_HEADER = 100
"""Bytes of SQLite's header; its fields are told at sqlite.org/fileformat2.html."""


@dataclass(frozen=True, slots=True)
class Header:
    """What the first bytes of a SQLite file say."""

    application_id: int
    user_version: int
    size: int | None
    """Bytes the file must have; None when its writer did not say."""


def recognise(path: Path) -> None:
    """Refuse a file that is no sound library we may write to; it is only read, never touched.

    WorldError: `library-is-folder`, `library-empty`, `library-not-sqlite`, `library-foreign`,
    `library-newer`, `library-damaged`, `library-read-only`. OSError.
    """
    if path.is_dir():
        raise WorldError("library-is-folder", place=path)
    header, size = _read(path)
    if header.application_id != schema.APPLICATION_ID:
        raise WorldError("library-foreign", place=path)
    version = header.user_version
    if version > schema.VERSION:
        raise WorldError("library-newer", place=path, version=version, ours=schema.VERSION)
    if not version:
        raise WorldError("library-damaged", place=path, what=_("it does not say its version"))
    if header.size is not None and size < header.size and not _journal(path).exists():
        raise WorldError("library-damaged", place=path, what=_("its end is missing"))
    if not (writable(path) and writable(path.parent)):
        raise WorldError("library-read-only", place=path)


def writable(path: Path) -> bool:
    """Whether we may write there; one marked read-only is left alone even by an administrator."""
    return bool(path.stat().st_mode & 0o222) and os.access(path, os.W_OK)


def _read(path: Path) -> tuple[Header, int]:
    with path.open("rb") as file:
        return _header(path, file), os.fstat(file.fileno()).st_size


def _header(path: Path, file: BinaryIO) -> Header:
    head = file.read(_HEADER)
    if not head:
        raise WorldError("library-empty", place=path)
    if not head.startswith(_MAGIC):
        raise WorldError("library-not-sqlite", place=path)
    if len(head) < _HEADER:
        raise WorldError("library-damaged", place=path, what=_("only its beginning is there"))

    def number(at: int, width: int = 4) -> int:
        return int.from_bytes(head[at : at + width], "big")

    page = number(16, 2)
    told = number(24) == number(92)  # the size counts only when its writer knew of it
    size = number(28) * (65536 if page == 1 else page) if told else None
    return Header(application_id=number(68), user_version=number(60), size=size)


def _journal(path: Path) -> Path:
    """Where SQLite keeps what to roll back; the file's header may be half of a change then."""
    return path.with_name(f"{path.name}-journal")
