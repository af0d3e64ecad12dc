"""What may reach readers: the markup, addresses and characters that pages are made of.

`allowed` and `names` hold the lists, `judge` holds HTML against them, `rendering` says what Python-Markdown
makes of a text; the others look at the text itself. Neither the check nor the build has a list of its own.
"""
