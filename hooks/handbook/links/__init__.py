"""Addresses and what they lead to."""
