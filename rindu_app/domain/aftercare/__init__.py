"""How somebody is after her case was closed: visits at month 1, 3, 6 and 12, and what they find."""
