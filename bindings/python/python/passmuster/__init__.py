"""How many guesses would a password survive, has it leaked already, and may it be set?

The same code judges in the page and here, so both give the same verdict where they are told the same:

>>> import passmuster
>>> passmuster.judge("hunter2", context=["jane@example.org"]).verdict
'weak'

``judge`` asks nobody. ``check`` and ``acheck`` also ask a range endpoint whether the password has leaked, where the
verdict depends on it.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import Literal, cast

from . import _native
from ._breach import DEFAULT_TIMEOUT, HAVE_I_BEEN_PWNED, BreachClient, Leak, Reason, Status
from ._text import text, texts

__all__ = [
    "DEFAULT_TIMEOUT",
    "HAVE_I_BEEN_PWNED",
    "UNICODE_VERSION",
    "BreachClient",
    "Estimate",
    "Generated",
    "Judgement",
    "Leak",
    "Part",
    "Reason",
    "Rules",
    "Status",
    "Verdict",
    "acheck",
    "acheck_breach",
    "check",
    "check_breach",
    "estimate",
    "generate",
    "judge",
]

UNICODE_VERSION: str = _native.UNICODE_VERSION
"""The version of Unicode by which passwords are normalised and their characters counted."""

Verdict = Literal["empty", "weak", "reused", "breached", "checking", "unverified", "accepted"]
"""Where a password stands. ``checking``: strong, and nobody has asked whether it leaked."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a password and how it was guessed."""

    kind: str
    """What it was taken for, such as ``keyboard-walk``."""
    start: int
    """Where it begins, in code points of the password's NFC form."""
    end: int
    """Where it ends."""
    guesses_log10: float
    """log10 of the number of guesses for this part alone."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """How guessable a password is, and why."""

    score: int
    """0 to 4, by zxcvbn's thresholds: 1e3, 1e6, 1e8 and 1e10 guesses."""
    guesses_log10: float
    """log10 of the number of guesses that the password would survive."""
    warning: str | None
    """What made it weak, such as ``common-password``."""
    suggestions: tuple[str, ...]
    """What would make it stronger, most useful first, such as ``add-words``."""
    sequence: tuple[Part, ...]
    """The parts that it was taken for."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What a site demands of a password."""

    min_length: int = 8
    """The fewest characters as people count them. NIST's minimum is 15 where the password is the only factor."""
    min_score: int = 3
    """The least score, 0 to 4."""
    block_unverified: bool = False
    """Whether a password whose leaks cannot be known is refused."""

    def __post_init__(self) -> None:
        for name, least, most in (("min_length", 1, 1_024), ("min_score", 0, 4)):
            value = getattr(self, name)
            if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
                raise ValueError(f"{name} must be a whole number from {least} to {most}, not {value!r}")
        if not isinstance(self.block_unverified, bool):
            raise ValueError(f"block_unverified must be True or False, not {self.block_unverified!r}")


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether a password may be set, and what that rests on."""

    verdict: Verdict
    allowed: bool
    """Whether the password may be stored. False while the verdict is ``checking``."""
    length: int
    """Characters as people count them: grapheme clusters."""
    estimate: Estimate
    leak: Leak | None
    """What is known of leaks; None where nobody was asked."""


@dataclass(frozen=True, slots=True)
class Generated:
    """A password that nobody chose."""

    password: str = field(repr=False)
    bits: float
    """log2 of the number of passwords that it was drawn from, each as likely."""


_DEFAULT_RULES = Rules()
_ENGLISH = ("en",)
_MAX_LANGUAGES = 4
_MAX_CONTEXT = 256


def estimate(
    password: str,
    *,
    context: Iterable[str] = (),
    current_password: str = "",
    year: int | None = None,
    languages: Iterable[str] = _ENGLISH,
) -> Estimate:
    """Estimates how many guesses a password would survive.

    Args:
        password: As it was typed.
        context: What an attacker knows: account name, e-mail address, full name, the site's name.
        current_password: The password that is to be replaced.
        year: The present year; today's by default.
        languages: Tags of the languages whose words the password may be guessed by: de, en, es, fr, id, it, nl, pl, pt.

    Raises:
        TypeError: Where an argument is of another type.
        ValueError: Where there is no vocabulary of a language, or there are too many arguments of a kind.
    """
    known = _known(context, current_password, year, languages)
    return _estimate(_native.estimate(text("password", password), *known))


def judge(
    password: str,
    *,
    context: Iterable[str] = (),
    current_password: str = "",
    year: int | None = None,
    languages: Iterable[str] = _ENGLISH,
    rules: Rules = _DEFAULT_RULES,
    leak: Leak | None = None,
) -> Judgement:
    """Judges a password by the rules of the page. Asks nobody: without ``leak`` the best verdict is ``checking``.

    The arguments that ``estimate`` has mean the same.

    Args:
        password: As it was typed.
        rules: What the site demands.
        leak: What a range endpoint said, as ``check_breach`` returns it.
    """
    known = _known(context, current_password, year, languages)
    verdict, allowed, length, parts = _native.judge(
        text("password", password),
        *known,
        (rules.min_length, rules.min_score, rules.block_unverified),
        None if leak is None else (leak.status, leak.count, leak.reason),
    )
    return Judgement(cast(Verdict, verdict), allowed, length, _estimate(parts), leak)


def check(
    password: str,
    *,
    context: Iterable[str] = (),
    current_password: str = "",
    year: int | None = None,
    languages: Iterable[str] = _ENGLISH,
    rules: Rules = _DEFAULT_RULES,
    endpoint: str = HAVE_I_BEEN_PWNED,
    timeout: float = DEFAULT_TIMEOUT,
) -> Judgement:
    """Judges a password, and asks a range endpoint where the verdict depends on it. Blocks until that has answered.

    The arguments are those of ``judge`` and ``check_breach``.
    """
    client = _client(endpoint, timeout)
    judged = _judging(password, context, current_password, year, languages, rules)
    first = judged()
    return judged(leak=client.check(password)) if first.verdict == "checking" else first


async def acheck(
    password: str,
    *,
    context: Iterable[str] = (),
    current_password: str = "",
    year: int | None = None,
    languages: Iterable[str] = _ENGLISH,
    rules: Rules = _DEFAULT_RULES,
    endpoint: str = HAVE_I_BEEN_PWNED,
    timeout: float = DEFAULT_TIMEOUT,
) -> Judgement:
    """Judges as ``check`` does, without blocking the event loop."""
    client = _client(endpoint, timeout)
    judged = _judging(password, context, current_password, year, languages, rules)
    first = judged()
    return judged(leak=await client.acheck(password)) if first.verdict == "checking" else first


def check_breach(password: str, *, endpoint: str = HAVE_I_BEEN_PWNED, timeout: float = DEFAULT_TIMEOUT) -> Leak:
    """Asks whether a password has leaked. Only the first five of the forty digits of its SHA-1 are sent.

    Args:
        password: As it was typed.
        endpoint: The range endpoint, an http or https URL to which the five digits are appended.
        timeout: Seconds that the answer may take.

    Returns:
        Whatever networks and servers do: what they do wrong is ``unknown``, and never ``clear``.
    """
    return _client(endpoint, timeout).check(password)


async def acheck_breach(
    password: str,
    *,
    endpoint: str = HAVE_I_BEEN_PWNED,
    timeout: float = DEFAULT_TIMEOUT,
) -> Leak:
    """Asks as ``check_breach`` does, without blocking the event loop."""
    return await _client(endpoint, timeout).acheck(password)


def generate(*, words: int | None = None, length: int | None = None, passwordrules: str = "") -> Generated:
    """Makes a password from the system's random numbers.

    Args:
        words: So many words of the EFF's large list, joined by hyphens; five by default.
        length: Or so many random characters,
        passwordrules: which follow these rules, in Apple's syntax.

    Raises:
        ValueError: Where both or a number out of range are asked for, or no password can follow the rules.
    """
    if length is not None:
        if words is not None:
            raise ValueError("either words or length can be asked for, not both")
        return Generated(*_native.characters(_count("length", length, 1_024), text("passwordrules", passwordrules)))
    if passwordrules:
        raise ValueError("passwordrules need a length: words follow no rules")
    return Generated(*_native.passphrase(_word_list(), _count("words", 5 if words is None else words, 64)))


@lru_cache(maxsize=16)
def _client(endpoint: str, timeout: float) -> BreachClient:
    """A client for each endpoint, which knows when that was last in trouble."""
    return BreachClient(endpoint, timeout=timeout)


@lru_cache(maxsize=1)
def _word_list() -> str:
    # Here, for it takes long to import, and few need it.
    from importlib import resources

    return resources.files(__package__).joinpath("_data/words.txt").read_text("utf-8")


def _judging(
    password: str,
    context: Iterable[str],
    current_password: str,
    year: int | None,
    languages: Iterable[str],
    rules: Rules,
) -> partial[Judgement]:
    """``judge`` with all but the leak; what can be read only once is read here."""
    return partial(
        judge,
        password,
        context=texts("context", context, _MAX_CONTEXT),
        current_password=current_password,
        year=_year(year),
        languages=texts("languages", languages, _MAX_LANGUAGES),
        rules=rules,
    )


def _known(
    context: Iterable[str], current_password: str, year: int | None, languages: Iterable[str]
) -> tuple[list[str], str, int, list[str]]:
    return (
        texts("context", context, _MAX_CONTEXT),
        text("current_password", current_password),
        _year(year),
        texts("languages", languages, _MAX_LANGUAGES),
    )


def _year(year: int | None) -> int:
    if year is None:
        return datetime.date.today().year
    return _count("year", year, 9_999)


def _count(name: str, value: int, most: int) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= most:
        raise ValueError(f"{name} must be a whole number from 1 to {most}, not {value!r}")
    return value


def _estimate(parts: _native._Estimate) -> Estimate:
    score, guesses_log10, warning, suggestions, sequence = parts
    return Estimate(score, guesses_log10, warning, tuple(suggestions), tuple(Part(*part) for part in sequence))
