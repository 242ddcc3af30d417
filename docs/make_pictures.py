"""Draws the pictures in docs/images from the demo diary: `python docs/make_pictures.py`.

The program draws them as it does for anybody; then they are made small enough for a page.
"""

import sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

from tracker.main import main
from tracker.services.demo import make_demo

LAST_DAY = date(2026, 11, 22)
WIDTH = 1000
COLOURS = 64

PICTURES = {
    "week.png": ("report", "--week", str(LAST_DAY)),
    "trend.png": ("trend", "--days", "35", "--to", str(LAST_DAY)),
    "trend-by-week.png": ("trend", "--days", "35", "--to", str(LAST_DAY), "--by", "week"),
    "month.png": ("report", "--month", "2026-11"),
    "days.png": ("report", "--from", "2026-10-19", "--to", str(LAST_DAY)),
    "absorption.png": ("coverage", "--curve"),
    "timeline.png": ("timeline", "--to", str(LAST_DAY), "--recovery-from", "2026-10-20"),
}
"""Each picture and the command that draws it."""


def make_pictures(folder: Path) -> list[Path]:
    """Draws every picture into a folder and returns their paths."""
    with TemporaryDirectory() as temporary:
        diary = Path(temporary) / "demo.db"
        make_demo(diary, LAST_DAY)
        for name, command in PICTURES.items():
            drawn = Path(temporary) / name
            output = [str(drawn)] if command[-1] == "--curve" else ["-o", str(drawn)]
            options = ["--db", str(diary), "--person", "Robin", *command, *output]
            main(options, standalone_mode=False)
            _save_small(drawn, folder / name)
    return [folder / name for name in PICTURES]


def _save_small(drawn: Path, path: Path) -> None:
    with Image.open(drawn) as picture:
        size = (WIDTH, round(picture.height * WIDTH / picture.width))
        small = picture.convert("RGB").resize(size, Image.Resampling.LANCZOS)
    # Median cut would make a colour of few pixels, as a swatch of the key, a grey one.
    few = small.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    few.save(path, optimize=True)


if __name__ == "__main__":
    make_pictures(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "images")
