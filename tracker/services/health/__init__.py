"""Keeps blood tests and symptoms."""
