"""Files to the model: settings, front matter, Markdown, data."""
