"""The text of the handbook as sentences and words, and the tools that judge them.

markup (a line of Markdown) -> pages, data (files) -> passages -> sentences, words
spelling: hunspell   forms: the search's lexicons   detection: lingua
"""
