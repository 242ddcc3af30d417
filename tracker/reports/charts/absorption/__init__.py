"""Pictures of the model of absorption, and of the store over years."""
