"""Examples in the documentation are run, and print what they are said to print.

In a ```console block, a line that starts with `$ ` is a command of b12 and the lines after it are
its whole output; a line of `...` stands for any lines. Blocks of a page run in order on one diary.
"""

import re
import shlex
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").glob("*.md")])
BLOCK = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)


def examples(text: str) -> list[tuple[str, list[str]]]:
    found: list[tuple[str, list[str]]] = []
    for block in BLOCK.findall(text):
        for line in block.splitlines():
            if line.startswith("$ "):
                found.append((line[2:], []))
            else:
                found[-1][1].append(line)
    return found


def pattern(expected: list[str]) -> str:
    lines = [".*?" if line.strip() == "..." else re.escape(line) for line in expected]
    return r"\n".join(lines)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_examples_print_what_the_page_says(page, b12):
    for command, expected in examples(page.read_text(encoding="utf-8")):
        program, *args = shlex.split(command)
        assert program == "b12", f"{page.name}: only b12 is run: {command}"
        result = b12.run(*args)
        printed = "\n".join(line.rstrip() for line in result.output.strip("\n").splitlines())
        assert re.fullmatch(pattern(expected), printed, re.DOTALL), (
            f"{page.name}: $ {command}\n--- printed\n{printed}\n--- expected\n"
            + "\n".join(expected)
        )


def test_there_are_examples():
    assert sum(len(examples(page.read_text(encoding="utf-8"))) for page in PAGES) > 20
