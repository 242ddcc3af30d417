"""Completion: a real process for each TAB, as the scripts start it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def tab(typed: str, words: list[str], shell: str = "bash") -> list[str]:
    """What the shell is offered; `typed` is the unfinished word as it stands on the line."""
    line = ["b12", *words, typed]
    env = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "_B12_COMPLETE": f"{shell}_complete",
        "COMP_WORDS": "\n".join(line) if shell == "bash" else " ".join(line),
        "COMP_CWORD": typed if shell == "fish" else str(len(line) - 1),
    }
    code = (
        "import sys; from tracker.main import main\n"
        "try: main(prog_name='b12')\n"
        "finally:\n"
        "    heavy = {'sqlalchemy', 'alembic', 'pandas', 'matplotlib', 'rich', 'rapidfuzz'}\n"
        "    assert not heavy & set(sys.modules), heavy & set(sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True)
    assert not done.stderr, done.stderr
    return [one.partition(",")[2] for one in done.stdout.splitlines() if one.startswith("plain")]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_is_printed(b12, shell):
    script = b12("completion", shell)
    assert f"_B12_COMPLETE={shell}_complete" in script


def test_bash_takes_the_script(b12, tmp_path):
    path = tmp_path / "completion.sh"
    path.write_text(b12("completion", "bash"), encoding="utf-8")
    done = subprocess.run(["bash", "-n", str(path)], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_foods_complete_after_the_quantity(b12):
    b12("today")
    assert "egg" in tab("eg", ["eat"])
    assert "2\\ egg" in tab("2\\ eg", ["eat"])
    assert "2 egg" in tab('"2 eg', ["eat"])
    assert "1 cup whole milk" in tab('"1 cup whole', ["eat"])


def test_an_own_food_completes_first(b12):
    b12("food", "add", "egg of the dragon", "--mcg", "1")
    assert tab('"egg', ["eat"])[0] == "egg of the dragon"


def test_without_a_beginning_the_latest_foods_are_offered(b12):
    b12("eat", "1 egg")
    b12("eat", "1 cup milk")
    assert tab("", ["eat"]) == ["milk", "egg"]


def test_supplements_complete(b12):
    b12("today")
    assert "veg1" in tab("ve", ["take"])


def test_commands_complete(b12):
    assert {"food", "recipe", "suggest", "completion"} <= set(tab("", []))


def test_a_tab_never_creates_a_diary(b12, tmp_path):
    assert tab("eg", ["eat"])[0] == "egg"
    assert tab("eg", ["--db", "postgresql://nowhere/x", "eat"])[0] == "egg"
    assert not list((tmp_path / "home").rglob("*.db"))


def test_a_tab_never_builds_the_library(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    assert tab("eg", ["eat"]) == []
    assert not (tmp_path / "cache").exists()


def test_own_foods_come_first_then_what_was_eaten_then_the_others(b12):
    b12("food", "add", "egg curry of mine", "--mcg", "1")
    b12("eat", "1 egg white")
    offered = [one.replace("\\", "") for one in tab("egg", ["eat"])]
    assert offered[:3] == ["egg curry of mine", "egg white", "egg"]
