"""The page of a week."""
