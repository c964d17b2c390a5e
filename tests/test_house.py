"""The rules of the house that no linter knows: who may import whom, how long things get, what never enters git."""

import ast
import importlib
import pkgutil
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

import timeline

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "timeline").rglob("*.py"))
SCRIPTS = sorted([*(ROOT / "assets").glob("*.mjs"), *(ROOT / "assets" / "lib").rglob("*.mjs")])

# One line a floor: a part imports from the floors below its own, and never from a neighbour on the same floor (but for the lowest).
FLOORS = (
    ("errors", "model", "messages", "format_messages", "clock", "moment", "ages", "abbreviations", "notation", "assets"),
    ("table", "check", "document"),
    ("read", "date", "arrange"),
    ("draw",),
    ("export",),
    ("__init__",),
    ("store",),  # above the whole chain: it is built of loaded stories
    ("serve",),  # above export: the app hands out the exported page
    ("cli", "app"),
)
FLOOR = {part: number for number, parts in enumerate(FLOORS) for part in parts}

# Imports inside a function, up the house: conveniences of the nouns that nothing below depends on.
STAIRS = {("model", "table"), ("model", "export"), ("model", "__init__")}

# Where a heavy library may be imported at all, even inside a function.
HOMES = {
    "plotly": ("draw", "export"),
    "dash": ("serve", "app"),
    "flask": ("serve", "app"),
    "pandas": ("table", "read", "export", "__init__"),
    "playwright": ("export",),
    "ibis": ("store",),
    "duckdb": ("store",),
    "psycopg": ("store",),
    "pyspark": ("store",),
}


def part_of(path: Path) -> str:
    """The part of the house that a file belongs to: the package or module below `timeline`."""
    return path.relative_to(ROOT / "timeline").parts[0].removesuffix(".py") if path.is_relative_to(ROOT / "timeline") else path.stem


def imports_of(path: Path) -> Iterator[tuple[str, int, bool]]:
    """Every imported module of a file as (dotted name, line, at import time); what only types need is left out."""

    def visit(node: ast.AST, eager: bool) -> Iterator[tuple[str, int, bool]]:
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            return
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno, eager) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((f"{node.module}.{alias.name}", node.lineno, eager) for alias in node.names)
        inner = eager and not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        for child in ast.iter_child_nodes(node):
            yield from visit(child, inner)

    yield from visit(ast.parse(path.read_text("utf-8")), True)


def own_part(name: str) -> str | None:
    """The part that a dotted name of an import belongs to; None outside of the project."""
    first, _, rest = name.partition(".")
    second = rest.partition(".")[0]
    if first == "app":
        return "app"
    if first != "timeline":
        return None
    return second if second in FLOOR or second in map(part_of, MODULES) else "__init__"


def doors() -> list[Path]:
    """`app.py`, where it is there."""
    return [path for path in [ROOT / "app.py"] if path.exists()]


@pytest.mark.parametrize("path", [*MODULES, *doors()], ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_only_go_down_the_house(path: Path) -> None:
    importer = part_of(path)
    assert importer in FLOOR, f"give {importer!r} a floor in FLOORS"
    wrong = []
    for name, line, eager in imports_of(path):
        assert not name.startswith("None."), f"line {line}: relative import"
        imported = own_part(name)
        if imported is None or imported == importer:
            continue
        assert imported in FLOOR, f"give {imported!r} a floor in FLOORS"
        below = FLOOR[imported] < FLOOR[importer] or FLOOR[imported] == FLOOR[importer] == 0
        lazy = not eager and ((importer, imported) in STAIRS or importer == "__init__")
        if not below and not lazy:
            wrong.append(f"line {line}: {importer} imports {name}")
    assert not wrong


@pytest.mark.parametrize("path", [*MODULES, *doors()], ids=lambda path: str(path.relative_to(ROOT)))
def test_heavy_libraries_stay_at_home(path: Path) -> None:
    used = {(name.partition(".")[0], line) for name, line, _ in imports_of(path)}
    assert not [(name, line) for name, line in used if name in HOMES and part_of(path) not in HOMES[name]]


@pytest.mark.parametrize("path", [*MODULES, *SCRIPTS, *doors()], ids=lambda path: str(path.relative_to(ROOT)))
def test_no_file_is_longer_than_400_lines(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 400


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method of a syntax tree."""
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


@pytest.mark.parametrize("path", [*MODULES, *doors()], ids=lambda path: str(path.relative_to(ROOT)))
def test_no_function_is_longer_than_40_lines(path: Path) -> None:
    long = {}
    for function in functions(ast.parse(path.read_text("utf-8"))):
        first = function.body[0]
        docstring = ast.get_docstring(function, clean=False) is not None and first.end_lineno
        length = (
            (function.end_lineno or 0)
            - function.lineno
            + 1
            - (first.end_lineno - first.lineno + 1 if docstring and first.end_lineno else 0)
        )
        if length > 40:
            long[function.name] = length
    assert not long


def test_no_module_is_a_drawer_for_odds_and_ends() -> None:
    names = {"utils", "util", "helpers", "helper", "core", "common", "misc", "manager"}
    assert not [path for path in MODULES if path.stem in names]


def test_all_is_importable_and_says_nothing_twice() -> None:
    names = list(timeline.__all__)  # ruff's RUF022 keeps it sorted
    assert len(names) == len(set(names))
    assert not [name for name in names if not hasattr(timeline, name)]


@pytest.mark.parametrize("name", [found.name for found in pkgutil.walk_packages([str(ROOT / "timeline")], "timeline.")])
def test_every_module_can_be_imported(name: str) -> None:
    importlib.import_module(name)


# Written in pieces, so that this file does not hold what it looks for.
HOSTS = ("pypi" + ".org", "pythonhosted" + ".org", "npmjs" + ".org", "npmjs" + ".com", "yarnpkg" + ".com")
MACHINE = re.compile(rb"(?<![\w./:~$}-])/(?:" + rb"|".join([b"root", b"home", b"work", b"tmp", b"Users", b"private"]) + rb")/\w")


@pytest.mark.parametrize(
    "name", subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True).stdout.split("\0")[:-1]
)
def test_no_file_in_git_names_a_machine_or_a_registry(name: str) -> None:
    path = ROOT / name
    content = path.read_bytes() if path.is_file() else b""  # deleted, not yet committed
    assert not MACHINE.findall(content)
    assert not [host for host in HOSTS if host.encode() in content]
