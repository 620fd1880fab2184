"""How the command line speaks: plain sentences, and progress for everything that takes long."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

console = Console(highlight=False, soft_wrap=True)
errors = Console(stderr=True, highlight=False, soft_wrap=True)

# (done, total): called by long jobs now and then.
Step = Callable[[int, int], None]


class CommandError(Exception):
    """Something the person at the keyboard can mend; the text says how."""


def say(sentence: str) -> None:
    console.print(sentence, markup=False)


def say_error(sentence: str) -> None:
    errors.print(sentence, markup=False, style="red")


@contextmanager
def progress(doing: str) -> Iterator[Step]:
    """A bar on a terminal; elsewhere one line at the start and one at the end."""
    if not console.is_terminal:
        say(f"{doing} …")
        yield lambda done, total: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console) as bar:
        task = bar.add_task(doing, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
