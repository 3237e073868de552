"""A password validator for Django.

::

    AUTH_PASSWORD_VALIDATORS = [
        {"NAME": "passmuster.django.PassmusterValidator", "OPTIONS": {"context": ["Example Shop"]}},
    ]

It takes the place of Django's own four: length, common passwords, digits alone and likeness to the user's attributes.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.hashers import check_password
from django.core.exceptions import ValidationError
from django.utils.translation import get_language

from . import DEFAULT_TIMEOUT, HAVE_I_BEEN_PWNED, BreachClient, Judgement, Rules, check, judge
from .messages import _catalogues, _counted, _language, describe

__all__ = ["PassmusterValidator"]

DEFAULT_USER_ATTRIBUTES = ("username", "first_name", "last_name", "email")


class PassmusterValidator:
    """Refuses what the widget in the page refuses, in the words and the language of the page.

    Args:
        min_length: The fewest characters as people count them.
        min_score: The least score, 0 to 4.
        block_unverified: Whether a password is refused when the range endpoint cannot be asked.
        user_attributes: What of the user an attacker knows.
        context: What else an attacker knows: the site's name and host.
        languages: Tags of the languages whose words passwords may be guessed by.
        endpoint: The range endpoint; None where leaks are not to be looked up.
        timeout: Seconds that its answer may take.
        refuse_current: Whether the user's current password is refused. It takes as long as a login.
    """

    def __init__(
        self,
        *,
        min_length: int = 8,
        min_score: int = 3,
        block_unverified: bool = False,
        user_attributes: Iterable[str] = DEFAULT_USER_ATTRIBUTES,
        context: Iterable[str] = (),
        languages: Iterable[str] = ("en",),
        endpoint: str | None = HAVE_I_BEEN_PWNED,
        timeout: float = DEFAULT_TIMEOUT,
        refuse_current: bool = False,
    ) -> None:
        self.rules = Rules(min_length=min_length, min_score=min_score, block_unverified=block_unverified)
        self.user_attributes = tuple(user_attributes)
        self.context = tuple(context)
        self.languages = tuple(languages)
        self.endpoint = endpoint
        self.timeout = timeout
        self.refuse_current = refuse_current
        # Wrong settings are found when the server starts, not when somebody sets a password.
        if endpoint is not None:
            BreachClient(endpoint, timeout=timeout)
        judge("", context=self.context, languages=self.languages)

    def validate(self, password: str, user: Any = None) -> None:
        """Raises a ``ValidationError`` whose code is the verdict, such as ``password_weak``."""
        judgement = self.judge(password, user)
        # Where leaks are not looked up, a strong password is as good as the site asked for.
        asked_for = judgement.allowed or (self.endpoint is None and judgement.verdict == "checking")
        if not asked_for:
            words = describe(judgement, language=get_language() or "en", rules=self.rules)
            raise ValidationError(words, code=f"password_{judgement.verdict}")
        if self.refuse_current and user is not None and check_password(password, getattr(user, "password", "")):
            words = _catalogues()[_language(get_language() or "en")]
            raise ValidationError(words["warning"]["current-password"], code="password_reused")

    def judge(self, password: str, user: Any = None) -> Judgement:
        """Judges a password for a user, without raising."""
        values = (getattr(user, name, None) for name in self.user_attributes)
        context = [*self.context, *(value for value in values if isinstance(value, str) and value)]
        if self.endpoint is None:
            return judge(password, context=context, languages=self.languages, rules=self.rules)
        return check(
            password,
            context=context,
            languages=self.languages,
            rules=self.rules,
            endpoint=self.endpoint,
            timeout=self.timeout,
        )

    def get_help_text(self) -> str:
        """What Django shows beside the field before anything was typed."""
        words = _catalogues()[_language(get_language() or "en")]
        length = _counted(words, words["reason"]["short"], self.rules.min_length)
        return f"{length}{words['join']['sentence']}{words['reason']['empty']}"
