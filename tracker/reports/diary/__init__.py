"""How days, weeks and longer runs look in the terminal and as data."""
