"""The house is laid out as docs/architecture.md says."""

import ast
import configparser
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "tracker"
MODULES = sorted(PACKAGE.rglob("*.py"))

ROOMS = {"nutrition", "store", "services", "reports", "commands"}
HALL = {"errors", "settings", "clock", "resources"}
"""What everyone may import, and what itself imports no room."""

MAY_IMPORT = {
    "nutrition": {"errors"},
    "store": {"nutrition"} | HALL,
    "services": {"nutrition", "store"} | HALL,
    "reports": {"nutrition"} | HALL,
    "commands": {"nutrition", "services", "reports"} | HALL,
    "main": {"lazy"} | HALL,
    "lazy": {"nutrition"} | HALL,
    "__main__": {"main"},
    "__init__": set(),
} | {name: set() for name in HALL}

ONLY_HOME = {
    "sqlalchemy": ("store/", "services/"),
    "alembic": ("store/schema.py",),
    "pandas": ("reports/frames.py",),
    "matplotlib": ("reports/charts/",),
    "click": ("commands/", "main.py", "lazy.py"),
    "rich": ("reports/", "commands/output.py"),
}
"""Who may import a library; services name SQLAlchemy's Connection in signatures only."""


def imports(path: Path) -> list[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import"
            found += [node.module] + [f"{node.module}.{alias.name}" for alias in node.names]
    return found


def room(path: Path) -> str:
    first = path.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


def name(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_dependencies_point_inward(path):
    here = room(path)
    for imported in imports(path):
        parts = imported.split(".")
        if parts[0] != "tracker" or len(parts) == 1:
            continue
        there = parts[1]
        assert there == here or there in MAY_IMPORT[here], f"{name(path)} imports {imported}"


def test_the_walls_of_setup_cfg_stand():
    assert lint_imports(str(ROOT / "setup.cfg"), no_cache=True) == 0


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_library_is_imported_only_in_its_home(path):
    for imported in imports(path):
        homes = ONLY_HOME.get(imported.split(".")[0])
        if homes is not None:
            assert name(path).startswith(homes), f"{name(path)} imports {imported}"


@pytest.mark.parametrize("path", [one for one in MODULES if room(one) == "services"], ids=name)
def test_services_know_of_sqlalchemy_only_the_connection(path):
    for imported in imports(path):
        if imported.startswith("sqlalchemy"):
            assert imported in {"sqlalchemy", "sqlalchemy.Connection"}, imported


@pytest.mark.parametrize("path", [one for one in MODULES if room(one) == "nutrition"], ids=name)
def test_nutrition_uses_the_standard_library_only_and_no_clock_file_or_network(path):
    import sys

    for imported in imports(path):
        top = imported.split(".")[0]
        assert top == "tracker" or top in sys.stdlib_module_names, imported
        assert top not in {"os", "pathlib", "socket", "sqlite3", "io", "csv", "time"}, imported


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_only_the_clock_reads_the_clock(path):
    if name(path) == "clock.py":
        return
    tree = ast.parse(path.read_text(encoding="utf-8"))
    calls = [ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)]
    for call in calls:
        assert call not in {"datetime.now", "datetime.today", "date.today", "time.time"}, call


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_no_chart_uses_pyplot(path):
    assert not any(imported.startswith("matplotlib.pyplot") for imported in imports(path))


@pytest.mark.parametrize("path", sorted((ROOT / "migrations").rglob("*.py")), ids=lambda p: p.name)
def test_a_revision_never_imports_the_program(path):
    assert not any(imported.split(".")[0] == "tracker" for imported in imports(path))


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_no_room_is_called_after_nothing(path):
    assert not {"utils", "helpers", "core", "common", "manager", "misc"} & set(
        path.with_suffix("").relative_to(PACKAGE).parts
    )


def test_setup_lists_every_package():
    config = configparser.ConfigParser()
    config.read(ROOT / "setup.cfg", encoding="utf-8")
    listed = set(config["options"]["packages"].split())
    in_tree = {
        ".".join(path.parent.relative_to(ROOT).parts) for path in PACKAGE.rglob("__init__.py")
    }
    mapped = {"tracker.migrations", "tracker.migrations.versions", "tracker.seeds"}
    assert listed == in_tree | mapped
