"""The lists that stand in the place of markers."""
