"""How the guide looks."""
