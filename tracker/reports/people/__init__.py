"""How profiles and targets look."""
