"""The words of the widget, for answers of a server: the same sentences in the same languages."""

from __future__ import annotations

import json
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from . import Judgement, Rules

__all__ = ["describe", "languages"]


@lru_cache(maxsize=1)
def _catalogues() -> dict[str, Any]:
    data = resources.files(__package__).joinpath("_data/messages.json").read_text("utf-8")
    return cast("dict[str, Any]", json.loads(data))


def languages() -> list[str]:
    """The languages that there are messages in."""
    return list(_catalogues())


def describe(judgement: Judgement, *, language: str, rules: Rules | None = None) -> str:
    """Says in words where a password stands: a headline, why, and one piece of advice. Never the password.

    Args:
        judgement: As ``judge`` or ``check`` returns it.
        language: A tag such as ``pt-BR`` or ``zh-hant``; English where there are no messages in it.
        rules: Those that the password was judged by, for its least length; the default ones by default.
    """
    from . import Rules

    words = _catalogues()[_language(language)]
    rules = rules or Rules()
    verdict, estimate = judgement.verdict, judgement.estimate
    short = verdict == "weak" and judgement.length < rules.min_length
    headline = "short" if short else "nearly" if verdict == "weak" and estimate.score >= 2 else verdict
    sentences: list[str] = []
    if short:
        sentences.append(_counted(words, words["reason"]["missing"], rules.min_length - judgement.length))
    elif verdict in ("weak", "reused"):
        sentences.append(words["warning"][estimate.warning] if estimate.warning else words["reason"]["weak"])
    elif verdict == "unverified":
        sentences.append(words["reason"]["unverified-blocked" if rules.block_unverified else "unverified"])
    elif verdict != "breached":
        sentences.append(words["reason"][verdict])
    # What is too short is told how much is missing, and that is enough.
    if verdict in ("reused", "breached"):
        sentences.append(words["suggestion"]["choose-another"])
    elif verdict == "weak" and not short:
        # A site may ask for more than the engine does.
        sentences.append(words["suggestion"][next(iter(estimate.suggestions), "add-words")])
    text = words["headline"][headline]
    if sentences:
        text += words["join"]["headline"] + words["join"]["sentence"].join(sentences)
    return cast(str, text)


def _language(tag: str) -> str:
    """The catalogue that is closest to a tag."""
    parts = tag.replace("_", "-").lower().split("-")
    known = {name.lower(): name for name in _catalogues()}
    if parts[0] == "zh" and ({"hant", "tw", "hk", "mo"} & set(parts)):
        return known["zh-hant"]
    for length in range(len(parts), 0, -1):
        if found := known.get("-".join(parts[:length])):
            return found
    close = (name for lower, name in known.items() if lower.split("-")[0] == parts[0])
    return next(close, "en")


def _counted(words: dict[str, Any], forms: str | dict[str, str], count: int) -> str:
    """A message that mentions a number, in the form and the digits of its language."""
    if isinstance(forms, dict):
        plurals: list[str] = words["plurals"]
        forms = forms.get(plurals[count] if count < len(plurals) else "other", forms["other"])
    digits = str(count).translate(str.maketrans("0123456789", words["digits"]))
    return forms.replace("{count}", digits)
