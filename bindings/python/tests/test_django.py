"""The validator in a real Django."""

import django
import pytest
from django.conf import settings
from django.contrib.auth.password_validation import (
    get_password_validators,
    password_validators_help_text_html,
    validate_password,
)
from django.core.exceptions import ValidationError
from django.utils import translation

settings.configure(
    INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes"],
    PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
    USE_I18N=True,
)
django.setup()

from django.contrib.auth.models import User  # noqa: E402 (needs the settings)

STRONG = "kettle mosquito ladder prism"


def validators(**options: object) -> list[object]:
    options.setdefault("endpoint", None)
    return get_password_validators([{"NAME": "passmuster.django.PassmusterValidator", "OPTIONS": options}])


def refused(password: str, user: User | None = None, **options: object) -> ValidationError:
    with pytest.raises(ValidationError) as raised:
        validate_password(password, user, validators(**options))
    [error] = raised.value.error_list
    return error


def test_a_weak_password_is_refused_in_words_and_by_a_code() -> None:
    error = refused("password123")
    assert error.code == "password_weak"
    assert error.messages[0].startswith("Easy to guess")


def test_a_strong_password_is_accepted() -> None:
    validate_password(STRONG, None, validators())


def test_the_attributes_of_the_user_are_known() -> None:
    user = User(username="quillfeather", first_name="Ambrosia", last_name="Thistlewood", email="me@vandermeer.example")
    for password in ("Quillfeather19!", "Ambrosia2026!", "Thistlewood#7", "vandermeer2026"):
        error = refused(password, user)
        assert error.code == "password_weak", password
    validate_password(STRONG, user, validators())


def test_other_attributes_and_the_site_can_be_named() -> None:
    user = User(username="quillfeather")
    # The name is no attribute any more, and the site is known.
    assert refused("Wobblethorpe1", user, user_attributes=[], context=["Wobblethorpe Ltd"]).code == "password_weak"


def test_the_current_password_is_refused_where_the_site_says_so() -> None:
    user = User(username="quillfeather")
    user.set_password(STRONG)
    assert refused(STRONG, user, refuse_current=True).code == "password_reused"
    validate_password(STRONG, user, validators())


def test_words_are_those_of_the_active_language() -> None:
    with translation.override("de"):
        assert "zu erraten" in refused("password123").messages[0]
    with translation.override("zh-hant"):
        assert refused("password123").messages[0] != refused("password123", min_score=4).code


def test_the_help_text_tells_the_least_length() -> None:
    assert "at least 15 characters" in password_validators_help_text_html(validators(min_length=15))
    with translation.override("ar"):
        assert "15 حرفًا" in password_validators_help_text_html(validators(min_length=15))


def test_an_endpoint_that_is_down_lets_through_or_blocks_as_the_site_says() -> None:
    down = "http://127.0.0.1:1/"
    validate_password(STRONG, None, validators(endpoint=down))
    assert refused(STRONG, endpoint=down, block_unverified=True).code == "password_unverified"


def test_wrong_options_are_refused_at_the_start() -> None:
    with pytest.raises(ValueError, match="min_score must be a whole number from 0 to 4"):
        validators(min_score=9)
    with pytest.raises(ValueError, match="http or https URL"):
        validators(endpoint="leaks")
    with pytest.raises(ValueError, match="no vocabulary of the language"):
        validators(languages=["tlh"])


def test_no_error_holds_the_password() -> None:
    error = refused("butterfly")
    assert "butterfly" not in str(error.messages) + repr(error) + str(error.params)
