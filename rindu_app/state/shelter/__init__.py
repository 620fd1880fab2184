"""Screens of the shelter's people."""
