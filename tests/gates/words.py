"""Gates on words in the repository: promises left open, one machine's paths, index hosts."""

import re
from pathlib import Path

from tests.gates.source import text_files

# Spelt in pieces, so that this file does not find itself.
_OPEN_PROMISE = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X|HA" + r"CK)\b")
_MACHINE = re.compile(r"(?<![\w.$}])/(?:home|Users|root|work|workspace)/\w|[A-Z]:\\Users\\")
_INDEX = re.compile(r"py" + r"pi\.org|pythonhos" + r"ted|(?<!emit-)index-" + r"url")


def open_promises(root: Path) -> list[str]:
    return _lines_with(_OPEN_PROMISE, root, {".py", ".md", ".toml", ".sh", ".spec"})


def machine_paths(root: Path) -> list[str]:
    return _lines_with(_MACHINE, root)


def index_hosts(root: Path) -> list[str]:
    return _lines_with(_INDEX, root)


def _lines_with(pattern: re.Pattern[str], root: Path, kinds: set[str] | None = None) -> list[str]:
    return [
        f"{path.relative_to(root)}:{number}: {found.group()}"
        for path in text_files(root)
        if kinds is None or path.suffix in kinds
        for number, line in enumerate(path.read_text("utf-8", "replace").splitlines(), 1)
        if (found := pattern.search(line))
    ]
