"""One module for each kind of record: rows in, dataclasses out."""
