"""States of the counsellor's workspace. Each holds what its screen shows, in words, and nothing it does not show."""
