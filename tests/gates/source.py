"""The parsed modules and the text files of a tree, for the gates to look at."""

import ast
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

_BINARY = {".png", ".qm", ".ttf", ".otf", ".bin", ".db", ".ico", ".wav", ".gz", ".parquet"}
_MADE = {"__pycache__", ".git", ".venv", ".venv-build", "build", "dist"}


@dataclass(frozen=True)
class Module:
    """One Python file under `root`."""

    root: Path
    path: Path

    @property
    def place(self) -> str:
        """The path from the root with forward slashes: posapp/domain/money.py."""
        return self.path.relative_to(self.root).as_posix()

    @property
    def name(self) -> str:
        return self.place.removesuffix(".py").removesuffix("/__init__").replace("/", ".")

    @cached_property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    def found(self, node: ast.AST, what: str) -> str:
        return f"{self.place}:{getattr(node, 'lineno', 1)}: {what}"

    def is_in(self, *places: str) -> bool:
        """Whether the file is one of the places; a place ending in / means all below it."""
        return any(self.place.startswith(p) if p.endswith("/") else self.place == p for p in places)


def modules(root: Path, folder: str = "posapp") -> Iterator[Module]:
    for path in sorted((root / folder).rglob("*.py")):
        yield Module(root, path)


def text_files(root: Path) -> Iterator[Path]:
    """The tracked text files; without a repository, all that are not made by tools."""
    tracked = _tracked(root) if shutil.which("git") else []
    paths = tracked or [
        path for path in root.rglob("*") if not _MADE.intersection(path.relative_to(root).parts)
    ]
    return (p for p in sorted(paths) if p.is_file() and p.suffix not in _BINARY)


def _tracked(root: Path) -> list[Path]:
    ask = ["git", "-C", str(root), "-c", "safe.directory=*", "ls-files", "-z"]
    answer = subprocess.run(ask, capture_output=True, check=False).stdout
    return [root / name for name in answer.decode().split("\0") if name]


def called_name(call: ast.Call) -> str:
    """The last word of what is called: `execute` for `session.execute(...)`."""
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def calls(tree: ast.AST) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))
