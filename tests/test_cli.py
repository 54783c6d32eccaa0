"""The command line as an operator meets it: words, exit codes, JSON, and no secret in an argument."""

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

from posapp.cli import Exit, main
from posapp.ui.console import as_text, language_of

PASSPHRASE = "a passphrase of the test"
GOODS = "code,name,category,price\n1,矿泉水,饮料,3.00\n"


@pytest.fixture(autouse=True)
def chinese(monkeypatch):
    for name in ("LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


@pytest.fixture
def posapp(capsys):
    """Run a command in this process: exit code, what it printed, what it complained of."""

    def run(*words):
        code = main([str(word) for word in words])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


@pytest.fixture
def central(tmp_path, posapp):
    folder = tmp_path / "central"
    assert posapp("central", "init", "--data", folder)[0] == Exit.OK
    return folder


def child(*words, given="", language="C.UTF-8", **variables):
    """Run a command in a process of its own, as a shell would."""
    return subprocess.run(
        [sys.executable, "-m", "posapp", *map(str, words)],
        env={**os.environ, "LC_ALL": language, **variables},
        input=given,
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
    )


def test_a_missing_command_is_a_usage_error(capsys):
    with pytest.raises(SystemExit) as stop:
        main([])
    assert stop.value.code == Exit.USAGE
    assert "COMMAND" in capsys.readouterr().err


def test_no_command_takes_a_secret_as_an_argument(capsys):
    for words in (["till"], ["central", "enrol-code"], ["journal", "verify"], ["central", "serve"]):
        with pytest.raises(SystemExit):
            main([*words, "--help"])
        told = capsys.readouterr().out.lower()
        assert not any(f"--{name}" in told for name in ("passphrase", "password", "pin", "code"))


def test_a_second_central_in_the_same_folder_is_refused(central, posapp):
    code, out, err = posapp("central", "init", "--data", central)
    assert (code, out) == (Exit.REFUSED, "")
    assert err == "这里已经有总部数据，请换一个文件夹\n"


def test_a_folder_without_central_says_what_to_run(tmp_path, posapp):
    code, _, err = posapp("central", "enrol-code", "--data", tmp_path, "--shop", "1", "--till", "A")
    assert code == Exit.UNAVAILABLE
    assert "posapp central init" in err
    assert list(tmp_path.iterdir()) == []


def test_an_enrolment_code_has_eight_digits_and_a_term(central, posapp):
    words = ["central", "enrol-code", "--data", central, "--shop", "1", "--till", "A03", "--json"]
    code, out, _ = posapp(*words)
    answer = json.loads(out)
    assert code == Exit.OK
    assert answer["code"].isdecimal()
    assert (len(answer["code"]), answer["valid_minutes"], answer["till"]) == (8, 10, "A03")


def test_an_unknown_shop_is_refused_with_key_parameters_and_words(central, posapp):
    words = ["central", "enrol-code", "--data", central, "--shop", "9", "--till", "A", "--json"]
    code, out, err = posapp(*words)
    assert (code, err) == (Exit.REFUSED, "")
    error = json.loads(out)["error"]
    assert (error["key"], error["params"]) == ("enrol.no_such_shop", {"shop": "9"})
    assert "9" in error["words"]


def test_a_backup_is_written_once_and_never_over_another_file(central, tmp_path, posapp):
    words = ["central", "backup", "--data", central, "--to", tmp_path / "copy.db"]
    assert posapp(*words)[0] == Exit.OK
    assert (tmp_path / "copy.db").stat().st_size > 0
    assert posapp(*words)[0] == Exit.REFUSED


def test_a_backup_into_nowhere_names_the_path(central, tmp_path, posapp):
    target = tmp_path / "nowhere" / "copy.db"
    code, _, err = posapp("central", "backup", "--data", central, "--to", target)
    assert code == Exit.UNAVAILABLE
    assert str(target) in err


def test_a_path_that_the_system_refuses_is_told_without_a_traceback(tmp_path, posapp):
    file = tmp_path / "a file"
    file.write_text("")
    code, _, err = posapp("central", "init", "--data", file / "central")
    assert code == Exit.UNAVAILABLE
    assert str(file) in err
    assert err.count("\n") == 1


def test_an_import_is_dry_until_it_is_committed(central, tmp_path, posapp):
    goods = tmp_path / "goods.csv"
    goods.write_text(GOODS, "utf-8")
    words = ["import", "catalogue", goods, "--data", central, "--json"]
    assert [json.loads(posapp(*words)[1])["new"] for _ in range(2)] == [1, 1]
    code, out, _ = posapp(*words, "--commit")
    assert (code, json.loads(out)["committed"]) == (Exit.OK, True)
    assert json.loads(posapp(*words)[1])["changed"] == 1


def test_a_wrong_row_fails_the_import_and_is_told_in_words(central, tmp_path, posapp):
    goods = tmp_path / "goods.csv"
    goods.write_text(GOODS + "2,=1+1,饮料,3.00\n3,茶,饮料,dear\n", "utf-8")
    code, out, _ = posapp("import", "catalogue", goods, "--data", central, "--commit")
    assert code == Exit.FAILED_CHECK
    assert "3  name  以 = + - @ 开头像公式，请改成普通文字" in out
    assert "4  price  请输入金额，例如 12.50" in out
    assert "committed: no" in out


def test_a_journal_without_a_till_is_refused_and_none_is_made(tmp_path, posapp):
    code, _, err = posapp("journal", "verify", "--data", tmp_path / "t", "--keys", "file")
    assert code == Exit.REFUSED
    assert "till --central" in err
    assert not (tmp_path / "t").exists()


def test_a_headless_demo_without_a_folder_is_refused(posapp):
    assert posapp("demo", "--headless")[0] == Exit.REFUSED


def test_a_till_without_a_keyring_says_what_to_choose(tmp_path):
    done = child("till", "--data", tmp_path / "t")
    assert done.returncode == Exit.UNAVAILABLE
    assert "--keys file" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_till_without_a_screen_says_so(tmp_path):
    variables = {"QT_QPA_PLATFORM": "", "DISPLAY": "", "WAYLAND_DISPLAY": ""}
    done = child("till", "--data", tmp_path / "t", **variables)
    if sys.platform.startswith("linux"):
        assert done.returncode == Exit.UNAVAILABLE
        assert done.stderr == "没有屏幕，请接上屏幕或在桌面里启动\n"


@pytest.mark.parametrize(
    ("language", "words"),
    [("en_US.UTF-8", "Central's data is here already"), ("zh_TW.UTF-8", "這裡已經有總部資料")],
)
def test_words_come_in_the_language_of_the_terminal(central, language, words):
    done = child("central", "init", "--data", central, language=language)
    assert done.returncode == Exit.REFUSED
    assert done.stderr.startswith(words)
    assert done.stderr.count("\n") == 1


def test_a_terminal_without_chinese_letters_gets_marks_instead_of_a_crash(tmp_path):
    done = child("central", "serve", "--data", tmp_path, PYTHONIOENCODING="ascii")
    assert done.returncode == Exit.UNAVAILABLE
    assert "posapp central init" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({}, "zh_CN"),
        ({"LANG": "C.UTF-8"}, "zh_CN"),
        ({"LANG": "zh_CN.UTF-8"}, "zh_CN"),
        ({"LANG": "zh_HK.UTF-8"}, "zh_TW"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "en_GB.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8", "LC_ALL": ""}, "en"),
    ],
)
def test_the_language_is_the_one_that_the_terminal_names_first(variables, language):
    assert language_of(variables) == language


