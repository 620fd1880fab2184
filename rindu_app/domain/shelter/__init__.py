"""Temporary shelter (service 4, BP-12): houses and beds, requests, stays. Where a house stands leaves `address.py` for the shelter's people only."""
