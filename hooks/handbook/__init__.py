"""The handbook's own logic, in rooms from left to right; a module imports from its own and those before it.

base        places in texts, edits, YAML values: helpers that know nothing of handbooks
model       what there is: pages, cards and their fields, sources, rules, faults and findings
languages   every text in Polish, Croatian and English, and how each language is written
reading     files to a `Project`: settings, YAML, Markdown; the only room that opens the project's files
links       addresses and what they lead to
safety      what may reach readers: the markup, addresses and characters of pages
search      words to lemmas, pages to the index of the search
prose       sentences and words, hunspell and the language detector
site        what the build adds to pages and puts around them
checks      a project to its faults
findings    faults to findings: `findings.of(project)` is the one door
report      findings as text, JSON, SARIF or annotations of GitHub
exports     archive, books, decks, JSON Schema, data for other tools, lists for reading offline, releases
commands    the command line

The life of a finding: reading one page may show a `Problem` (a rule and a place in its text); a check
turns it into a `Fault` (rule, file, place and the values a message needs, no words) beside those it
finds itself; findings drops what follows from another fault or is waived, and words the rest as
`Finding`s in the language of the page; a report prints them.

Nothing here knows MkDocs; the adapter beside this package does. tests/test_architecture.py holds the order.
"""
