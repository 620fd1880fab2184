from rindu_app.cli import app

app(prog_name="rindu")
