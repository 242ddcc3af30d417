"""The house is laid out as docs/architecture.md says."""

import ast
import configparser
import sys
from collections import Counter
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import grimp
import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "tracker"
MODULES = {
    path.relative_to(PACKAGE).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
    for path in sorted(PACKAGE.rglob("*.py"))
}

HOMES = {
    "alembic": ("store/schema.py",),
    "click": ("commands/", "main.py", "lazy.py"),
    "dateutil": ("services/supplements/recurring.py",),
    "icalendar": ("services/supplements/reminders.py",),
    "matplotlib": ("reports/charts/",),
    "pandas": ("reports/diary/frames.py",),
    "platformdirs": ("settings.py",),
    "rapidfuzz": ("language/nearest.py",),
    "rich": ("reports/", "commands/terminal/output.py"),
    "sqlalchemy": ("store/", "services/"),
    "sqlite3": ("library/", "store/"),
}
"""Who may import a library; services name SQLAlchemy's Connection in signatures only."""

MOST_MODULES = 10
"""In one folder; `commands/` alone is flat, with a module or a folder for each command."""

CLOCKS = {"datetime": {"now", "today", "utcnow"}, "time": {"time", "time_ns", "localtime"}}


def imports(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "a relative import"
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_the_walls_of_setup_cfg_stand():
    assert lint_imports(str(ROOT / "setup.cfg"), no_cache=True) == 0


def test_no_modules_import_each_other_in_a_circle():
    graph = grimp.build_graph("tracker", cache_dir=None)
    TopologicalSorter(
        {one: graph.find_modules_directly_imported_by(one) for one in graph.modules}
    ).prepare()


def test_no_folder_holds_more_modules_than_the_eye_takes_in():
    folders = Counter(
        Path(name).parent.as_posix() for name in MODULES if not name.endswith("__init__.py")
    )
    crowded = {name: count for name, count in folders.items() if count > MOST_MODULES}
    assert set(crowded) <= {"commands"}, crowded


@pytest.mark.parametrize("library", HOMES)
def test_a_library_is_imported_only_in_its_home(library):
    users = {
        name
        for name, tree in MODULES.items()
        if any(imported.split(".")[0] == library for imported in imports(tree))
    }
    assert users, f"nobody imports {library}"
    assert {name for name in users if not name.startswith(HOMES[library])} == set()


def test_services_know_of_sqlalchemy_only_the_connection():
    for name, tree in MODULES.items():
        if name.startswith("services/"):
            named = {one for one in imports(tree) if one.startswith("sqlalchemy")}
            assert named <= {"sqlalchemy", "sqlalchemy.Connection"}, name


@pytest.mark.parametrize("layer", ["language", "nutrition"])
def test_the_rules_need_no_clock_no_file_and_no_network(layer):
    forbidden = {"os", "pathlib", "socket", "sqlite3", "io", "csv", "time"}
    allowed = {*sys.stdlib_module_names, "tracker", "rapidfuzz"} - forbidden
    for name, tree in MODULES.items():
        if name.startswith(f"{layer}/"):
            assert {one.split(".")[0] for one in imports(tree)} <= allowed, name


def test_only_the_clock_reads_the_clock():
    readers = {name for name, tree in MODULES.items() if any(clock_readings(tree))}
    assert readers == {"clock.py"}


def clock_readings(tree: ast.Module) -> Iterator[str]:
    """Calls of `now` and its like on whatever name the module gave to datetime or time."""
    known = {
        alias.asname or alias.name: module
        for module in CLOCKS
        for node in ast.walk(tree)
        if (isinstance(node, ast.ImportFrom) and node.module == module)
        or (isinstance(node, ast.Import) and module in {alias.name for alias in node.names})
        for alias in node.names
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            root = node.value
            while isinstance(root, ast.Attribute):
                root = root.value
            module = known.get(root.id) if isinstance(root, ast.Name) else None
            if module and node.attr in CLOCKS[module]:
                yield ast.unparse(node)
        elif isinstance(node, ast.Name):
            yield from {node.id} & CLOCKS.get(known.get(node.id, ""), set())


@pytest.mark.parametrize(
    "code",
    [
        "from datetime import datetime\ndatetime.now()",
        "from datetime import date as day\nday.today()",
        "import datetime as dt\ndt.datetime.now()",
        "from datetime import datetime\nread = datetime.now",
        "import time\ntime.time()",
        "from time import time\ntime()",
    ],
)
def test_a_reading_of_the_clock_is_seen_whatever_its_name(code):
    assert list(clock_readings(ast.parse(code)))


def test_no_switch_is_passed_by_position():
    by_position = [f"{name}: {one}" for name, tree in MODULES.items() for one in switches(tree)]
    assert by_position == []


def switches(tree: ast.Module) -> Iterator[str]:
    """Parameters that are a bool and can be given without their name, by their annotations.

    Click calls a command by the names of its options; fields of a dataclass are no parameters
    here, as what reads them sees their names.
    """
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and not is_command(node):
            given = node.args.posonlyargs + node.args.args
            for one in [*given, *filter(None, [node.args.vararg])]:
                if one.annotation is not None and is_bool(one.annotation):
                    yield f"{node.name}({one.arg})"


def is_command(function: ast.FunctionDef) -> bool:
    calls = (one.func for one in function.decorator_list if isinstance(one, ast.Call))
    return any(isinstance(one, ast.Attribute) and one.attr in {"command", "group"} for one in calls)


def is_bool(annotation: ast.expr) -> bool:
    """Whether it is `bool`, or may be beside something else."""
    if isinstance(annotation, ast.Constant) and isinstance(annotation.value, str):
        annotation = ast.parse(annotation.value, mode="eval").body
    if isinstance(annotation, ast.BinOp):
        return is_bool(annotation.left) or is_bool(annotation.right)
    return isinstance(annotation, ast.Name) and annotation.id == "bool"


@pytest.mark.parametrize(
    ("code", "seen"),
    [
        ("def f(a: int, anyway: bool): ...", ["f(anyway)"]),
        ("def f(anyway: bool = False, /): ...", ["f(anyway)"]),
        ("def f(anyway: bool | None): ...", ["f(anyway)"]),
        ("def f(anyway: 'bool'): ...", ["f(anyway)"]),
        ("def f(*anyway: bool): ...", ["f(anyway)"]),
        ("class A:\n    def f(self, anyway: bool): ...", ["f(anyway)"]),
        ("def f(a: int, *, anyway: bool): ...", []),
        ("def f(wanted: Callable[[int], bool]): ...", []),
        ('@click.command("a")\ndef f(anyway: bool): ...', []),
        ('@group.command("a")\ndef f(anyway: bool): ...', []),
    ],
)
def test_a_switch_is_seen_however_it_is_written(code, seen):
    assert list(switches(ast.parse(code))) == seen


def test_no_chart_uses_pyplot():
    for name, tree in MODULES.items():
        assert not any(one.startswith("matplotlib.pyplot") for one in imports(tree)), name


def test_a_revision_never_imports_the_program():
    for path in sorted((ROOT / "migrations").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        assert "tracker" not in {one.split(".")[0] for one in imports(tree)}, path.name


def test_no_room_is_called_after_nothing():
    empty = {"utils", "helpers", "core", "common", "manager", "misc"}
    for name in MODULES:
        assert not empty & set(Path(name).with_suffix("").parts), name


def test_setup_lists_every_package():
    config = configparser.ConfigParser()
    config.read(ROOT / "setup.cfg", encoding="utf-8")
    listed = set(config["options"]["packages"].split())
    in_tree = {
        ".".join(path.parent.relative_to(ROOT).parts) for path in PACKAGE.rglob("__init__.py")
    }
    mapped = {"tracker.migrations", "tracker.migrations.versions", "tracker.seeds"}
    assert listed == in_tree | mapped
