"""A till that may not or cannot be opened says why, in words and by its exit code."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from posapp.cli import Exit
from posapp.clock import SystemClock
from posapp.demo.sample import SAMPLE_PASSPHRASE, Folders
from posapp.offline.keys import PassphraseKeyFile, load_or_make
from posapp.offline.till_store import TillStore
from tests.flows.shop import copy_of

ROOT = Path(__file__).parents[2]


@pytest.fixture
def folders(seed, tmp_path):
    """A till with its keys where `--keys file` looks for them."""
    folders = Folders(copy_of(seed, tmp_path / "park"))
    shutil.copy(folders.keys, folders.till / "till-keys")
    return folders


def posapp(*words, language="zh_CN.UTF-8", passphrase=SAMPLE_PASSPHRASE):
    return subprocess.run(
        [sys.executable, "-m", "posapp", *words],
        cwd=ROOT,
        env={**os.environ, "LANG": language, "LC_ALL": language, "QT_QPA_PLATFORM": "offscreen"},
        input=f"{passphrase}\n",
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


def digest(folders):
    return hashlib.sha256((folders.till / "till.db").read_bytes()).hexdigest()


def words_of(ran):
    """What a person reads: a sentence, no key and no traceback."""
    said = ran.stderr + ran.stdout
    assert "Traceback" not in said
    assert "store." not in said
    return said


@pytest.mark.parametrize(
    ("language", "word"),
    [("zh_CN.UTF-8", "收银"), ("zh_TW.UTF-8", "收銀"), ("en_US.UTF-8", "till")],
)
def test_a_second_instance_is_refused_and_the_first_goes_on(folders, language, word):
    keys = load_or_make(PassphraseKeyFile(folders.keys, SAMPLE_PASSPHRASE))
    store = TillStore.open(folders.till, keys, SystemClock())
    try:
        second = posapp("till", "--data", str(folders.till), "--keys", "file", language=language)
        assert second.returncode == Exit.UNAVAILABLE
        assert word in words_of(second)
        assert store.journal.verify().holds
    finally:
        store.close()


def test_a_wrong_passphrase_opens_nothing(folders):
    ran = posapp("till", "--data", str(folders.till), "--keys", "file", passphrase="something else")
    assert ran.returncode in {Exit.REFUSED, Exit.UNAVAILABLE}
    assert words_of(ran).strip()


def test_a_database_of_another_key_is_left_as_it_is(folders):
    before = digest(folders)
    stranger = folders.till / "till-keys"
    stranger.unlink()
    load_or_make(PassphraseKeyFile(stranger, "another till"))
    for verb in (("till",), ("journal", "verify")):
        words = (*verb, "--data", str(folders.till), "--keys", "file")
        ran = posapp(*words, passphrase="another till")
        assert ran.returncode == Exit.UNAVAILABLE
        assert words_of(ran).strip()
    assert digest(folders) == before
    shutil.copy(folders.keys, stranger)
    ran = posapp("journal", "verify", "--data", str(folders.till), "--keys", "file")
    assert ran.returncode == Exit.OK, ran.stderr
