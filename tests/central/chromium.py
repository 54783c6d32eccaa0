"""A real browser for the member's page: headless Chromium, driven over its DevTools protocol."""

from __future__ import annotations

import base64
import contextlib
import json
import os
import shutil
import subprocess
import time
from pathlib import Path

from websockets.sync.client import connect

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
GENEROUS_S = 60
MARK = "document.body.dataset.old = 'yes'"
ANOTHER = "document.readyState === 'complete' && document.body && !document.body.dataset.old"
SWITCHES = (
    "--headless=new",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-extensions",
    "--disable-sync",
    "--no-first-run",
    "--remote-debugging-port=0",
    # Nothing but this machine can be reached, whatever a page or the browser itself wants.
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
)


def program():
    """Where a Chromium is, or None."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


@contextlib.contextmanager
def running(folder: Path):
    """A browser with a profile of its own, and one empty tab in it."""
    words = [program(), *SWITCHES, f"--user-data-dir={folder}"]
    if os.geteuid() == 0:
        words.append("--no-sandbox")
    home = {**os.environ, "HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    child = subprocess.Popen(
        [*words, "about:blank"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=home
    )
    try:
        with connect(_address(folder, child), max_size=None, compression=None) as socket:
            yield Tab(socket)
    finally:
        child.terminate()
        child.wait(timeout=GENEROUS_S)


def _address(folder, child):
    """The browser writes where it listens into its profile."""
    note, end = folder / "DevToolsActivePort", time.monotonic() + GENEROUS_S
    while not (note.exists() and note.read_text().count("\n")):
        assert child.poll() is None, "the browser ended before it listened"
        assert time.monotonic() < end
        time.sleep(0.05)
    port, path = note.read_text().split("\n")[:2]
    return f"ws://127.0.0.1:{port}{path}"


class Tab:
    """One tab. Everything that the page complains of is kept in `complaints`."""

    def __init__(self, socket):
        self._socket, self._number, self._session = socket, 0, None
        self.complaints, self.asked_for = [], []
        target = self.do("Target.createTarget", url="about:blank")["targetId"]
        attached = self.do("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.do(f"{domain}.enable")

    def do(self, method, **params):
        """One command; what happened meanwhile is noted."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        self._socket.send(json.dumps(message))
        while True:
            heard = json.loads(self._socket.recv(timeout=GENEROUS_S))
            if heard.get("id") == self._number:
                assert "error" not in heard, heard
                return heard["result"]
            self._note(heard)

    def _note(self, heard):
        params = heard.get("params", {})
        match heard.get("method"):
            case "Log.entryAdded" if params["entry"]["level"] in ("error", "warning"):
                self.complaints.append(params["entry"]["text"])
            case "Runtime.exceptionThrown":
                self.complaints.append(str(params["exceptionDetails"]))
            case "Network.requestWillBeSent":
                self.asked_for.append(params["request"]["url"])

    def js(self, words):
        """The value of an expression in the page."""
        found = self.do("Runtime.evaluate", expression=words, returnByValue=True)
        assert "exceptionDetails" not in found, found
        return found["result"].get("value")

    def until(self, words):
        """Wait for an expression; a page that is being left has none for a moment."""
        end = time.monotonic() + GENEROUS_S
        while True:
            found = self.do("Runtime.evaluate", expression=words, returnByValue=True)
            if "exceptionDetails" not in found and found["result"].get("value"):
                return
            assert time.monotonic() < end, words

    def phone(self, language, *, scripts=True, width=360, height=800):
        """A phone that nobody used yet, in light colours."""
        metrics = {"width": width, "height": height, "deviceScaleFactor": 2, "mobile": True}
        self.do("Emulation.setDeviceMetricsOverride", **metrics)
        agent = self.js("navigator.userAgent")
        self.do("Emulation.setUserAgentOverride", userAgent=agent, acceptLanguage=language)
        self.do("Emulation.setScriptExecutionDisabled", value=not scripts)
        self.do("Network.clearBrowserCookies")
        self.look("light")
        self.complaints, self.asked_for = [], []

    def look(self, scheme):
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        self.do("Emulation.setEmulatedMedia", features=features)

    def open(self, url):
        """Go there, wherever that leads."""
        self.js(MARK)
        self.do("Page.navigate", url=url)
        self.until(ANOTHER)

    def send(self, selector, **fields):
        """Fill in a form and press its button, then wait for the page that answers."""
        self.js(MARK)
        for name, text in fields.items():
            self.js(f"document.querySelector({selector!r}).elements[{name!r}].value = {text!r}")
        self.js(f"document.querySelector({selector!r}).querySelector('button').click()")
        self.until(ANOTHER)

    def picture(self, path):
        taken = self.do("Page.captureScreenshot", captureBeyondViewport=True)
        Path(path).write_bytes(base64.b64decode(taken["data"]))
