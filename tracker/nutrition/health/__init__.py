"""Blood tests and symptoms."""
