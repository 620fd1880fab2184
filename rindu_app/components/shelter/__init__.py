"""Pieces that the shelter's screens and the case file share."""
