"""Who somebody is: life stages, targets, factors."""
