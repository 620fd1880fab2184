"""What screens show of areas."""

from dataclasses import dataclass


@dataclass(frozen=True)
class AreaRow:
    code: str
    name: str
    kind: str
    level: int


@dataclass(frozen=True)
class AreaPath:
    """An area and its ancestors, nearest first. Names alone mislead: "Sidomulyo" occurs 98 times."""

    code: str
    steps: tuple[AreaRow, ...]

    @property
    def name(self) -> str:
        return self.steps[0].name

    @property
    def text(self) -> str:
        """ "Rejomulyo, Metro Selatan, Kota Metro, Lampung" """
        return ", ".join(step.name for step in self.steps)


@dataclass(frozen=True)
class AreaHit:
    """One search result; `path` is the whole path, nearest first."""

    code: str
    name: str
    kind: str
    level: int
    path: str
