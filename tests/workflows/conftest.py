"""A fresh till for each test."""

from collections.abc import Iterator

import pytest

from tests.workflows.counter import Counter, counter


@pytest.fixture
def till(tmp_path) -> Iterator[Counter]:
    yield from counter(tmp_path)
