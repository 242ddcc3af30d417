"""Keeps a person's own foods and recipes, and finds what words mean."""
