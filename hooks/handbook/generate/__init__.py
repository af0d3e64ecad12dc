"""What the build adds to a page: pure functions from the project to Markdown."""
