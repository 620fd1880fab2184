"""Neutral notices that leave the house: queued with what they are about, sent after the commit, never twice."""
