"""A process of its own, outside the till and without its code: reads and works it over AT-SPI,
and presses keys as a keyboard and a scanner do.

Run by the system's Python, which has the bindings; prints what it found as one line of JSON.
"""

import json
import subprocess
import sys
import time
import warnings

import gi

gi.require_version("Atspi", "2.0")
warnings.simplefilter("ignore", DeprecationWarning)

from gi.repository import Atspi, GLib  # noqa: E402  # the version is chosen first

WITHIN_S = 60.0
A_HAND_S = 0.15
"""No hand scans and types within less."""
PRESSED = ("push button", "check box", "radio button")


class Reader:
    """Finds by role and name only, as a blind person's program does."""

    def __init__(self):
        Atspi.init()
        self.heard = []
        self._listener = Atspi.EventListener.new(self._on_event)
        self._listener.register("object:announcement")

    def find(self, roles, name, *, begins=False):
        """The first thing on the screen of one of these roles and this name."""

        def look():
            for node in self._shown():
                fits = node.get_name().startswith(name) if begins else node.get_name() == name
                if fits and node.get_role_name() in roles:
                    return node
            return None

        return self.wait(look, f"{roles} {name!r}")

    def press(self, name, *, begins=False):
        node = self.find(PRESSED, name, begins=begins)
        self.wait(lambda: _has(node, Atspi.StateType.ENABLED), f"{name} to press")
        actions = [node.get_action_name(place) for place in range(node.get_n_actions())]
        node.do_action(actions.index("Press"))

    def names(self, role):
        return [node.get_name() for node in self._shown() if node.get_role_name() == role]

    def focus(self, roles, name):
        node = self.find(roles, name)
        node.get_component_iface().grab_focus()
        self.wait(lambda: _has(node, Atspi.StateType.FOCUSED), f"the focus of {name}")
        return node

    def hear(self, words):
        self.wait(lambda: any(words in each for each in self.heard), f"to hear {words}")

    def wait(self, look, what):
        until = time.monotonic() + WITHIN_S
        while time.monotonic() < until:
            while GLib.MainContext.default().iteration(False):
                pass
            try:
                found = look()
            except GLib.Error:  # it went while it was read
                found = None
            if found:
                return found
            time.sleep(0.05)
        sys.exit(f"never there: {what}; heard {self.heard}; {sorted(set(self._names()))}")

    def _on_event(self, event):
        self.heard.append(str(event.any_data))

    def _names(self):
        return [node.get_name() for node in self._shown()]

    def _shown(self):
        desktop = Atspi.get_desktop(0)
        for place in range(desktop.get_child_count()):
            program = desktop.get_child_at_index(place)
            if program is not None and program.get_name() == "posapp":
                yield from _below(program)


def _below(node):
    for place in range(node.get_child_count()):
        child = node.get_child_at_index(place)
        if child is not None and _has(child, Atspi.StateType.SHOWING):
            yield child
            yield from _below(child)


def _has(node, state):
    return node.get_state_set().contains(state)


def tap(*keys):
    """Real keys of the display, pressed and let go."""
    subprocess.run(["xdotool", "key", *keys], check=True)


def scan(code):
    """What a scanner does: a millisecond a key, and Return."""
    subprocess.run(["xdotool", "type", "--delay", "1", f"{code}\n"], check=True)


def by_touch(reader, number, pin):
    found = {}
    reader.press(number, begins=True)
    for digit in pin:
        reader.press(digit)
    reader.press("¥500")
    reader.press("开班")
    field = reader.find(("text",), "扫码或输入")
    reader.wait(lambda: _has(field, Atspi.StateType.FOCUSED), "the scan field's focus")
    found["windows"] = reader.names("frame")
    for tile, total in (("矿泉水", "合计 ¥3.00"), ("可口可乐", "合计 ¥8.00")):
        reader.press(tile, begins=True)
        reader.find(("label",), total)
    found["cells"] = reader.names("table cell")
    reader.press("收款", begins=True)
    reader.find(("label",), "剩余 ¥8.00")
    found["ways"] = reader.names("check box")
    reader.press("¥10")
    reader.hear("收款成功")
    reader.press("新的一单")
    reader.find(("label",), "合计 ¥0.00")
    return found


def by_keys(reader, first, *others):
    """A scanner over an open dialog in which somebody types, then the whole paid in cash."""
    scan(first)
    reader.find(("label",), "件数 1")
    tap("F6")
    reader.press("金额")
    field = reader.focus(("text",), "减多少")
    tap("1")
    for place, code in enumerate(others):
        time.sleep(A_HAND_S)
        scan(code)
        if place == len(others) // 2:
            time.sleep(A_HAND_S)
            tap("2")
    reader.wait(lambda: _text(field) == "12", "what was typed")
    tap("Escape")
    reader.find(("label",), f"件数 {1 + len(others)}")
    tap("plus")
    reader.find(("label",), "剩余", begins=True)
    tap("Return")
    reader.wait(lambda: sum("收款成功" in each for each in reader.heard) == 2, "the second sale")
    reader.find(("label",), "合计 ¥0.00")


def _text(node):
    return node.get_text_iface().get_text(0, -1).removeprefix("¥").strip()


def work(reader, number, pin, *codes):
    found = by_touch(reader, number, pin)
    by_keys(reader, *codes)
    return {**found, "heard": reader.heard}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(work(Reader(), *sys.argv[1:])))
