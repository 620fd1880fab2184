"""Closing a case through its supervisor, and what comes after."""
