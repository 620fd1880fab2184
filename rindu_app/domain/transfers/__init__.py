"""A case changes hands only by acceptance: offered to a colleague, asked for by one, or forwarded to another office."""
