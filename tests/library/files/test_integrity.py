"""A file that is not as it was written is seen before anything of it is read."""

from pathlib import Path

import pytest

from tracker.library.files import integrity
from tracker.library.files.layout import shipped_path
from tracker.library.opening import open_library
from tracker.settings import Settings


@pytest.fixture
def built(seeds) -> Path:
    """The file of the foods that ship."""
    open_library(Settings()).close()
    return shipped_path(Settings().cache_folder)


def test_another_size_than_the_header_states_is_seen_without_reading_on(built):
    whole = built.read_bytes()
    assert integrity.is_whole(built)
    for content in (whole[:-4096], whole + bytes(4096), whole[:4096]):
        built.write_bytes(content)
        assert not integrity.is_whole(built)


def test_every_changed_byte_is_noticed(built):
    whole = built.read_bytes()
    for at in [*range(100), *range(100, len(whole), 199)]:
        damaged = bytearray(whole)
        damaged[at] ^= 0x01
        built.write_bytes(damaged)
        assert not integrity.is_whole(built), at
