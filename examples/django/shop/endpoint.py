"""Tells templates which range endpoint the widget is to ask."""

from django.conf import settings
from django.http import HttpRequest


def endpoint(request: HttpRequest) -> dict[str, str]:
    return {"endpoint": settings.ENDPOINT}
