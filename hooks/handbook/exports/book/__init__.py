"""The handbook as a book to print and bind: handbook-<language>.pdf, made from the built site.

`chapters` says what stands in it and in which order, `paper` takes from a page what belongs on paper,
`replies` gathers the written replies of the cards, `volume` binds chapters, contents and index into one HTML
document, and `printing` sets it with WeasyPrint by book.css and the fonts beside it; `spoken` tells screen
readers in which language each passage is. The same site gives the same bytes.
"""
