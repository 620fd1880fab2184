"""Case conferences across agencies: planned, agreed, held; with partners only as far as her consent goes (RS-22)."""
