"""Readers' ways through the built handbook in the engines of Firefox and Safari; Chromium's are in tests/."""
