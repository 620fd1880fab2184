"""What the product itself writes where something planned ends because its consent did."""

ENDED_BECAUSE = {
    "consent_withdrawn": "Persetujuannya dicabut.",
    "consent_refused": "Tidak disetujui.",
    "consent_over": "Persetujuannya sudah berakhir.",
    "giver_suspected": "Yang memberi persetujuan kini tercatat sebagai terduga. Tanyakan lagi kepada pemberi lain.",
}
