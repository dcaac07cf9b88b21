"""DAT005: an agreement was signed before its text was written."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.model.agreement import Agreement
from byvekst_cli.model.when import When
from byvekst_cli.rules.rule import Problems, rule


@rule("DAT005", about=Agreement, severity=Severity.ERROR)
def signed_before_text(agreement: Record[Agreement], area: Area) -> Problems:
    signed, text = agreement.model.signed, agreement.model.text_dated
    if isinstance(signed, When) and isinstance(text, When) and signed.is_before(text):
        yield Problem(agreement.at("signed"), {"signed": signed, "text": text})
