"""The foods and products that ship and are imported: read-only files, read by sqlite3 alone."""
