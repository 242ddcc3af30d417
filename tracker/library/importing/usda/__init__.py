"""USDA's FoodData Central: the layouts of its downloads, and what its foods have in common."""
