"""How blood tests and symptoms look."""
