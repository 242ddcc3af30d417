"""A vitamin B12 diary for the terminal."""
