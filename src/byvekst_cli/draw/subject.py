"""Whose figures are drawn, and what every picture must say of them."""

from dataclasses import dataclass

from byvekst_cli.language import Say
from byvekst_cli.language.say import safe
from byvekst_cli.model.money import PriceBasis
from byvekst_cli.model.pile import Pile
from byvekst_cli.pack.names import Names


@dataclass(frozen=True, slots=True)
class Subject:
    """What things are called, what the figures are of in a few words, and whether any of them is invented.

    `remarks` are sentences on all figures of the picture, such as which kroner they are put in.
    """

    names: Names
    name: str
    is_invented: bool
    remarks: tuple[str, ...] = ()

    def about(self, everything: Pile, say: Say) -> str:
        """The line below the title: of what, and in which kroner where all are of one kind."""
        kroner = say("chart-mnok")
        if len(everything.levels) == 1:
            basis = everything.levels[0][0].basis
            if basis is PriceBasis.CURRENT:
                kroner = say("chart-mnok-nominal")
            elif isinstance(basis, int):
                kroner = say("chart-mnok-year", year=str(basis))
        return f"{safe(self.name)}. {kroner}."

    def marks(self, everything: Pile, say: Say) -> list[str]:
        """What `*` and `?` mean where they are used, and that figures are invented where they are."""
        marks = [say("mixed-note")] if everything.is_mixed else []
        marks += [say("unknown-note")] if everything.has_unknown else []
        return marks + self.closing(say)

    def closing(self, say: Say) -> list[str]:
        """The remarks, and that figures are invented where they are."""
        return list(self.remarks) + ([say("chart-invented")] if self.is_invented else [])
