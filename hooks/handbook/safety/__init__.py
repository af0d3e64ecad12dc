"""What may reach readers: the markup, addresses and characters that pages are made of.

`allowed` and `names` hold the lists, `judge` holds HTML against them, `suspects` says which texts must be
rendered for it; the others look at the text itself. Neither the check nor the build has a list of its own.
"""
