"""Small bars beside numbers, as `kit.bar` draws them."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class ShownPiece:
    """A piece of a bar: where it begins and how long it is, in hundredths of the bar. `tone`: a level of risk, or primary."""

    key: str
    x: str
    width: str
    tone: str


def lay_pieces(amounts: Iterable[tuple[str, float]], whole: float) -> tuple[ShownPiece, ...]:
    """(tone, amount) one beside the other, so long that `whole` fills the bar; what is nothing is left out."""
    pieces, x = list[ShownPiece](), 0.0
    for tone, amount in amounts:
        if amount:
            width = 100 * amount / whole
            pieces.append(ShownPiece(tone, f"{x:.1f}", f"{width:.1f}", tone))
            x += width
    return tuple(pieces)
