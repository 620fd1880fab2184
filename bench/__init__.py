"""Measurements: what the product costs a phone and a server. `make bench` prints them and writes docs/benchmarks.md."""
