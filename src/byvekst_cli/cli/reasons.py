"""Why a file could not be read, in the user's language where the reason is a common one."""

from byvekst_cli.cli.words import Words


def reason_of(error: OSError | ValueError, words: Words) -> str:
    """A missing file, a folder and a closed door have words; the rest is told as the machine tells it."""
    match error:
        case FileNotFoundError() | NotADirectoryError():
            return words("reason-missing")
        case IsADirectoryError():
            return words("reason-folder")
        case PermissionError():
            return words("reason-denied")
        case OSError(strerror=str(reason)):
            return reason
    return str(error)
