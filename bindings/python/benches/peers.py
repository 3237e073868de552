"""Import and estimate times, and sizes, of passmuster and its peers, in one run: ``npm run python -- bench``.

Times are of the processor, so that what else a machine does counts less. Each import is a process of its own, ours and
theirs in turn, less what a process takes that imports nothing. Each password is estimated three times by each in turn,
and the quickest counts.
"""

from __future__ import annotations

import importlib.metadata
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

import passmuster
import wasmtime
import zxcvbn
import zxcvbn_rs_py

ROOT = Path(__file__).parents[3]
ROUNDS = 25
WASM = ROOT / "dist/core/passmuster.wasm"

WASM_IMPORT = f"""
import wasmtime
engine = wasmtime.Engine()
wasmtime.Instance(wasmtime.Store(engine), wasmtime.Module.from_file(engine, {str(WASM)!r}), [])
"""
# Name, what imports it, and what of the wheels has to be there.
IMPORTS = {
    "passmuster": ("import passmuster", ["passmuster"]),
    "the plain wasm by wasmtime": (WASM_IMPORT, ["wasmtime"]),
    "zxcvbn": ("import zxcvbn", ["zxcvbn"]),
    "zxcvbn-rs-py": ("import zxcvbn_rs_py", ["zxcvbn-rs-py"]),
}


def passwords() -> list[str]:
    """Those of the conformance files, up to 72 characters: what zxcvbn for Python takes."""
    lines = (ROOT / "conformance/passwords.jsonl").read_text("ascii").rstrip("\n").split("\n")
    found = (json.loads(line)["password"] for line in lines)
    return [password for password in dict.fromkeys(found) if 0 < len(password) <= 72]


def by_wasmtime() -> Callable[[str], Any]:
    engine = wasmtime.Engine()
    store = wasmtime.Store(engine)
    exports = wasmtime.Instance(store, wasmtime.Module.from_file(engine, str(WASM)), []).exports(store)
    memory: Any = exports["memory"]
    alloc, estimate, free = (exports[f"passmuster_{name}"] for name in ("alloc", "estimate", "free"))

    def call(password: str) -> Any:
        request = json.dumps({"password": password, "year": 2026}).encode()
        pointer = alloc(store, len(request))
        memory.write(store, request, pointer)
        answer = estimate(store, pointer, len(request)) & (1 << 64) - 1
        start, length = answer >> 32, answer & 0xFFFFFFFF
        result = json.loads(memory.read(store, start, start + length))
        free(store, start)
        return result

    return call


def seconds_to_run(code: str) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", code], check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def installed_bytes(name: str) -> int:
    files = importlib.metadata.files(name) or []
    return sum(path.stat().st_size for file in files if (path := Path(str(file.locate()))).is_file())


def main() -> None:
    imports: dict[str, list[float]] = {name: [] for name in IMPORTS}
    for _ in range(ROUNDS):
        nothing = seconds_to_run("pass")
        for name, (code, _) in IMPORTS.items():
            imports[name].append(seconds_to_run(code) - nothing)

    estimators: dict[str, Callable[[str], Any]] = {
        "passmuster": passmuster.estimate,
        "the plain wasm by wasmtime": by_wasmtime(),
        "zxcvbn": zxcvbn.zxcvbn,
        "zxcvbn-rs-py": zxcvbn_rs_py.zxcvbn,
    }
    times: dict[str, list[float]] = {name: [] for name in estimators}
    first = {}
    for name, estimate in estimators.items():
        start = time.process_time()
        estimate("Tr0ub4dour&3")
        first[name] = time.process_time() - start
    for password in passwords():
        quickest = dict.fromkeys(estimators, float("inf"))
        for _ in range(3):
            for name, estimate in estimators.items():
                start = time.process_time()
                estimate(password)
                quickest[name] = min(quickest[name], time.process_time() - start)
        for name, seconds in quickest.items():
            times[name].append(seconds)

    print("| | import, ms | first estimate, ms | an estimate: median, µs | slowest, µs | installed, MB |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    for name, (_, packages) in IMPORTS.items():
        size = sum(map(installed_bytes, packages)) + (WASM.stat().st_size if "wasm" in name else 0)
        version = importlib.metadata.version(packages[0])
        print(
            f"| {name} ({version}) | {median(imports[name]) * 1e3:.1f} | {first[name] * 1e3:.2f}"
            f" | {median(times[name]) * 1e6:.1f} | {max(times[name]) * 1e6:,.0f} | {size / 1e6:.1f} |"
        )
    print(f"\n{len(times['zxcvbn'])} passwords; Python {sys.version.split()[0]}; {ROUNDS} imports each.")


if __name__ == "__main__":
    main()
