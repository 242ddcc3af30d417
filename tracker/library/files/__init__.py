"""A library file: its layout and checksum, and how one is written whole."""
