"""What foods contain, how much of them was meant, and what is hard to believe."""
