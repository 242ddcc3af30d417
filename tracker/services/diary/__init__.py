"""Logs, corrects and reads what was eaten and taken."""
