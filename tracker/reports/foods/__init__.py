"""How foods and recipes look."""
