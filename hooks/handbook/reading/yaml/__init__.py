"""YAML with the places of its keys, and what is wrong with it."""
