"""dev.py: what it installs and when, and what it says where something stands in the way."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import dev

ROOT = Path(__file__).parent.parent
POSIX_ONLY = pytest.mark.skipif(os.name != "posix", reason="stands in for programs with scripts")


class Commands:
    """Stands in for system programs: each writes its words to a log and answers as told."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "commands"
        self.folder.mkdir()
        self.log = folder / "log"

    def add(self, name: str, script: str = "") -> None:
        path = self.folder / name
        path.write_text(f'#!/bin/sh\necho "{name} $*" >> {self.log}\n{script}\n')
        path.chmod(0o755)

    def called(self) -> list[str]:
        return self.log.read_text().splitlines() if self.log.exists() else []


@pytest.fixture
def commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Commands:
    commands = Commands(tmp_path)
    monkeypatch.setenv("PATH", f"{commands.folder}:/usr/bin:/bin")
    return commands


@pytest.fixture
def user(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: request.param)


AS_ROOT = pytest.mark.parametrize("user", [0], indirect=True)
AS_PERSON = pytest.mark.parametrize("user", [1000], indirect=True)


def test_a_browser_is_installed_where_apt_has_one_and_none_is_there() -> None:
    assert dev.browser_packages("debian", lambda _: None) == ["chromium"]
    assert dev.browser_packages("debian", {"google-chrome": "/opt/chrome"}.get) == []
    assert dev.browser_packages("ubuntu", lambda _: None) == []


@POSIX_ONLY
def test_missing_packages_are_those_that_dpkg_does_not_call_installed(commands: Commands) -> None:
    commands.add("apt-get")
    lines = "xvfb installed\\nxauth config-files\\nlibglib2.0-0t64 installed\\n"
    commands.add("dpkg-query", f"printf '{lines}'; exit 1")
    wanted = ["xvfb", "xauth", "libglib2.0-0", "xdotool"]
    assert dev.missing_system_packages(wanted) == ["xauth", "xdotool"]


