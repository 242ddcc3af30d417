import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from tracker import resources
from tracker.main import main
from tracker.services.guide import TOPICS, read_topic

LOOKS_AT_MODULES = """
import sys
from tracker.main import main
main(["guide", *sys.argv[1:]], standalone_mode=False)
heavy = {"sqlalchemy", "alembic", "pandas", "matplotlib", "tracker.store"} & set(sys.modules)
assert not heavy, heavy
"""


def guide(*arguments, charset="utf-8"):
    return CliRunner(charset=charset).invoke(main, ["guide", *arguments])


def test_without_a_topic_the_topics_are_listed_one_line_each():
    result = guide()
    assert result.exit_code == 0
    starts = [line.split()[0] for line in result.output.splitlines() if line.startswith("  ")]
    assert starts == list(TOPICS)
    assert "Example: b12 guide foods" in result.output


@pytest.mark.parametrize("topic", TOPICS)
def test_every_topic_shows_its_headings_and_sources(topic):
    result = guide(topic)
    assert result.exit_code == 0, result.output
    sections = read_topic(topic).sections
    for section in sections:
        assert section.heading.upper() in result.output
    assert result.output.count("Source: ") == len(sections)


@pytest.mark.parametrize("charset", ["utf-8", "ascii"])
@pytest.mark.parametrize("arguments", [[], *([topic] for topic in TOPICS)])
def test_every_line_fits_in_80_columns(arguments, charset):
    lines = guide(*arguments, charset=charset).output.splitlines()
    assert max(map(len, lines)) <= 80


def test_a_terminal_without_utf8_reads_words_instead_of_question_marks():
    for topic in TOPICS:
        output = guide(topic, charset="ascii").output
        assert output.isascii()
        assert "?" not in output


def test_no_cell_of_a_table_is_cut_off():
    output = guide("foods").output
    assert "fortified cereal" in output
    assert "half fillet 35.5 g" in output
    assert "USDA id" in output


def test_the_erratum_is_told():
    output = guide("tests").output
    assert "15 nmol/L. The unit is" in " ".join(output.split())
    assert "high: above 15 µmol/L" in output


@pytest.mark.parametrize("topic", TOPICS)
def test_json_holds_what_the_topic_says(topic):
    document = json.loads(guide(topic, "--json").output)
    assert (document["schema"], document["topic"]) == (1, topic)
    told = read_topic(topic)
    assert [section["source"] for section in document["sections"]] == [
        section.source for section in told.sections
    ]
    assert document["sections"][0].keys() == {"heading", "text", "items", "table", "source"}


def test_json_has_numbers_as_numbers_and_null_where_open():
    table = json.loads(guide("foods", "--json").output)["sections"][0]["table"]
    assert table["columns"][3:6] == ["low", "best", "high"]
    assert table["rows"][0][3:6] == [20.0, 23.6, None]


def test_json_without_a_topic_lists_the_topics():
    document = json.loads(guide("--json").output)
    assert document["topic"] is None
    assert [one["topic"] for one in document["topics"]] == list(TOPICS)


def test_an_unknown_topic_is_one_line_with_the_nearest_name():
    result = guide("symptom")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr == "b12: the guide has no topic “symptom”; did you mean symptoms?\n"


def test_the_guide_opens_no_database(tmp_path):
    database = tmp_path / "missing" / "b12.db"
    result = CliRunner().invoke(main, ["--db", str(database), "guide", "rda"])
    assert result.exit_code == 0
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]
    assert not database.parent.exists()


@pytest.mark.parametrize("arguments", [[], ["foods"], ["tests", "--json"]])
def test_the_guide_imports_neither_database_nor_charts(arguments):
    root = Path(__file__).parents[2]
    subprocess.run(
        [sys.executable, "-c", LOOKS_AT_MODULES, *arguments],
        cwd=root,
        check=True,
        capture_output=True,
    )


def test_topics_complete_in_the_shell():
    from tracker.commands.guide import command

    argument = next(one for one in command.params if one.name == "topic")
    context = command.make_context("guide", [])
    assert [item.value for item in argument.shell_complete(context, "s")] == [
        "supplements",
        "symptoms",
        "safety",
    ]


def test_the_text_ships_beside_the_other_seeds():
    assert (resources.folder("seeds") / "guide.toml").is_file()
