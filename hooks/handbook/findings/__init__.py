"""Faults to findings: which follow from others, which are waived, and how each is worded and mended."""
