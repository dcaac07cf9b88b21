"""Every sentence, date and number, in bokmål, nynorsk and English."""

from byvekst_cli.language.say import LANGUAGES, Message, Say

__all__ = ["LANGUAGES", "Message", "Say"]
