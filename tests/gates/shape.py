"""Gates on shape: sizes, import cycles, objects made while importing."""

import ast
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

from tests.gates.source import Module, called_name, modules, text_files

LONGEST_FILE = 600
LONGEST_CLASS = 300


def long_files(root: Path) -> list[str]:
    files = [p for p in text_files(root) if p.suffix == ".py"]
    lengths = {p: len(p.read_text(encoding="utf-8").splitlines()) for p in files}
    return [f"{p.relative_to(root)}: {n} lines" for p, n in lengths.items() if n > LONGEST_FILE]


def long_classes(root: Path) -> list[str]:
    return [
        module.found(node, f"class {node.name} has {length} lines")
        for module in modules(root)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ClassDef)
        and (length := (node.end_lineno or 0) - node.lineno + 1) > LONGEST_CLASS
    ]


def import_cycles(root: Path) -> list[str]:
    """Cycles among what modules import while they load; types-only and late imports are none."""
    known = {module.name: module for module in modules(root)}
    graph = {name: set(_imports(module, known)) - {name} for name, module in known.items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return [" -> ".join(error.args[1])]
    return []


def _imports(module: Module, known: dict[str, Module]) -> Iterator[str]:
    for node in _run_on_import(module.tree):
        match node:
            case ast.Import(names=names):
                yield from (alias.name for alias in names if alias.name in known)
            case ast.ImportFrom(module=str(base), names=names):
                inner = {f"{base}.{alias.name}" for alias in names} & known.keys()
                yield from inner
                if base in known and len(inner) < len(names):
                    yield base


def _run_on_import(node: ast.AST) -> Iterator[ast.AST]:
    """The nodes that run when the module loads."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
            continue
        yield child
        yield from _run_on_import(child)


def module_instances(root: Path) -> list[str]:
    """Instances of our own classes that a module makes for everyone; frozen values are none."""
    stateful = {
        node.name
        for module in modules(root)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ClassDef) and not _is_value(node)
    }
    return [
        module.found(node, f"{called_name(node)}() made while importing")
        for module in modules(root)
        for statement in module.tree.body
        if isinstance(statement, ast.Assign | ast.AnnAssign | ast.Expr | ast.If | ast.Try)
        for node in _run_on_import(statement)
        if isinstance(node, ast.Call) and called_name(node) in stateful & _own_names(module)
    ]


def _own_names(module: Module) -> set[str]:
    """Names that the module defines itself or takes from posapp."""
    names = {node.name for node in module.tree.body if isinstance(node, ast.ClassDef)}
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("posapp"):
            names.update(alias.asname or alias.name for alias in node.names)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            names.add(node.attr)
    return names


def _is_value(node: ast.ClassDef) -> bool:
    frozen = any("frozen=True" in ast.unparse(d) for d in (*node.decorator_list, *node.keywords))
    bases = {ast.unparse(base).rpartition(".")[2] for base in node.bases}
    return frozen or bool(bases & {"Enum", "StrEnum", "IntEnum", "NamedTuple"})
