"""Work that nobody waits for: one process beside the server, started by `rindu serve`, that ends with it."""
