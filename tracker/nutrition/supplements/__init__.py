"""Supplements, their doses, and when they are to be taken."""
