"""Fields: codes that Word shows a result of. The result is text; the code may lead somewhere."""

import re
from dataclasses import dataclass
from typing import Final
from xml.etree.ElementTree import Element

_LEADS: Final = re.compile(
    r'\s*HYPERLINK\s+(?:"([^"]*)")?(?:\s*\\[mnot](?:\s+"[^"]*")?)*(?:\s*\\l\s+"([^"]*)")?'
)
_LONGEST: Final = 10_000


@dataclass(slots=True)
class _Field:
    """A field that has begun: its code so far, and whether its result has begun too."""

    code: str = ""
    has_result: bool = False


class Fields:
    """The fields that are open at a place in the text; one may begin in a paragraph and end in another."""

    def __init__(self) -> None:
        self.open: list[_Field] = []

    @property
    def shows(self) -> bool:
        """Whether text here is part of what is read."""
        return all(field.has_result for field in self.open)

    @property
    def target(self) -> str | None:
        """Where text here leads."""
        return next((found for field in reversed(self.open) if (found := leads_to(field.code))), None)

    def turn(self, mark: Element) -> bool:
        """Take a mark of where a field begins, shows or ends; whether it is one that is filled in."""
        match mark.get("w:fldCharType"):
            case "begin":
                self.open.append(_Field())
                return mark.find("w:ffData") is not None
            case "separate" if self.open:
                self.open[-1].has_result = True
            case "end" if self.open:
                self.open.pop()
        return False

    def settle(self) -> None:
        """End what has shown no result by the end of its paragraph: a broken field hides no more text."""
        self.open = [field for field in self.open if field.has_result]

    def code(self, text: str) -> None:
        """Take a piece of a code."""
        if self.open and len(self.open[-1].code) < _LONGEST:
            self.open[-1].code += text


def leads_to(code: str) -> str | None:
    """The address in a HYPERLINK's code; `#` and a name within the document."""
    match = _LEADS.match(code)
    if match is None:
        return None
    address, inside = match[1] or "", match[2]
    return f"{address}#{inside}" if inside else address or None
