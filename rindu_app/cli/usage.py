"""What the command line answers to a command it cannot read."""

# Typer carries a click of its own, and its errors are not those of the package of that name.
from typer._click.exceptions import BadParameter, MissingParameter, NoSuchOption, UsageError


def usage_sentence(error: UsageError) -> str:
    """One sentence and the way to more; what was typed is repeated only where it is the name of an option."""
    path = error.ctx.command_path if error.ctx else "rindu"
    return f"{_what_is_wrong(error)} Lihat: {path} --help"


def _what_is_wrong(error: UsageError) -> str:
    if isinstance(error, NoSuchOption):
        return f"Pilihan {error.option_name} tidak dikenal."
    if isinstance(error, MissingParameter):
        return f"{_name(error)} belum disebut."
    if isinstance(error, BadParameter):
        return f"Isi {_name(error)} tidak dapat dipakai."
    return "Perintah itu tidak dikenal, atau isinya terlalu banyak."


def _name(error: BadParameter) -> str:
    if error.param is None:
        return str(error.param_hint)
    return str(error.param.metavar or error.param.opts[0])
