"""What a document was asked for and the area does not have."""


class NotThere(LookupError):
    """No such thing in the area. `option` is what it was asked for by (`id`, `meeting`, `period`)."""

    def __init__(self, option: str, value: str, near: str | None = None) -> None:
        super().__init__(value)
        self.option = option
        self.value = value
        self.near = near
