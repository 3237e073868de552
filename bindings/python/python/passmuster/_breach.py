"""Asking whether a password has leaked."""

from __future__ import annotations

import os
import weakref
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, cast

from . import _native
from ._text import text

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

HAVE_I_BEEN_PWNED: str = _native.HAVE_I_BEEN_PWNED
"""The range endpoint of Have I Been Pwned, which anybody may ask without a key."""

DEFAULT_TIMEOUT = 3.0
"""Seconds that an answer may take by default."""

_MAX_TIMEOUT = 60.0
_MAX_THREADS = 32

Status = Literal["found", "clear", "unknown"]
"""``unknown`` never means that a password did not leak."""

Reason = Literal["timeout", "network", "status", "malformed", "too-large", "resting", "too-often"]
"""Why nothing is known: ``timeout``: no whole answer in time; ``network``: no way to the server; ``status``: a status
other than 200; ``malformed``: no range response; ``too-large``: more than 1 MiB; ``resting``: three failures in a row,
after which the endpoint is left alone for a minute. ``too-often`` is for pages alone."""


@dataclass(frozen=True, slots=True)
class Leak:
    """What is known of a password's leaks."""

    status: Status
    count: int = 0
    """How many times it was seen in leaks; 0 unless found."""
    reason: Reason | None = None
    """Why it is unknown."""


class BreachClient:
    """Asks a range endpoint; made once and shared by all threads and tasks.

    It remembers no answers, but when the endpoint was last in trouble: after three failures in a row it is left alone
    for a minute, in which every answer is ``unknown`` at once.

    Args:
        endpoint: An http or https URL to which five hexadecimal digits are appended.
        timeout: Seconds that an answer may take.
    """

    def __init__(self, endpoint: str = HAVE_I_BEEN_PWNED, *, timeout: float = DEFAULT_TIMEOUT) -> None:
        if isinstance(timeout, bool) or not isinstance(timeout, (int, float)) or not 0 < timeout <= _MAX_TIMEOUT:
            raise ValueError(f"timeout must be more than 0 and at most {_MAX_TIMEOUT:.0f} seconds, not {timeout!r}")
        self._endpoint = text("endpoint", endpoint)
        self._timeout = float(timeout)
        self._start()
        _clients.add(self)

    def _start(self) -> None:
        self._lookup = _native.Lookup(self._endpoint, self._timeout)
        self._threads: ThreadPoolExecutor | None = None

    def check(self, password: str) -> Leak:
        """Asks, and blocks this thread until the answer has come; other threads go on."""
        return _leak(self._lookup.check(text("password", password)))

    async def acheck(self, password: str) -> Leak:
        """Asks without blocking the event loop.

        A task that is cancelled stops waiting at once; its request ends by itself, at the time-out at the latest. At
        most 32 questions are asked at a time; the others wait, and that counts as part of their time-out.
        """
        # Here, for they take longer to import than all the rest, and who awaits this has them already.
        import asyncio
        from concurrent.futures import ThreadPoolExecutor

        password = text("password", password)
        if self._threads is None:
            self._threads = ThreadPoolExecutor(_MAX_THREADS, "passmuster")
        answer = asyncio.get_running_loop().run_in_executor(self._threads, self._lookup.check, password)
        try:
            return _leak(await asyncio.wait_for(answer, self._timeout))
        except asyncio.TimeoutError:
            return Leak("unknown", reason="timeout")


def _leak(answer: tuple[str, int, str | None]) -> Leak:
    status, count, reason = answer
    return Leak(cast(Status, status), count, cast("Reason | None", reason))


_clients: weakref.WeakSet[BreachClient] = weakref.WeakSet()


def _after_fork() -> None:
    """A forked process has neither the threads nor may it use the connections of its parent."""
    for client in list(_clients):
        client._start()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)
