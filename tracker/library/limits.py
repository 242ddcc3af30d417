"""How many, how long and how alike: every limit of the library in one place."""

MOST_CANDIDATES = 3000
"""Names that fit some words, of foods that are no products."""

MOST_BRANDED = 400
"""Of the branded foods as many as can be ranked while a person waits; more words find the rest."""

MOST_OF_ONE_NAME = 50
MOST_COMPLETED = 20
MOST_NEAR = 4
"""Names that are offered where words name no food."""

NEAR_WORD = 75
"""Of 100: how alike a mistyped word and a known one must be."""

NEAR_LENGTH = 2
"""Letters by which they may differ in length."""

SHORTEST_PREFIX, SHORTEST_BRANDED_PREFIX = 2, 3
"""Letters of a last word that may be the beginning of a longer one."""

MOST_KEYS = 500
"""Keys in one query: below the number of variables that any SQLite takes."""

BATCH = 2000
"""Foods that are written at a time."""

LONGEST_LINE = 4_000_000
"""Bytes of a file to import: the longest list of ingredients is a hundredth; a bomb never ends."""

LARGEST_RATIO = 200
"""Of a member of a zip unpacked to packed; tables of food reach 20, a bomb a thousand."""

LARGEST_UNCHECKED = 20_000_000
"""Bytes of a member that may be packed as tightly as it likes."""

LARGEST_ENTRY = 8_000_000
"""Characters of one food in JSON; the largest so far has 80,000."""

LARGEST_AMOUNT = 10**12
"""Of any unit in a file to import: above the worst slip of a unit, below what SQLite holds."""
