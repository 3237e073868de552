"""Texts as a page would send them."""

from __future__ import annotations

from collections.abc import Iterable


def text(name: str, value: str) -> str:
    """A text without lone surrogates: U+FFFD stands in their place, as in what a page sends.

    No error holds the text itself: it may be a password.
    """
    if not isinstance(value, str):
        raise TypeError(f"{name} must be a str, not {type(value).__name__}")
    if value.isascii():
        return value
    return value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def texts(name: str, values: Iterable[str], most: int) -> list[str]:
    """A list of texts."""
    if isinstance(values, (str, bytes)):
        raise TypeError(f"{name} must be a list of str, not a single {type(values).__name__}")
    found = [text(name, value) for value in values]
    if len(found) > most:
        raise ValueError(f"{name} must hold at most {most} texts")
    return found
