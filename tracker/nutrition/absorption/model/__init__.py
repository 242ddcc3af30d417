"""The model: what the gut takes up of a dose, what an injection leaves, what the body stores."""
