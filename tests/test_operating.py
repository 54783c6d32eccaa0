"""What the doctor sees on a machine, and what it says about it."""

import shutil
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from types import SimpleNamespace

import pytest

from posapp.operating import examine
from posapp.ui import self_check


@pytest.fixture(autouse=True)
def a_window_can_be_opened(monkeypatch):
    """Asking Qt takes a process of its own; one test of its own does that."""
    monkeypatch.setattr(self_check, "platform_problem", lambda: "")


@pytest.fixture
def healthy_address():
    """Something that answers like a central, ten minutes ahead of this machine."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.end_headers()

        def date_time_string(self, timestamp=None):
            return "Fri, 01 Jan 2100 00:00:00 GMT"

        def log_message(self, *args):
            pass

    server = HTTPServer(("127.0.0.1", 0), Answer)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def seen(folder):
    """Verdict and key by name."""
    answer = examine(data=folder)
    rows = {row["name"]: (row["verdict"].value, row["key"]) for row in answer["checks"]}
    return rows, answer["failed"]


def test_a_fresh_machine_without_a_keyring_may_sell_but_is_told(tmp_path):
    rows, failed = seen(tmp_path / "not there yet")
    assert rows == {
        "qt": ("ok", "doctor.window_opens"),
        "fonts": ("ok", "doctor.fonts_there"),
        "keyring": ("warn", "keys.no_keyring"),
        "database": ("warn", "till.not_here"),
        "central": ("warn", "doctor.central_not_named"),
        "clock": ("ok", "doctor.clock_plausible"),
        "disk": ("ok", "doctor.disk_free"),
    }
    assert not failed
    assert not (tmp_path / "not there yet").exists()


def test_a_database_in_the_clear_fails(tmp_path):
    (tmp_path / "till.db").write_bytes(b"SQLite format 3\x00" + b"\0" * 84)
    rows, failed = seen(tmp_path)
    assert rows["database"] == ("fail", "doctor.database_in_the_clear")
    assert failed


def test_an_encrypted_database_is_not_opened_without_being_asked(tmp_path):
    (tmp_path / "till.db").write_bytes(b"\x8f" * 4096)
    assert seen(tmp_path)[0]["database"] == ("ok", "doctor.database_sealed")


def test_a_central_that_does_not_answer_is_a_warning_because_the_till_sells_offline(tmp_path):
    (tmp_path / "settings.toml").write_text('central_url = "http://127.0.0.1:9"\n')
    rows, failed = seen(tmp_path)
    assert rows["central"] == ("warn", "doctor.central_silent")
    assert not failed


def test_a_clock_far_from_centrals_is_told(tmp_path, healthy_address):
    (tmp_path / "settings.toml").write_text(f'central_url = "{healthy_address}"\n')
    rows, _ = seen(tmp_path)
    assert rows["central"] == ("ok", "doctor.central_answers")
    assert rows["clock"] == ("warn", "doctor.clock_differs")


def test_settings_that_cannot_be_read_fail_in_their_own_words(tmp_path):
    (tmp_path / "settings.toml").write_text("central_url = ")
    rows, failed = seen(tmp_path)
    assert rows["central"] == ("fail", "settings.file_damaged")
    assert failed


def test_a_nearly_full_disk_fails(tmp_path, monkeypatch):
    nearly_full = SimpleNamespace(total=10**12, used=10**12, free=499_000_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: nearly_full)
    rows, failed = seen(tmp_path)
    assert rows["disk"] == ("fail", "doctor.disk_low")
    assert failed


def test_a_machine_without_a_screen_fails(tmp_path, monkeypatch):
    monkeypatch.setattr(self_check, "can_draw", lambda: False)
    assert seen(tmp_path)[0]["qt"] == ("fail", "till.no_display")


def test_what_qt_complains_of_is_quoted(tmp_path, monkeypatch):
    monkeypatch.setattr(self_check, "platform_problem", lambda: "could not connect")
    answer = examine(data=tmp_path)
    assert answer["checks"][0]["params"] == {"reason": "could not connect"}
    assert answer["failed"]


def test_qt_is_asked_in_a_process_of_its_own(monkeypatch):
    monkeypatch.undo()
    assert self_check.platform_problem() == ""
    monkeypatch.setenv("QT_QPA_PLATFORM", "no-such-platform")
    assert "no-such-platform" in self_check.platform_problem()
