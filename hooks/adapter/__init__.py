"""What the handbook does in a build of MkDocs; hooks/events.py says when.

command        what is known before any of it is loaded
building       all of it, event by event
static_i18n    what is used of mkdocs-static-i18n
side_by_side   the languages built at one time, each in a process
builds         the project of a build, and whether it is published or previewed
inspection     the checks before a build, and the second look at each page
configuration  what a language's pass is configured with
file_places    which files a language has, and at which addresses
page_texts     each page's Markdown, metadata and links
extensions     whether a page's text is all that Markdown makes anything of
converters     one of Markdown for all pages of a language
block_processors  of these, those that each block of a page is shown to
inline_patterns   the same of texts
conversion     what it looks for once
page_cache     what Markdown has made of each page, and need not make again
pass_memory    what the search and the second look have made of each page
finished_pages what has become of each page in the end, and need not become of it again
spared_pages   which pages cannot have become others, and are taken from the site before
template_reads what templates read of what they are given
store          where that and the search's indexes are kept
kept_site      the whole site, where nothing has changed
search_index   the search's files, from the pages as they are rendered
frames         the templates and what they are given
closing        what is written when all languages are there

preview         builds again whenever a file changes, and never stops serving
preview_site    what browsers get: the last good build, and what is wrong now
preview_server  the web server
watching        which files have changed
failures        why a build could not be finished
last_good       what is shown of what cannot be read
passes          one page made anew
"""
