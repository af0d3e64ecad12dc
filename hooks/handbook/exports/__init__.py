"""Files made of the handbook for others: archive, printed book, JSON Schema, lists for reading offline."""
