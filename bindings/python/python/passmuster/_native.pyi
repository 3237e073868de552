"""What of the package is Rust; see src/lib.rs."""

HAVE_I_BEEN_PWNED: str
UNICODE_VERSION: str

_Part = tuple[str, int, int, float]
_Estimate = tuple[int, float, str | None, list[str], list[_Part]]
_Leak = tuple[str, int, str | None]

class Lookup:
    def __new__(cls, endpoint: str, timeout: float) -> Lookup: ...
    def check(self, password: str) -> _Leak: ...

def estimate(password: str, inputs: list[str], current_password: str, year: int, languages: list[str]) -> _Estimate: ...
def judge(
    password: str,
    inputs: list[str],
    current_password: str,
    year: int,
    languages: list[str],
    rules: tuple[int, int, bool],
    leak: _Leak | None,
) -> tuple[str, bool, int, _Estimate]: ...
def passphrase(words: str, count: int) -> tuple[str, float]: ...
def characters(length: int, passwordrules: str) -> tuple[str, float]: ...