def test_an_answer_is_one_line_for_each_thing():
    answer = {
        "rows": 2,
        "committed": False,
        "broken": None,
        "errors": [{"row": 3, "key": "k", "params": {}, "words": "不对"}],
        "nothing": [],
    }
    assert as_text(answer) == "rows: 2\ncommitted: no\nbroken: -\nerrors:\n  3  不对"


# -- a whole installation, each step a process of its own


@contextmanager
def serving(folder):
    words = [sys.executable, "-m", "posapp", "central", "serve", "--data", folder]
    server = subprocess.Popen(
        [*words, "--port", "0", "--with-parent"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield int(server.stdout.readline().split()[1])
    finally:
        server.stdin.close()
        server.wait(timeout=20)
        server.stdout.close()


@contextmanager
def open_till(folder, *words, given):
    till = subprocess.Popen(
        [sys.executable, "-m", "posapp", "till", "--data", folder, "--keys", "file", *words],
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        till.stdin.write(given)
        till.stdin.close()
        yield till
    finally:
        till.kill()
        till.wait()
        till.stdout.close()
        till.stderr.close()


def wait_until_open(till, folder):
    """It holds its folder and has come as far as Qt, which it loads after it was enrolled."""
    maps = Path(f"/proc/{till.pid}/maps")
    deadline = time.monotonic() + 60
    while "libQt6Widgets" not in maps.read_text() or not is_held(folder / "till.lock"):
        assert till.poll() is None, till.stderr.read()
        assert time.monotonic() < deadline
        time.sleep(0.02)


def is_held(lock):
    fcntl = pytest.importorskip("fcntl")
    if not lock.exists():
        return False
    with lock.open("rb") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return True
    return False


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_a_till_is_enrolled_opened_ended_and_verified_from_a_shell(central, tmp_path):
    till = tmp_path / "till"
    words = ["central", "enrol-code", "--data", central, "--shop", "1", "--till", "B01", "--json"]
    with serving(central) as port:
        url = f"http://127.0.0.1:{port}"
        enrol = ["till", "--data", till, "--keys", "file", "--central", url]
        wrong = child(*enrol, given=f"{PASSPHRASE}\n00000000\n")
        assert (wrong.returncode, wrong.stderr) == (
            Exit.REFUSED,
            "登记码不对或已过期，请在总部重新生成\n",
        )
        code = json.loads(child(*words).stdout)["code"]
        with open_till(till, "--central", url, given=f"{PASSPHRASE}\n{code}\n") as opened:
            wait_until_open(opened, till)
            second = child("till", "--data", till, "--keys", "file", given=PASSPHRASE + "\n")
            assert second.returncode == Exit.UNAVAILABLE
            assert "已经在运行" in second.stderr
            opened.send_signal(signal.SIGTERM)
            assert opened.wait(timeout=60) == Exit.OK
            assert "Traceback" not in opened.stderr.read()
    verify = ["journal", "verify", "--data", till, "--keys", "file", "--json"]
    held = child(*verify, given=PASSPHRASE + "\n")
    assert (held.returncode, json.loads(held.stdout)["holds"]) == (Exit.OK, True)
    refused = child(*verify, given="another passphrase\n")
    assert refused.returncode == Exit.REFUSED
    assert PASSPHRASE not in held.stdout + held.stderr
    examined = child("doctor", "--data", till, "--keys", "file", "--json", given=PASSPHRASE + "\n")
    verdicts = {row["name"]: row["key"] for row in json.loads(examined.stdout)["checks"]}
    assert verdicts["database"] == "doctor.database_opens"
    assert verdicts["central"] == "doctor.central_silent"
    assert examined.returncode == Exit.OK


def test_pruning_says_how_much_it_forgot(central, posapp):
    code, out, _ = posapp("central", "prune", "--data", central, "--json")
    nothing = dict.fromkeys(("deletions", "tags_lapsed", "members_away", "gifts_lapsed"), 0)
    assert (code, json.loads(out)) == (Exit.OK, {**nothing, "min_pos": 0})
