import pytest

from tests.offline.tills import Till


@pytest.fixture
def till(tmp_path):
    made = Till(tmp_path / "data")
    yield made
    made.store.close()
