"""Asking a range endpoint, also one that misbehaves: that of tests/faults."""

import asyncio
import hashlib
import json
import os
import subprocess
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import passmuster
import pytest
from passmuster import BreachClient, Leak

ROOT = Path(__file__).parents[3]
TIMEOUT = 2.0
STRONG = "kettle mosquito ladder prism"


@pytest.fixture(scope="module")
def faults() -> Iterator[dict[str, Any]]:
    command = ["node", ROOT / "tests/faults/serve.mjs"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        yield json.loads(server.stdout.readline())
        assert server.stdin is not None
        # It ends with its input.
        server.stdin.close()


def spelt(leak: Leak) -> str:
    if leak.status == "found":
        return f"found {leak.count}"
    return "clear" if leak.status == "clear" else f"unknown ({leak.reason})"


def test_a_fault_is_unknown_and_never_clear(faults: dict[str, Any]) -> None:
    assert len(faults["cases"]) > 40
    # At once, for most of them are time-outs.
    answers: dict[str, str] = {}

    def ask(case: dict[str, str]) -> None:
        client = BreachClient(case["endpoint"], timeout=TIMEOUT)
        answers[case["name"]] = spelt(client.check(faults["password"]))

    threads = [threading.Thread(target=ask, args=(case,)) for case in faults["cases"]]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == {case["name"]: case["expected"] for case in faults["cases"]}


def test_the_same_is_answered_without_blocking(faults: dict[str, Any]) -> None:
    async def ask(case: dict[str, str]) -> tuple[str, str]:
        client = BreachClient(case["asyncEndpoint"], timeout=TIMEOUT)
        return case["name"], spelt(await client.acheck(faults["password"]))

    async def ask_all() -> dict[str, str]:
        return dict(await asyncio.gather(*map(ask, faults["cases"])))

    assert asyncio.run(ask_all()) == {case["name"]: case["expected"] for case in faults["cases"]}


class Range(BaseHTTPRequestHandler):
    """Answers for one leaked password; ``/slow/`` takes a second, ``/never/`` for ever."""

    LEAKED = "Recognisable-Zebra-Umbrella"
    asked: list[tuple[str, dict[str, str]]] = []  # noqa: RUF012

    def do_GET(self) -> None:
        self.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
        if self.path.startswith("/slow/"):
            time.sleep(1)
        if self.path.startswith("/never/"):
            time.sleep(4)
            return
        digest = hashlib.sha1(self.LEAKED.encode()).hexdigest().upper()  # noqa: S324
        lines = [f"{index:035X}:3" for index in range(0, 16**35, 16**33)]
        if self.path.endswith(digest[:5]):
            lines.append(f"{digest[5:]}:41")
        body = "\r\n".join(sorted(lines)).encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def address() -> Iterator[str]:
    Range.asked.clear()
    with ThreadingHTTPServer(("127.0.0.1", 0), Range) as server:
        server.daemon_threads = True
        server.block_on_close = False
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_only_five_digits_are_sent_and_padding_is_asked_for(address: str) -> None:
    assert passmuster.check_breach(Range.LEAKED, endpoint=f"{address}/range") == Leak("found", 41)
    [(path, headers)] = Range.asked
    digest = hashlib.sha1(Range.LEAKED.encode()).hexdigest().upper()  # noqa: S324
    assert path == f"/range/{digest[:5]}"
    assert headers["add-padding"] == "true"
    assert headers["user-agent"].startswith("passmuster/")
    assert digest[5:] not in str(headers)


def test_what_is_not_among_the_lines_is_clear(address: str) -> None:
    assert passmuster.check_breach(STRONG, endpoint=f"{address}/range/") == Leak("clear")


def test_a_check_asks_only_where_the_verdict_depends_on_it(address: str) -> None:
    endpoint = f"{address}/range/"
    weak = passmuster.check("password1", endpoint=endpoint)
    assert (weak.verdict, weak.leak, Range.asked) == ("weak", None, [])
    strong = passmuster.check(STRONG, endpoint=endpoint)
    assert (strong.verdict, strong.allowed, len(Range.asked)) == ("accepted", True, 1)
    leaked = passmuster.check(Range.LEAKED, endpoint=endpoint)
    assert (leaked.verdict, leaked.leak) == ("breached", Leak("found", 41))
    # A generator can be read once, and there are two judgements.
    named = passmuster.check("Quillfeather-87", context=(word for word in ["quillfeather"]), endpoint=endpoint)
    assert named == passmuster.check("Quillfeather-87", context=["quillfeather"], endpoint=endpoint)


def test_an_asynchronous_check_is_the_same(address: str) -> None:
    endpoint = f"{address}/range/"
    for password in ("password1", STRONG, Range.LEAKED):
        awaited = asyncio.run(passmuster.acheck(password, endpoint=endpoint))
        assert awaited == passmuster.check(password, endpoint=endpoint)
    assert asyncio.run(passmuster.acheck_breach(STRONG, endpoint=endpoint)) == Leak("clear")


def test_the_event_loop_goes_on_while_an_answer_is_awaited(address: str) -> None:
    async def both() -> int:
        ticks = 0

        async def tick() -> None:
            nonlocal ticks
            while True:
                await asyncio.sleep(0.02)
                ticks += 1

        ticking = asyncio.create_task(tick())
        await passmuster.acheck_breach(STRONG, endpoint=f"{address}/slow/")
        ticking.cancel()
        return ticks

    assert asyncio.run(both()) > 10


def test_other_threads_go_on_while_an_answer_is_awaited(address: str) -> None:
    waiting = threading.Thread(target=passmuster.check_breach, args=(STRONG,), kwargs={"endpoint": f"{address}/slow/"})
    waiting.start()
    turns = 0
    while waiting.is_alive():
        turns += 1
        time.sleep(0.02)
    assert turns > 10


def test_time_spent_waiting_for_a_turn_counts(address: str) -> None:
    client = BreachClient(f"{address}/never/", timeout=1.0)

    async def ask_many() -> list[Leak]:
        return await asyncio.gather(*(client.acheck(STRONG) for _ in range(100)))

    start = time.monotonic()
    assert set(asyncio.run(ask_many())) <= {Leak("unknown", reason="timeout"), Leak("unknown", reason="resting")}
    assert time.monotonic() - start < 4


def test_a_cancelled_task_stops_waiting(address: str) -> None:
    async def give_up() -> float:
        start = time.monotonic()
        task = asyncio.create_task(passmuster.acheck_breach(STRONG, endpoint=f"{address}/slow/"))
        await asyncio.sleep(0.05)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        return time.monotonic() - start

    assert asyncio.run(give_up()) < 0.8


def test_an_endpoint_that_fails_is_left_alone_for_a_while() -> None:
    client = BreachClient("http://127.0.0.1:1/", timeout=1.0)
    answers = [client.check(STRONG).reason for _ in range(5)]
    assert answers[0] == "network"
    assert answers[-1] == "resting"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")
def test_a_forked_process_can_ask(address: str) -> None:
    client = BreachClient(f"{address}/range/")
    assert asyncio.run(client.acheck(STRONG)) == Leak("clear")
    child = os.fork()
    if child == 0:
        right = asyncio.run(client.acheck(STRONG)) == Leak("clear") and client.check(STRONG) == Leak("clear")
        os._exit(0 if right else 1)
    assert os.waitpid(child, 0)[1] == 0


@pytest.mark.parametrize(
    "endpoint", ["", "range/", "ftp://example.org/", "https://jane:secret@example.org/", "https://example.org/#x"]
)
def test_an_endpoint_that_is_no_url_is_refused(endpoint: str) -> None:
    with pytest.raises(ValueError, match="http or https URL"):
        passmuster.check_breach("x", endpoint=endpoint)


@pytest.mark.parametrize("timeout", [0, -1, 61, float("nan"), float("inf"), "3", True, None])
def test_a_time_out_that_is_none_is_refused(timeout: Any) -> None:
    with pytest.raises(ValueError, match="timeout must be more than 0 and at most 60 seconds"):
        passmuster.check_breach("x", timeout=timeout)
