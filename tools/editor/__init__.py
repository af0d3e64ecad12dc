"""The editor of /edit/: bundled from what tools/scripts locks, with a font of its own icons alone."""
