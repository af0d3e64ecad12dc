"""Markdown taken apart, with the place of each part."""
