"""What clients say about the help they got: anonymous to those who gave it, sums for supervisors (RS-22, RS-23)."""
