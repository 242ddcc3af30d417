"""The page of a month, or of any run of days."""
