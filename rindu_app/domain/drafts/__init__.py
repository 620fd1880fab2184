"""What a worker types and has not sent: kept sealed on the server, for her alone, and only for a while."""
