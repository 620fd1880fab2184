"""Pieces that several screens of the counsellor share."""
