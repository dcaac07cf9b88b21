"""Fields: what Word works out itself, with the result filled in for those who do not ask it to."""

from byvekst_cli.render.word.xml import escaped, run, texts


def field(code: str, result: str, **look: str) -> str:
    """A field with its result as text."""
    return opened(code) + run(texts(result), **look) + closed()


def opened(code: str) -> str:
    """The beginning of a field, up to its result."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escaped(code)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


def closed() -> str:
    """The end of a field."""
    return '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
