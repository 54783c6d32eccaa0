"""What can go wrong, sorted by what the person at the counter does next; not for programming
errors.
"""

from __future__ import annotations

ParamValue = str | int


class PosError(Exception):
    """An expected failure: a key for the wording and the parameters it needs, never a finished
    sentence.

    Parameters never carry a secret, a payment code or unmasked personal data: they are logged.
    """

    def __init__(self, key: str, **params: ParamValue) -> None:
        super().__init__(key)
        self.key = key
        self.params = params

    def __str__(self) -> str:
        details = ", ".join(f"{name}={value}" for name, value in sorted(self.params.items()))
        return f"{self.key}({details})" if details else self.key


class Refused(PosError):
    """A rule says no. Shown to the person; nothing has changed; trying the same again gives the
    same.
    """


class Unavailable(PosError):
    """The surroundings are missing (network, device, disk). Nothing has changed; it may work
    later.
    """


class OutcomeUnknown(PosError):
    """Asked and not answered. It may have happened: ask again with the same id, never with a new
    one.
    """
