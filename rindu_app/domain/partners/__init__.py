"""Partner organisations: who can be asked to help, with what, and how they are reached."""
