"""What of an intake is absorbed, and whether it is enough: estimates."""
