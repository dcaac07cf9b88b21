"""What can be wrong with a template or a document, told as a name of words and facts."""


class Unmade(Exception):
    """A document cannot be made; `says` names the words in `cli.yaml`."""

    def __init__(self, says: str, **facts: object) -> None:
        super().__init__(says)
        self.says = says
        self.facts = facts


class BadTemplate(Unmade):
    """Something in a template, at a line; `asked` is what stands there, `there` what could."""

    def __init__(self, says: str, file: str, line: int, asked: str = "", there: tuple[str, ...] = ()) -> None:
        super().__init__(says, file=file, line=line, asked=asked)
        self.file = file
        self.line = line
        self.asked = asked
        self.there = there
