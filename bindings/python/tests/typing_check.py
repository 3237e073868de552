"""Read by mypy: what a user writes has types."""

import passmuster
from passmuster import Leak, Rules, Verdict

judgement = passmuster.judge("x", context=["jane"], rules=Rules(min_length=15), leak=Leak("unknown", reason="timeout"))
verdict: Verdict = judgement.verdict
score: int = judgement.estimate.score
bits: float = passmuster.generate(words=5).bits


async def ask() -> bool:
    return (await passmuster.acheck("x", endpoint="https://example.org/range/")).allowed
