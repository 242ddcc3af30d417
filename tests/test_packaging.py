"""The wheel and the sdist carry everything: the program works away from its source."""

import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
NOT_SOURCE = shutil.ignore_patterns(
    ".*", "build", "dist", "*.egg-info", "__pycache__", "node_modules"
)


def run(*args: object, **options) -> str:
    done = subprocess.run([str(arg) for arg in args], capture_output=True, text=True, **options)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Path:
    """A folder with the sdist, and the wheel that was built from it."""
    source = tmp_path_factory.mktemp("source") / "b12"
    shutil.copytree(ROOT, source, ignore=NOT_SOURCE)
    target = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", target, source)
    return target


@pytest.fixture(scope="module")
def installed(built, tmp_path_factory) -> Path:
    """The `bin` folder of a fresh environment that holds the wheel.

    Dependencies are borrowed from the environment that runs the tests.
    """
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=True)
    python = folder / "bin" / "python"
    [wheel] = built.glob("*.whl")
    run(python, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", wheel)
    site = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip()
    borrowed = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (Path(site) / "borrowed.pth").write_text("\n".join(borrowed) + "\n")
    return folder / "bin"


@pytest.mark.slow
def test_wheel_and_sdist_carry_migrations_and_seeds(built):
    [wheel] = built.glob("*.whl")
    [sdist] = built.glob("*.tar.gz")
    in_wheel = set(zipfile.ZipFile(wheel).namelist())
    with tarfile.open(sdist) as archive:
        in_sdist = {name.partition("/")[2] for name in archive.getnames()}
    for folder in ("migrations", "migrations/versions", "seeds"):
        for path in (ROOT / folder).glob("*.*"):
            name = path.relative_to(ROOT).as_posix()
            assert f"tracker/{name}" in in_wheel
            assert name in in_sdist
    assert not any(name.startswith(("tests", "docs")) for name in in_wheel)
    assert {"tests/conftest.py", "docs/cli.md", "LICENSE", "README.md"} <= in_sdist


@pytest.mark.slow
def test_the_wheel_logs_a_meal_and_draws_a_week_in_another_folder(installed, tmp_path):
    environment = {**os.environ, "HOME": str(tmp_path)}
    environment.pop("PYTHONPATH", None)

    def b12(*args):
        return run(installed / "b12", *args, cwd=tmp_path, env=environment)

    where = run(
        installed / "python",
        "-c",
        "import tracker; print(tracker.__file__)",
        cwd=tmp_path,
        env=environment,
    )
    assert str(installed.parent) in where
    assert "logged 2 × egg, large: 1.12 µg" in b12("eat", "2 eggs")
    assert b12("--version").startswith("b12, version ")
    assert "RDA" in b12("guide", "rda")
    b12("report", "-o", "week.png")
    assert (tmp_path / "week.png").read_bytes().startswith(b"\x89PNG")
