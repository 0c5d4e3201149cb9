"""What every library must do, whatever keeps it: a class of tests to inherit from."""

from __future__ import annotations

from tests.support.actions_contract import ActionsContract
from tests.support.issued_contract import IssuedContract
from tests.support.keeping_contract import KeepingContract
from tests.support.listing_contract import ListingContract
from tests.support.own_contract import OwnContract
from tests.support.picture_contract import PictureContract
from tests.support.search_contract import SearchContract
from tests.support.undo_contract import UndoContract


class LibraryContract(
    ActionsContract,
    IssuedContract,
    KeepingContract,
    ListingContract,
    OwnContract,
    PictureContract,
    SearchContract,
    UndoContract,
):
    """All of it; the test class gives the fixture `library`."""
