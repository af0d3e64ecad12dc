"""Search that knows Polish, Croatian and English: lexicon, analyser, index.

dictionaries (by hand, rarely) -> lexicons/*.txt -> lexicon -> index -> <language>/search/index.json
sections (a built page) -> documents ------------------^
"""
