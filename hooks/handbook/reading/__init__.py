"""Files to the model: settings, front matter, Markdown, data. Only `reader` and `settings` open files."""
