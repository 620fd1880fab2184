"""Referrals that come back: asked with consent, answered by the partner, chased by a clock, cut off at once."""
