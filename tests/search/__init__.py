"""The search: analyser, lexicon, index and box, and what it finds."""
