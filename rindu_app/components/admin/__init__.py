"""Pieces that the administrator's screens share."""
