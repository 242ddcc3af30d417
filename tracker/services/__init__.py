"""What a person can do: one function for each thing; nothing here prints."""
