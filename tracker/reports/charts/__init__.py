"""Pictures of a diary: the only home of matplotlib, used without pyplot."""

import logging

# Set before matplotlib is imported, which would tell a person of font caches and folders.
logging.getLogger("matplotlib").setLevel(logging.ERROR)
