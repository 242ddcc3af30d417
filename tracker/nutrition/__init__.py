"""The rules of the field: pure, typed, standard library only."""
