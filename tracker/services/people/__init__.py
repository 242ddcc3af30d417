"""Keeps who somebody is."""
