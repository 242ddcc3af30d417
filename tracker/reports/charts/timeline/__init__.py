"""The page with everything on one axis."""
