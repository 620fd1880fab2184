"""States of the administrator's workspace: they keep the house and see nobody's story."""
