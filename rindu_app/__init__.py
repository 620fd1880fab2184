"""Ruang Rindu: protection and empowerment of women and children, from the first report on."""
