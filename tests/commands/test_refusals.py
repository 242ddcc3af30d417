"""What every command has in common where it refuses, and in the options that it names."""

import ast
import importlib.util
import re
from pathlib import Path

import click
import pytest

import tracker
from tracker.main import COMMANDS, main

SCENE = (
    ("profile", "set", "--born", "1990-05-17", "--sex", "female"),
    ("profile", "pregnancy", "2020-01-01", "2020-09-01"),
    ("profile", "factor", "add", "ppi", "--since", "2026-01-01"),
    ("food", "add", "oat drink", "--serving", "100 ml", "--mcg", "0.38"),
    ("eat", "2 eggs", "--on", "2026-11-20"),
    ("recipe", "add", "dal", "400 g tofu", "2 tbsp marmite", "--makes", "4"),
    ("supplement", "add", "zorb", "--strength", "25"),
    ("schedule", "add", "zorb", "--every", "day", "--from", "2026-11-20"),
    ("take", "zorb"),
    ("lab", "add", "b12", "300", "pg/mL", "--range", "200-900"),
    ("symptom", "add", "fatigue", "2"),
)
"""Something of every kind, so that a refusal has something to leave alone."""

REFUSED = (
    ("eat", "egg", "1 cup nectar of the gods"),
    ("take", "zorb", "2 drops zorb"),
    ("take", "--due"),
    ("again", "2020-01-01"),
    ("edit", "1", "3 eggs", "--on", "2027-01-01"),
    ("edit", "1", "nectar of the gods", "--note", "late"),
    ("remove", "99"),
    ("undo", "99"),
    ("suggest", "--on", "someday"),
    ("report", "-o", "page.bmp"),
    ("trend", "--from", "2026-11-22", "--to", "2026-11-01"),
    ("timeline", "-o", "page.bmp"),
    ("coverage", "--from", "2026-11-22", "--to", "2026-11-01"),
    ("plan", "--strength", "0"),
    ("outlook", "-o", "page.bmp"),
    ("day", "someday"),
    ("week", "2026-W60"),
    ("log", "--from", "someday"),
    ("due", "someday"),
    ("profile", "set", "--diet", "vegan", "--born", "2026-11-22"),
    ("profile", "set", "Ida", "--standard", "who-1900"),
    ("profile", "use", "nobody"),
    ("profile", "pregnancy", "2020-08-01", "2021-05-01"),
    ("profile", "pregnancy", "2020-01-02", "--remove"),
    ("profile", "lactation", "2020-09-01", "2020-08-01"),
    ("profile", "factor", "add", "metformin", "--since", "tomorrow"),
    ("profile", "factor", "remove", "metformin"),
    ("food", "add", "soup", "--serving", "1 bowl", "--mcg", "2000000"),
    ("food", "edit", "oat drink", "--rename", "haver", "--mcg", "-1"),
    ("food", "edit", "egg", "--mcg", "1"),
    ("food", "remove", "egg"),
    ("food", "revalue", "oat drink", "--from", "someday", "--yes"),
    ("food", "import", "no.zip"),
    ("food", "alias", "--forget", "milk"),
    ("recipe", "add", "stew", "400 g tofu", "nectar of the gods", "--makes", "4"),
    ("recipe", "edit", "dal", "--add", "1 egg", "--add", "1 dal"),
    ("recipe", "remove", "egg"),
    ("supplement", "add", "blick", "--strength", "20000"),
    ("supplement", "edit", "zorb", "--rename", "blick", "--strength", "0"),
    ("supplement", "edit", "veg1", "--strength", "1"),
    ("supplement", "remove", "veg1"),
    ("schedule", "add", "zorb", "--every", "day", "--until", "2026-01-01"),
    ("schedule", "edit", "zorb", "--every", "2d", "--at", "25:00"),
    ("schedule", "stop", "zorb", "--until", "2026-01-01"),
    ("schedule", "remove", "99"),
    ("lab", "add", "mma", "271", "umol/L"),
    ("lab", "edit", "1", "--value", "310", "--unit", "pmol/L"),
    ("lab", "edit", "1", "--note", "late", "--on", "2027-01-01"),
    ("lab", "remove", "99"),
    ("symptom", "add", "fatigue", "7"),
    ("symptom", "edit", "1", "--severity", "9", "--note", "late"),
    ("symptom", "remove", "99"),
    ("guide", "alchemy"),
)
CANNOT_REFUSE = {"today", "completion", "demo"}
"""They take nothing that could be wrong, beside what is no use of them at all."""


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """The diary of SCENE, made once; each test takes a copy."""
    return tmp_path_factory.mktemp("scene") / "diary.db"


@pytest.fixture
def kept(b12, written, tmp_path):
    if not written.exists():
        for command in SCENE:
            b12("--db", str(written), *command)
    copy = tmp_path / "diary.db"
    copy.write_bytes(written.read_bytes())
    b12.options = ("--db", str(copy))
    return b12


@pytest.mark.parametrize("command", REFUSED, ids=" ".join)
def test_a_refused_command_leaves_every_table_as_it_was(kept, command):
    assert len(kept.dump()["change"]) == len(SCENE)
    kept.refused(*command)


def test_every_command_that_can_refuse_is_tried():
    assert {command[0] for command in REFUSED} == set(COMMANDS) - CANNOT_REFUSE


def commands():
    """Every command with the words that call it."""
    context = click.Context(main, info_name="b12")
    waiting = [((name,), main.get_command(context, name)) for name in COMMANDS]
    while waiting:
        words, command = waiting.pop()
        yield words, command
        inner = getattr(command, "commands", {})
        waiting += [((*words, name), one) for name, one in inner.items()]


OPTIONS = {
    words: {name for one in command.params for name in (*one.opts, *one.secondary_opts)}
    | {"--help"}
    for words, command in commands()
}
ROOT_OPTIONS = {name for one in main.params for name in one.opts} | {"--version", "--help"}


def sentences(path):
    """The texts of a module that may be shown, docstrings that are no help aside."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            parts = [one.value for one in node.values if isinstance(one, ast.Constant)]
            yield " … ".join(parts)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def named_options(text):
    return set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", text))


def options_within(called):
    """The options of a command and, of a group, those of its commands."""
    return set().union(*(one for words, one in OPTIONS.items() if words[: len(called)] == called))


WRITTEN_COMMAND = re.compile(r"\bb12 ([a-z][^`\n;:]*)")
MODULES = sorted(Path(tracker.__file__).parent.rglob("*.py"))


def module_name(path):
    return ".".join(path.relative_to(Path(tracker.__file__).parents[1]).with_suffix("").parts)


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_no_message_names_an_option_that_no_command_has(path):
    known = set().union(ROOT_OPTIONS, *OPTIONS.values())
    for sentence in sentences(path):
        assert named_options(sentence) <= known, sentence


@pytest.mark.parametrize("name", COMMANDS)
def test_what_a_command_says_itself_names_its_own_options(name):
    source = importlib.util.find_spec(COMMANDS[name].module).origin
    for sentence in sentences(Path(source)):
        bare = WRITTEN_COMMAND.sub("", sentence)
        assert named_options(bare) <= options_within((name,)) | ROOT_OPTIONS, sentence


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_a_command_that_is_written_out_has_the_options_that_it_is_written_with(path):
    for sentence in sentences(path):
        for written in WRITTEN_COMMAND.findall(sentence):
            words = re.findall(r"[^\s\"']+", written)
            called = max(
                (one for one in OPTIONS if tuple(words[: len(one)]) == one), key=len, default=None
            )
            if called is None:
                continue
            assert named_options(written) <= options_within(called) | ROOT_OPTIONS, written
