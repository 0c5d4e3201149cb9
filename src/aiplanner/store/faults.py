"""Say in the library's own codes why the database refuses."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from errno import EDQUOT, ENOSPC

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnectionLeft

from aiplanner.app.ports import WorldError

_BUSY, _READ_ONLY, _FULL = "library-busy", "library-read-only", "library-full"
_DAMAGED, _UNREACHABLE = "library-damaged", "library-unreachable"

_SQLITE: Mapping[int, str] = {
    sqlite3.SQLITE_PERM: _READ_ONLY,
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_READONLY: _READ_ONLY,
    sqlite3.SQLITE_IOERR: "library-disk",
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_CANTOPEN: _UNREACHABLE,
    sqlite3.SQLITE_PROTOCOL: _BUSY,
    sqlite3.SQLITE_AUTH: _READ_ONLY,
    sqlite3.SQLITE_NOTADB: _DAMAGED,
}
"""By primary result code (sqlite.org/rescode.html); an extended one may say it better."""

_SQLITE_EXTENDED: Mapping[int, str] = {sqlite3.SQLITE_READONLY_DBMOVED: "library-moved"}

_SQLSTATES: Mapping[str, str] = {
    "25006": _READ_ONLY,
    "42501": _READ_ONLY,
    "53100": _FULL,
    "40001": _BUSY,
    "40P01": _BUSY,
    "55P03": _BUSY,
    "57014": _BUSY,
    "XX001": _DAMAGED,
    "XX002": _DAMAGED,
}
"""PostgreSQL's, from its manual, appendix A."""


@contextmanager
def refusals(place: object) -> Iterator[None]:
    """Turn what database and disk say inside into WorldError; a bug of ours stays what it is."""
    try:
        yield
    except (DBAPIError, NoConnectionLeft, sqlite3.Error, OSError) as error:
        said = error.orig if isinstance(error, DBAPIError) else error
        code = _code(said)
        if code is None:
            raise
        raise WorldError(code, place=place, what=_reason(said)) from error


def _code(error: BaseException | None) -> str | None:
    if isinstance(error, sqlite3.Error):
        return _sqlite_code(error)
    if isinstance(error, OSError):
        return _FULL if error.errno in (ENOSPC, EDQUOT) else _UNREACHABLE
    if isinstance(error, NoConnectionLeft):
        return _BUSY
    if code := _SQLSTATES.get(getattr(error, "sqlstate", None) or ""):
        return code
    # What is left of these is the way to the server: name, rights, network, its shutting down.
    return _UNREACHABLE if type(error).__name__ == "OperationalError" else None


def _sqlite_code(error: sqlite3.Error) -> str | None:
    number: int | None = getattr(error, "sqlite_errorcode", None)
    if number is None:
        # Python's own, for a text that is not UTF-8.
        return _DAMAGED if isinstance(error, sqlite3.OperationalError) else None
    if number == sqlite3.SQLITE_ERROR:
        return _DAMAGED if str(error).startswith("no such ") else None
    return _SQLITE_EXTENDED.get(number) or _SQLITE.get(number & 0xFF)


def _reason(error: BaseException | None) -> str:
    """The first line of what was said."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return str(error).strip().partition("\n")[0]
