"""Helpers that know nothing of handbooks: places in texts, YAML values, text files, guesses."""
