"""What is said of a verdict."""

import passmuster
import pytest
from passmuster import Leak, Rules, messages

STRONG = "kettle mosquito ladder prism"
WEAK = {
    "": "empty",
    "abc": "weak",
    "password123": "weak",
    STRONG: "checking",
}


def test_there_are_the_languages_of_the_widget() -> None:
    assert {"en", "de", "ar", "zh-Hans", "zh-Hant", "pt-BR"} <= set(messages.languages())


@pytest.mark.parametrize("language", messages.languages())
def test_every_verdict_has_words_in_every_language(language: str) -> None:
    judgements = [passmuster.judge(password) for password in WEAK]
    judgements += [passmuster.judge(STRONG, leak=leak) for leak in (Leak("clear"), Leak("found", 7), Leak("unknown"))]
    judgements.append(passmuster.judge("Marmalade-2026", current_password="Marmalade-2025"))
    for judgement in judgements:
        for rules in (Rules(), Rules(block_unverified=True)):
            words = messages.describe(judgement, language=language, rules=rules)
            assert words
            assert "{" not in words


def test_a_missing_length_is_counted_in_the_forms_and_digits_of_the_language() -> None:
    judgement = passmuster.judge("abc")
    for language, least, part in [
        ("en", 4, "1 more character."),
        ("en", 8, "5 more characters."),
        ("fa", 8, "۵"),
        ("de", 15, "12"),
    ]:
        assert part in messages.describe(judgement, language=language, rules=Rules(min_length=least))


@pytest.mark.parametrize(
    ("tag", "same"),
    [
        ("en-GB", "en"),
        ("de_AT", "de"),
        ("pt", "pt-BR"),
        ("zh-tw", "zh-Hant"),
        ("zh-hant", "zh-Hant"),
        ("zh-hans", "zh-Hans"),
        ("zh", "zh-Hans"),
        ("tlh", "en"),
        ("", "en"),
    ],
)
def test_the_closest_language_is_taken(tag: str, same: str) -> None:
    judgement = passmuster.judge("password123")
    assert messages.describe(judgement, language=tag) == messages.describe(judgement, language=same)


def test_no_message_holds_the_password() -> None:
    for password in ("Xylophone", "password123", "abc", "qwertyuiop"):
        words = messages.describe(passmuster.judge(password), language="en")
        assert password.lower() not in words.lower().replace("like abc", "")
