"""Files made of the handbook for others: archive, printed book, JSON Schema, data for other tools, lists
for reading offline, and releases for a web server.
"""
