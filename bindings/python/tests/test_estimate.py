"""estimate, judge and generate."""

import dataclasses
import pickle

import passmuster
import pytest
from passmuster import Estimate, Judgement, Leak, Rules


def test_an_estimate_says_how_many_guesses_and_why() -> None:
    estimate = passmuster.estimate("password123")
    assert estimate.score <= 1
    assert estimate.warning in ("common-password", "like-common-password")
    assert isinstance(estimate.suggestions, tuple)
    assert estimate.sequence[0].start == 0
    assert estimate.sequence[-1].end == len("password123")


def test_what_an_attacker_knows_makes_a_password_weaker() -> None:
    alone = passmuster.estimate("Quillfeather1987")
    known = passmuster.estimate("Quillfeather1987", context=["quillfeather@example.org"])
    assert known.guesses_log10 < alone.guesses_log10
    assert known.warning == "personal"


def test_the_words_of_a_language_are_known_where_it_is_named() -> None:
    none = passmuster.estimate("przedszkole", languages=[])
    polish = passmuster.estimate("przedszkole", languages=["pl"])
    assert polish.guesses_log10 < none.guesses_log10


def test_english_is_the_default_language() -> None:
    assert passmuster.estimate("hypnotherapy") == passmuster.estimate("hypnotherapy", languages=["en"])


def test_places_count_code_points_of_the_normalised_password() -> None:
    decomposed = "u\u0308" * 4 + "\U0001f525password"
    estimate = passmuster.estimate(decomposed)
    assert estimate.sequence[-1].end == 4 + 1 + len("password")


def test_a_variation_of_the_current_password_is_reused() -> None:
    judgement = passmuster.judge("Marmalade-2026", current_password="Marmalade-2025")
    assert (judgement.verdict, judgement.allowed) == ("reused", False)


@pytest.mark.parametrize(
    ("leak", "rules", "verdict", "allowed"),
    [
        (None, Rules(), "checking", False),
        (Leak("clear"), Rules(), "accepted", True),
        (Leak("found", 3), Rules(), "breached", False),
        (Leak("unknown", reason="timeout"), Rules(), "unverified", True),
        (Leak("unknown", reason="timeout"), Rules(block_unverified=True), "unverified", False),
        (Leak("clear"), Rules(min_length=40), "weak", False),
    ],
)
def test_a_verdict_follows_from_the_leak_and_the_rules(
    leak: Leak | None, rules: Rules, verdict: str, allowed: bool
) -> None:
    judgement = passmuster.judge("kettle mosquito ladder prism", leak=leak, rules=rules)
    assert (judgement.verdict, judgement.allowed, judgement.leak) == (verdict, allowed, leak)


def test_length_counts_what_people_count() -> None:
    assert passmuster.judge("👨‍👩‍👧‍👦e\u0301").length == 2


def test_lone_surrogates_are_taken_as_a_page_sends_them() -> None:
    assert passmuster.judge("kettle \ud800 ladder") == passmuster.judge("kettle \ufffd ladder")
    assert passmuster.judge("\ud83d\udd25 fire") == passmuster.judge("\U0001f525 fire")


@pytest.mark.parametrize(
    ("arguments", "error", "words"),
    [
        ({"password": None}, TypeError, "password must be a str, not NoneType"),
        ({"password": b"x"}, TypeError, "password must be a str, not bytes"),
        ({"context": "jane"}, TypeError, "context must be a list of str"),
        ({"context": [None]}, TypeError, "context must be a str, not NoneType"),
        ({"context": ["x"] * 257}, ValueError, "context must hold at most 256 texts"),
        ({"year": 0}, ValueError, "year must be a whole number from 1 to 9999"),
        ({"year": "2026"}, ValueError, "year must be a whole number"),
        ({"languages": ["tlh"]}, ValueError, "no vocabulary of the language"),
        ({"languages": "en"}, TypeError, "languages must be a list"),
        ({"current_password": 1}, TypeError, "current_password must be a str, not int"),
    ],
)
def test_an_argument_that_is_wrong_is_named(arguments: dict, error: type[Exception], words: str) -> None:
    arguments = {"password": "x", **arguments}
    for function in (passmuster.estimate, passmuster.judge):
        with pytest.raises(error, match=words):
            function(arguments["password"], **{name: value for name, value in arguments.items() if name != "password"})


@pytest.mark.parametrize("rules", [{"min_length": 0}, {"min_length": "8"}, {"min_score": 5}, {"block_unverified": 1}])
def test_rules_that_are_wrong_are_refused_when_they_are_made(rules: dict) -> None:
    with pytest.raises(ValueError, match=next(iter(rules))):
        Rules(**rules)


def test_a_leak_that_says_two_things_is_refused() -> None:
    with pytest.raises(ValueError, match="leak"):
        passmuster.judge("x", leak=Leak("found", 0))


def test_a_passphrase_has_as_many_words_as_asked_for() -> None:
    for words in (1, 5, 8):
        generated = passmuster.generate(words=words)
        assert generated.bits == pytest.approx(words * 12.925, abs=0.01)
    assert passmuster.generate().password != passmuster.generate().password


def test_random_characters_follow_the_rules() -> None:
    generated = passmuster.generate(length=12, passwordrules="required: lower; required: digit; allowed: [-]")
    assert len(generated.password) == 12
    assert set(generated.password) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert any(character.isdigit() for character in generated.password)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"words": 0}, "words must be a whole number from 1 to 64"),
        ({"length": 1_025}, "length must be a whole number from 1 to 1024"),
        ({"words": 4, "length": 4}, "not both"),
        ({"passwordrules": "required: digit"}, "need a length"),
        ({"length": 3, "passwordrules": "nonsense"}, "cannot be read"),
        ({"length": 1, "passwordrules": "required: lower; required: digit"}, "no room"),
    ],
)
def test_what_cannot_be_generated_is_said(arguments: dict, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        passmuster.generate(**arguments)


def test_no_result_shows_the_password() -> None:
    secret = "Xylophone-quetzal-77"
    judgement = passmuster.judge(secret, current_password="Old-marmalade-5", context=["vermilion"])
    for shown in (repr(judgement), str(judgement), repr(passmuster.estimate(secret))):
        for hidden in ("ylophone", "quetzal", "marmalade", "vermilion"):
            assert hidden not in shown
    generated = passmuster.generate()
    assert generated.password not in repr(generated)


def test_results_are_values() -> None:
    judgement = passmuster.judge("kettle mosquito ladder", leak=Leak("clear"))
    assert isinstance(judgement, Judgement)
    assert isinstance(judgement.estimate, Estimate)
    assert pickle.loads(pickle.dumps(judgement)) == judgement  # noqa: S301
    with pytest.raises(dataclasses.FrozenInstanceError):
        judgement.verdict = "accepted"  # type: ignore[misc]
