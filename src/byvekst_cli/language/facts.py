"""Facts by name as people of a language write them."""

from byvekst_cli.area.facts import Named, Quantity, Span, Value
from byvekst_cli.language.say import Say
from byvekst_cli.model.money import Money, PriceBasis, PriceYear
from byvekst_cli.model.unknown import Unknown
from byvekst_cli.model.when import When


def fact_words(value: Value, say: Say) -> str:
    """A value as it would stand in a sentence; amounts with their price year, and all decimals."""
    match value:
        case Unknown():
            return say("unknown")
        case Money():
            return _money(say.number(value.in_mnok.normalize() + 0), value.year, say)
        case Span():
            ends = (say.number(each.in_mnok.normalize() + 0) for each in (value.low, value.high))
            return _money("–".join(ends), value.low.year, say)
        case Quantity():
            number = say.number(value.number)
            shown = say(f"fact-{value.unit}", number=number) if value.unit else number
            return say("fact-until", value=shown, until=value.until) if value.until else shown
        case Named():
            return value.names.get(say.language) or next(iter(value.names.values()))
        case When():
            return say("fact-date", date=value)
        case tuple():
            *first, last = value
            return f"{', '.join(first)} {say('and')} {last}" if first else last
    return value


def _money(amount: str, level: PriceYear, say: Say) -> str:
    match level.basis:
        case PriceBasis.CURRENT:
            return say("fact-money-nominal", amount=amount)
        case PriceBasis.UNKNOWN:
            return say("fact-money", amount=amount)
    return say("fact-money-year", amount=amount, year=str(level))
