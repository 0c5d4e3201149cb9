"""Ask the pack worker what documents say, as fingerprints that change with their words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from aiplanner.app.decoding import strict
from aiplanner.app.printing import PackOptions
from aiplanner.domain.errors import PlanError
from aiplanner.domain.programme import Programme
from aiplanner.ui.pack_worker import Lane, PackJob, PackWorker


class Telling:
    """Serves the pane of issued packs; `place` names a file that is never written."""

    def __init__(self, worker: PackWorker, place: Path) -> None:
        self._worker, self._place = worker, place

    def ask(
        self,
        programme: Programme,
        options: PackOptions,
        done: Callable[[Mapping[str, str]], object],
        failed: Callable[[Exception], object],
    ) -> None:
        """Have these documents told; `done` hears their fingerprints by id."""
        job = PackJob(programme, options, self._place, done, failed, do="tell", read=_prints)
        self._worker.request(Lane.TELL, job)


def _prints(raw: object) -> Mapping[str, str]:
    if not isinstance(raw, Mapping):
        raise PlanError("data-wrong", where="the top", what="it is no table of keys")
    return strict(raw.get("prints"), dict[str, str])
