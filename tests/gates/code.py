"""Gates on what code does: print, float money, broad except, SQL from text, untranslated words."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.gates.source import Module, called_name, calls, modules

MOST_DOUBLES = 6
_CJK = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
_TWO_LETTERS = re.compile(r"[A-Za-z]{2}")
_SHOWN = {
    "QLabel", "QPushButton", "QGroupBox", "setText", "setWindowTitle", "setPlaceholderText",
    "setToolTip", "setAccessibleName", "setAccessibleDescription", "setTitle",
}  # fmt: skip
_MARKS = {"tr", "translate", "QT_TRANSLATE_NOOP", "QT_TR_NOOP"}
_SQL_CALLS = {"text", "execute", "executemany", "executescript", "exec_driver_sql"}
_UNBINDABLE = re.compile(r"PRAGMA ", re.IGNORECASE)


def prints(root: Path) -> list[str]:
    speakers = ("posapp/cli.py", "posapp/cli/", "posapp/__main__.py", "posapp/demo/")
    return [
        module.found(call, "print(")
        for module in modules(root)
        if not module.is_in(*speakers)
        for call in calls(module.tree)
        if isinstance(call.func, ast.Name) and call.func.id == "print"
    ]


def floats(root: Path) -> list[str]:
    """float( in the layers of money, any float in domain and wire, and inexact columns."""
    return [
        module.found(node, what)
        for module in modules(root)
        if module.is_in("posapp/domain/", "posapp/wire/", "posapp/offline/", "posapp/central/")
        for node in ast.walk(module.tree)
        if (what := _inexact(node, pure=module.is_in("posapp/domain/", "posapp/wire/")))
    ]


def _inexact(node: ast.AST, *, pure: bool) -> str:
    match node:
        case ast.Call(func=ast.Name(id="float")):
            return "float("
        case ast.Name(id="float") | ast.Constant(value=float()) if pure:
            return "float in a pure layer"
        case ast.Name(id="Float" | "Numeric" | "REAL" | "DOUBLE" | "DECIMAL" as column):
            return f"{column} column"
        case ast.Attribute(attr="Float" | "Numeric" | "REAL" | "DOUBLE" | "DECIMAL" as column):
            return f"{column} column"
        case _:
            return ""


def broad_excepts(root: Path) -> list[str]:
    """Handlers that would swallow a bug; those that end by raising it again only tidy up."""
    return [
        module.found(node, "broad except")
        for module in modules(root)
        if not module.is_in("posapp/ui/background.py", "posapp/app.py")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or _names(node.type) & {"Exception", "BaseException"})
        and not (isinstance(last := node.body[-1], ast.Raise) and last.exc is None)
    ]


def _names(node: ast.expr) -> set[str]:
    return {n.id for n in ast.walk(node) if isinstance(n, ast.Name)}


def untranslated(root: Path) -> list[str]:
    """Words on the screen that no translator can reach."""
    return [
        finding
        for module in modules(root)
        if module.is_in("posapp/ui/")
        for finding in _untranslated_in(module)
    ]


def _untranslated_in(module: Module) -> Iterator[str]:
    marked = {
        id(part)
        for call in calls(module.tree)
        if called_name(call) in _MARKS
        for argument in (*call.args, *(k.value for k in call.keywords))
        if not isinstance(argument, ast.JoinedStr)
        for part in ast.walk(argument)
    }
    silent = marked | _docstrings(module.tree) | _tables_by_language(module.tree)
    for node in ast.walk(module.tree):
        match node:
            case ast.Constant(value=str(words)) if _CJK.search(words) and id(node) not in silent:
                yield module.found(node, f"not inside tr(): {words!r}")
            case ast.Call(args=[ast.Constant(value=str(words)), *_]) if called_name(
                node
            ) in _SHOWN and _TWO_LETTERS.search(words):
                yield module.found(node, f"shown without tr(): {words!r}")


def _docstrings(tree: ast.Module) -> set[int]:
    return {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr)}


def _tables_by_language(tree: ast.Module) -> set[int]:
    """What stands in {"zh_CN": ..., "en": ...} is its own translation."""
    return {
        id(part)
        for node in ast.walk(tree)
        if isinstance(node, ast.Dict)
        and any(isinstance(key, ast.Constant) and key.value == "zh_CN" for key in node.keys)
        for part in ast.walk(node)
    }


def built_sql(root: Path) -> list[str]:
    """SQL put together from pieces, but for the PRAGMAs that take no parameter."""
    return [
        module.found(call, "SQL built from pieces")
        for module in modules(root)
        for call in calls(module.tree)
        if called_name(call) in _SQL_CALLS and call.args and _is_built(call.args[0])
    ]


def _is_built(argument: ast.expr) -> bool:
    match argument:
        case ast.JoinedStr(values=[ast.Constant(value=str(start)), *_]):
            return not _UNBINDABLE.match(start)
        case ast.JoinedStr():
            return True
        case ast.BinOp(op=ast.Add() | ast.Mod()):
            return any(isinstance(n, ast.Name | ast.Call) for n in ast.walk(argument))
        case ast.Call(func=ast.Attribute(attr="format" | "join", value=ast.Constant())):
            return True
        case _:
            return False


def doubles(root: Path) -> list[str]:
    """Test files that replace too much of the program to prove anything about it."""
    counts = {m.place: _doubles_in(m) for m in modules(root, "tests")}
    return [f"{place}: {n} patches and mocks" for place, n in counts.items() if n > MOST_DOUBLES]


def _doubles_in(module: Module) -> int:
    names = {"Mock", "MagicMock", "AsyncMock", "create_autospec"}
    count = 0
    for call in calls(module.tree):
        dotted = ast.unparse(call.func)
        count += called_name(call) in names or "patch" in dotted.split(".")
        count += dotted.endswith("patch.setattr")
    return count
