"""Asks whether it is enough."""
