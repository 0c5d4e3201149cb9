"""A library keeps the pictures of photos as long as anything can show them."""

from __future__ import annotations

from datetime import timedelta

from aiplanner.app.digest import digest
from aiplanner.app.document import OpenDocument
from aiplanner.app.history import KEPT
from aiplanner.app.library import opened
from aiplanner.app.ports import Library, Shelf
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.photos import add_photo, delete_photos
from aiplanner.domain.edits.programme import copied, rename
from aiplanner.domain.ids import new_id
from aiplanner.domain.photos import Photo
from tests.support.kept_programmes import LATER, NOW, keep, workshop
from tests.support.pictures import BLUE, GREY, RED

AFTER = LATER + timedelta(hours=1)


def _stored(library: Library, document: OpenDocument) -> None:
    save = document.next_save()
    assert save is not None
    document.saved(library.save(save, LATER))


def _with_photo(library: Library, key: str) -> OpenDocument:
    """A programme that is stored with a photo of that picture."""
    document = opened(library, keep(library, workshop()).id)
    document.edit("add a photo", lambda p: add_photo(p, Photo(new_id(), 0, key)))
    _stored(library, document)
    return document


class PictureContract:
    """Pictures are kept by what they are, and go when nothing can bring them back."""

    def test_pictures_come_back_as_they_were(self, library: Library) -> None:
        assert library.pictures([RED.key]) == {}
        library.keep_pictures([RED, GREY], NOW)
        assert library.pictures([RED.key, GREY.key, "0" * 64]) == {RED.key: RED, GREY.key: GREY}
        assert library.pictures([]) == {}
        assert list(library.check()) == []

    def test_the_same_picture_handed_in_again_is_kept_once(self, library: Library) -> None:
        library.keep_pictures([RED, RED], NOW)
        library.keep_pictures([RED, BLUE], LATER)
        library.keep_pictures([], LATER)
        assert library.pictures([RED.key, BLUE.key]) == {RED.key: RED, BLUE.key: BLUE}
        assert library.drop_unused_pictures(AFTER) == 2

    def test_what_no_photo_shows_goes_but_not_at_once(self, library: Library) -> None:
        library.keep_pictures([RED], NOW)
        library.keep_pictures([BLUE], LATER)
        assert library.drop_unused_pictures(NOW) == 0
        assert library.drop_unused_pictures(LATER) == 1
        assert list(library.pictures([RED.key, BLUE.key])) == [BLUE.key]

    def test_what_a_photo_shows_stays_also_in_the_bin(self, library: Library) -> None:
        library.keep_pictures([RED], NOW)
        document = _with_photo(library, RED.key)
        assert library.drop_unused_pictures(AFTER) == 0
        library.shelve(document.now.id, Shelf.BIN, LATER)
        assert library.drop_unused_pictures(AFTER) == 0
        library.delete(document.now.id)
        assert library.drop_unused_pictures(AFTER) == 1
        assert library.pictures([RED.key]) == {}

    def test_a_picture_stays_while_undo_could_bring_its_photo_back(self, library: Library) -> None:
        library.keep_pictures([RED, BLUE], NOW)
        document = _with_photo(library, RED.key)
        document.edit("delete", lambda p: delete_photos(p, [p.photos[0].id]))
        _stored(library, document)
        assert library.drop_unused_pictures(AFTER) == 1
        assert list(library.pictures([RED.key, BLUE.key])) == [RED.key]
        document.undo()
        _stored(library, document)
        document.undo()
        _stored(library, document)  # now it is redo that could bring it back
        assert library.drop_unused_pictures(AFTER) == 0

    def test_what_was_deleted_lately_stays_for_windows_that_could_not_save(
        self, library: Library
    ) -> None:
        library.keep_pictures([RED], NOW)
        document = _with_photo(library, RED.key)
        photos = document.now.photos
        document.edit("delete", lambda p: delete_photos(p, [p.photos[0].id]))
        _stored(library, document)
        for _ in range(KEPT + 1):  # until the way back, as it is kept, does not reach the photo
            document.edit("rename", lambda p: rename(p, f"{p.head.title}."))
        _stored(library, document)
        assert library.drop_unused_pictures(LATER) == 0
        for _ in range(KEPT + 2):
            document.undo()
        _stored(library, document)
        assert document.now.photos == photos
        assert list(library.pictures([RED.key])) == [RED.key]

    def test_a_logo_stays_while_a_programme_wears_it_or_undo_could_bring_it_back(
        self, library: Library
    ) -> None:
        library.keep_pictures([RED, BLUE], NOW)
        document = opened(library, keep(library, workshop()).id)
        document.edit("add a logo", lambda p: set_fields(p, p.id, logo=RED.key))
        _stored(library, document)
        assert library.drop_unused_pictures(AFTER) == 1
        document.edit("take it away", lambda p: set_fields(p, p.id, logo=""))
        _stored(library, document)
        assert library.drop_unused_pictures(AFTER) == 0
        assert library.pictures([RED.key]) == {RED.key: RED}
        library.delete(document.now.id)
        assert library.drop_unused_pictures(AFTER) == 1

    def test_what_was_deleted_long_ago_goes(self, library: Library) -> None:
        library.keep_pictures([RED], NOW)
        document = _with_photo(library, RED.key)
        document.edit("delete", lambda p: delete_photos(p, [p.photos[0].id]))
        for _ in range(KEPT + 1):
            document.edit("rename", lambda p: rename(p, f"{p.head.title}."))
        _stored(library, document)
        assert library.drop_unused_pictures(AFTER) == 1

    def test_programmes_that_show_the_same_share_the_bytes(self, library: Library) -> None:
        library.keep_pictures([RED], NOW)
        first = _with_photo(library, RED.key).now
        second = copied(first, "Again", new_id)
        library.add(second, digest(second), LATER)
        library.delete(first.id)
        assert library.drop_unused_pictures(AFTER) == 0
        [photo] = library.load(second.id)[0].photos
        assert library.pictures([photo.picture]) == {RED.key: RED}
