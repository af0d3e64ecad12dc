"""The handbook's own logic: read the pages, check them, generate what is derived from them.

The flow is one way: reader -> model -> checks -> catalogue -> report. Nothing here knows MkDocs;
the adapters beside this package do.
"""
