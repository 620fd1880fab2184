"""The one command-line door: `rindu …` or `python -m rindu_app.cli …`."""

from typing import Annotated

import typer

app = typer.Typer(no_args_is_help=True, add_completion=False, help="Ruang Rindu dari baris perintah.")


@app.callback()
def main() -> None:
    """Ruang Rindu."""


@app.command()
def serve(
    port: Annotated[int, typer.Option(help="Nomor port.")] = 3000,
    host: Annotated[str, typer.Option(help="Alamat yang didengarkan.")] = "127.0.0.1",
) -> None:
    """Menyalakan server produksi pada satu port."""
    from rindu_app import server

    typer.echo(f"Menyalakan server di http://{host}:{port} …")
    server.serve(host, port)


if __name__ == "__main__":
    app()
