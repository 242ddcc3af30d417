"""Keeps supplements and their schedules."""
