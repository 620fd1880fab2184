"""What is said where medical help after sexual violence is most urgent (3.8)."""

from datetime import timedelta

_HOUR = timedelta(hours=1)


def say_window(prophylaxis: timedelta, contraception: timedelta) -> str:
    """ "Segera, jangan menunggu: … dalam 72 jam; kontrasepsi darurat sampai 120 jam. …"."""
    return (
        "Segera, jangan menunggu: pemeriksaan dan obat pencegahan paling berguna dalam "
        f"{prophylaxis // _HOUR} jam; kontrasepsi darurat sampai {contraception // _HOUR} jam. Pastikan dengan rumah sakit."
    )
