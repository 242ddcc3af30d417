"""How estimates and verdicts look."""
