"""Papers of a case: what stands on each, how it is made, and how it leaves the house once."""
