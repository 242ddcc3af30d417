"""The picture of intake over time."""