@POSIX_ONLY
def test_no_packages_are_asked_for_where_there_is_no_dpkg(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert dev.missing_system_packages(["xvfb"]) == []


@POSIX_ONLY
@AS_ROOT
def test_packages_are_installed_without_questions_after_an_update(
    commands: Commands, user: None
) -> None:
    commands.add("apt-get", 'test "$DEBIAN_FRONTEND" = noninteractive && test ! -t 0')
    dev.install_system_packages(["xvfb"])
    update, install = commands.called()
    assert update.startswith("apt-get update")
    assert install.startswith("apt-get install -y --no-install-recommends xvfb")


@POSIX_ONLY
def test_a_locked_apt_is_waited_for(commands: Commands) -> None:
    once = f'[ -e {commands.log}.2 ] || {{ touch {commands.log}.2; echo "E: Could not get lock" >&2; exit 100; }}'
    commands.add("apt-get", once)
    assert dev.apt([], ["apt-get", "update"], pause_s=0) is None
    assert len(commands.called()) == 2


@POSIX_ONLY
@AS_ROOT
def test_a_failing_apt_is_quoted_with_the_line_to_try(commands: Commands, user: None) -> None:
    commands.add("apt-get", "echo 'E: Unable to locate package xvfb' >&2; exit 100")
    with pytest.raises(dev.Stop, match=r"(?s)Unable to locate.*apt-get install -y .* xvfb"):
        dev.install_system_packages(["xvfb"])


@POSIX_ONLY
@AS_PERSON
def test_without_root_the_exact_line_is_given_and_nothing_is_run(
    commands: Commands, user: None
) -> None:
    commands.add("sudo", "exit 1")
    commands.add("apt-get")
    line = "sudo apt-get update && sudo apt-get install -y --no-install-recommends xvfb xauth"
    with pytest.raises(dev.Stop, match=re.escape(line)):
        dev.install_system_packages(["xvfb", "xauth"])
    assert commands.called() == ["sudo -n true"]


@POSIX_ONLY
@AS_PERSON
def test_sudo_is_used_where_it_asks_nothing(commands: Commands, user: None) -> None:
    commands.add("sudo")
    dev.install_system_packages(["xvfb"])
    assert commands.called()[2].startswith("sudo -n env DEBIAN_FRONTEND=noninteractive apt-get")


def test_an_old_python_is_named_together_with_what_to_do() -> None:
    with pytest.raises(dev.Stop, match=r"Python 3\.9, too old; (run it with|install) .*3\.1"):
        dev.check_python((3, 9))


def test_this_python_is_new_enough() -> None:
    dev.check_python(sys.version_info[:2])


def test_a_full_disk_is_told_before_anything_is_made() -> None:
    with pytest.raises(dev.Stop, match=r"disk has \d+ MB left"):
        dev.check_disk(needed=10**20)


@pytest.mark.parametrize(
    ("output", "words"),
    [
        ("OSError: [Errno 28] No space left on device", "disk is full"),
        ("THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE", "not the one"),
        ("ERROR: No matching distribution found for ruff==0.17.6", "out of reach"),
        ("Max retries exceeded with url: /simple/ruff/", "out of reach"),
        ("Error: Command '['python', '-m', 'ensurepip']' returned 1", "venv package"),
    ],
)
def test_the_cause_of_a_failed_step_is_told_in_words(output: str, words: str) -> None:
    assert words in dev.explain(output)


def test_what_the_caller_set_for_python_and_pip_does_not_leak_in(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("VIRTUAL_ENV", "PYTHONPATH", "PYTHONHOME", "PIP_TARGET", "PIP_USER"):
        monkeypatch.setenv(name, "elsewhere")
    assert "elsewhere" not in dev.clean_environment().values()


@pytest.fixture
def small_lock(tmp_path: Path) -> Path:
    locked = tmp_path / "small.lock"
    locked.write_text("# nothing\n")
    return locked


def test_an_environment_is_made_once_and_needs_no_index_again(
    tmp_path: Path, small_lock: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    venv = tmp_path / ".venv"
    (venv / "bin").mkdir(parents=True)  # what a failed attempt without ensurepip leaves behind
    python = dev.ready_environment(venv, small_lock)
    assert dev.is_sound(venv)
    monkeypatch.setattr(dev, "run_step", lambda *words: pytest.fail(f"ran again: {words}"))
    assert dev.ready_environment(venv, small_lock) == python


def test_a_changed_lock_is_installed_into_the_same_environment(
    tmp_path: Path, small_lock: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "is_sound", lambda venv: True)
    steps: list[str] = []
    monkeypatch.setattr(dev, "run_step", lambda what, command: steps.append(what))
    (tmp_path / "venv").mkdir()
    dev.ready_environment(tmp_path / "venv", small_lock)
    small_lock.write_text("# something\n")
    dev.ready_environment(tmp_path / "venv", small_lock)
    assert steps == ["small.lock", "small.lock"]


def test_an_environment_that_was_moved_is_not_sound(tmp_path: Path, small_lock: Path) -> None:
    assert not dev.is_sound(tmp_path / "nowhere")


def test_an_unreachable_index_is_told_in_words(tmp_path: Path) -> None:
    locked = tmp_path / "small.lock"
    locked.write_text(f"ruff==0.17.6 --hash=sha256:{'0' * 64}\n")
    command = [sys.executable, "-m", "pip", "--isolated", "download", "--no-deps", "-q", "-r"]
    closed = ["--retries", "0", "--timeout", "2", "-i", "http://127.0.0.1:9/"]
    with pytest.raises(dev.Stop, match="index is out of reach"):
        dev.run_step("small.lock", [*command, str(locked), "-d", str(tmp_path), *closed])


@pytest.mark.parametrize("failing", [[], ["lint"]])
def test_a_failed_gate_fails_the_run_though_the_tests_pass(
    failing: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[list[str]] = []

    def call(command: list[str]) -> int:
        calls.append(command)
        return int("check" in command and "lint" in failing)

    monkeypatch.setattr(dev, "call", call)
    assert dev.test("python", ["-k", "money"]) == bool(failing)
    assert calls[-1] == ["python", "-m", "pytest", "-k", "money"]
    assert len(calls) == 4


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Commands that would have been run; the one with the windows fails."""
    calls: list[list[str]] = []

    def call(command: list[str], _said: Path | None = None) -> int:
        calls.append(command)
        return int("tests/ui" in command)

    monkeypatch.setattr(dev, "call", call)
    return calls


def test_without_words_every_part_of_the_tests_is_run(calls: list[list[str]]) -> None:
    assert dev.test("python", []) == 1
    runs = [command for command in calls if "pytest" in command]
    named = {word for command in runs for word in command if word.startswith("tests/")}
    assert named == {"tests/ui", "tests/app", "tests/demo", "tests/flows"}
    assert len(runs) == 3
    ignored = {word.partition("=")[2] for run in runs for word in run if "--ignore=" in word}
    assert ignored == named


def test_what_runs_beside_is_told_whole_after_the_first(
    capfd: pytest.CaptureFixture[str],
) -> None:
    python = sys.executable
    slow = [python, "-c", "import time; time.sleep(0.3); print('first is done')"]
    wrong = [python, "-c", "print('one'); raise SystemExit(3)"]
    assert dev.side_by_side(slow, [wrong, [python, "-c", "print('two')"]]) == 3
    told = [line for line in capfd.readouterr().out.splitlines() if not line.startswith("$")]
    assert told == ["first is done", "one", "two"]


def test_coverage_adds_up_over_the_parts(calls: list[list[str]]) -> None:
    assert dev.coverage("python", []) == 1
    runs = [command for command in calls if "pytest" in command]
    assert ["--cov-append" in command for command in runs] == [False, True, True]
    assert sum("--fail-under=95" in command for command in calls) == 3


def test_an_unknown_verb_lists_the_known_ones(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        dev.main(["paint"])
    assert "invalid choice: 'paint'" in capsys.readouterr().err


def test_every_locked_package_has_a_hash_and_no_index_is_named() -> None:
    for locked in sorted((ROOT / "requirements").glob("*.lock")):
        text = locked.read_text()
        packages = re.findall(r"^[a-z][^\n]*==[^\n]*\\\n {4}--hash=sha256:", text, re.MULTILINE)
        assert packages
        assert len(packages) == len(re.findall(r"^[^\s#]", text, re.MULTILINE)), locked


def test_locks_agree_with_each_other() -> None:
    pinned = {
        path.stem: set(re.findall(r"^([a-z0-9-]+==\S+)", path.read_text(), re.MULTILINE))
        for path in (ROOT / "requirements").glob("*.lock")
    }
    assert pinned["runtime"] <= pinned["dev"]
    assert pinned["runtime"] <= pinned["build"]
    assert pinned["runtime"] <= pinned["replay"]


def test_every_shipped_package_is_in_the_third_party_notes() -> None:
    names = re.findall(
        r"^([a-z0-9-]+)==", (ROOT / "requirements/runtime.lock").read_text(), re.MULTILINE
    )
    notes = (ROOT / "THIRD_PARTY.md").read_text()
    assert [name for name in names if f"| {name} |" not in notes] == []


@pytest.mark.skipif(not shutil.which("bash"), reason="needs bash")
def test_ci_calls_the_test_command_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / ".ci").mkdir()
    shutil.copy(ROOT / ".ci/run", tmp_path / ".ci/run")
    (tmp_path / "dev.py").write_text("import sys; print(sys.argv[1:]); sys.exit(7)")
    run = subprocess.run([tmp_path / ".ci/run"], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout) == (7, "['test']\n")
