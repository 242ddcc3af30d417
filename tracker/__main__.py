"""`python -m tracker` is the same as `b12`."""

from tracker.main import main

main()
