"""Every line of conformance/, by this package and by the plain wasm under Wasmtime."""

import json
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import passmuster
import pytest
import wasmtime
from passmuster import Leak, Rules

ROOT = Path(__file__).parents[3]
TOLERANCE = 1e-9
# At line feeds alone: a text may hold other ends of lines.
LINES = [
    (f"{path.name}:{number}", path.name, json.loads(line))
    for path in sorted(ROOT.glob("conformance/*.jsonl"))
    for number, line in enumerate(path.read_text("ascii").rstrip("\n").split("\n"), 1)
]


def is_same(a: Any, b: Any) -> bool:
    if isinstance(a, dict) and isinstance(b, dict):
        return a.keys() == b.keys() and all(is_same(a[key], b[key]) for key in a)
    if isinstance(a, list) and isinstance(b, list):
        return len(a) == len(b) and all(map(is_same, a, b))
    if isinstance(a, bool) or isinstance(b, bool) or not isinstance(a, (int, float)):
        return bool(a == b)
    return isinstance(b, (int, float)) and abs(a - b) <= TOLERANCE


def split(line: dict[str, Any]) -> tuple[dict[str, Any], Any]:
    request = {name: value for name, value in line.items() if name not in ("unicode", "expected")}
    return request, line["expected"]


def by_package(request: dict[str, Any]) -> dict[str, Any]:
    rules = request.get("rules") or {}
    names = {"minLength": "min_length", "minScore": "min_score", "blockUnverified": "block_unverified"}
    leak = request.get("leak")
    judgement = passmuster.judge(
        request["password"],
        context=request.get("context", ()),
        current_password=request.get("currentPassword", ""),
        year=request["year"],
        languages=request.get("languages", ("en",)),
        rules=Rules(**{names[name]: value for name, value in rules.items()}),
        leak=leak and Leak(**leak),
    )
    # Places count code points here, and bytes there.
    normalised = unicodedata.normalize("NFC", request["password"])
    estimate = judgement.estimate
    return {
        "verdict": judgement.verdict,
        "allowed": judgement.allowed,
        "length": judgement.length,
        "score": estimate.score,
        "guessesLog10": estimate.guesses_log10,
        "warning": estimate.warning,
        "suggestions": list(estimate.suggestions),
        "sequence": [
            {
                "kind": part.kind,
                "start": len(normalised[: part.start].encode()),
                "end": len(normalised[: part.end].encode()),
                "guessesLog10": part.guesses_log10,
            }
            for part in estimate.sequence
        ],
    }


@pytest.fixture(scope="module")
def wasm() -> Callable[[str, dict[str, Any]], Any]:
    engine = wasmtime.Engine()
    store = wasmtime.Store(engine)
    module = wasmtime.Module.from_file(engine, str(ROOT / "dist/core/passmuster.wasm"))
    assert list(module.imports) == []
    exports = wasmtime.Instance(store, module, []).exports(store)
    memory: Any = exports["memory"]

    def call(name: str, request: dict[str, Any]) -> Any:
        alloc, function, free = (exports[f"passmuster_{part}"] for part in ("alloc", name, "free"))
        text = json.dumps(request).encode()
        pointer = alloc(store, len(text))
        memory.write(store, text, pointer)
        answer = function(store, pointer, len(text)) & (1 << 64) - 1
        start, length = answer >> 32, answer & 0xFFFFFFFF
        read = json.loads(memory.read(store, start, start + length))
        free(store, start)
        return read

    return call


def test_there_are_hundreds_of_lines() -> None:
    assert len(LINES) > 800


def test_this_package_has_the_unicode_version_of_the_lines() -> None:
    assert {line["unicode"] for _, _, line in LINES} == {passmuster.UNICODE_VERSION}


def test_this_package_gives_every_expected_answer() -> None:
    for place, name, line in LINES:
        if name == "generate.jsonl":
            continue
        request, expected = split(line)
        assert is_same(by_package(request), expected), place


def test_the_plain_wasm_gives_every_expected_answer(wasm: Callable[[str, dict[str, Any]], Any]) -> None:
    for place, name, line in LINES:
        request, expected = split(line)
        answer = wasm("generate" if name == "generate.jsonl" else "judge", request)
        assert is_same(answer, expected), place
