"""Renders Django's own pages for a new password into the folder that is named, with the admin's static files."""

import pathlib
import shutil
import sys

import django
from django.conf import settings

OUT = pathlib.Path(sys.argv[1])

settings.configure(
    SECRET_KEY="-",
    ALLOWED_HOSTS=["*"],
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
    INSTALLED_APPS=[
        "django.contrib.admin",
        "django.contrib.auth",
        "django.contrib.contenttypes",
        "django.contrib.messages",
        "django.contrib.sessions",
        "django.contrib.staticfiles",
    ],
    MIDDLEWARE=[
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
        "django.contrib.messages.middleware.MessageMiddleware",
    ],
    TEMPLATES=[
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "APP_DIRS": True,
            "OPTIONS": {
                "context_processors": [
                    "django.template.context_processors.request",
                    "django.contrib.auth.context_processors.auth",
                    "django.contrib.messages.context_processors.messages",
                ]
            },
        }
    ],
    AUTH_PASSWORD_VALIDATORS=[
        {"NAME": f"django.contrib.auth.password_validation.{name}"}
        for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
    ],
    ROOT_URLCONF=__name__,
    STATIC_URL="/static/",
)
django.setup()

from django.contrib import admin  # noqa: E402
from django.contrib.auth import views  # noqa: E402
from django.contrib.auth.forms import SetPasswordForm  # noqa: E402
from django.contrib.auth.models import User  # noqa: E402
from django.contrib.auth.tokens import default_token_generator  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.test import Client  # noqa: E402
from django.urls import path  # noqa: E402
from django.utils.encoding import force_bytes  # noqa: E402
from django.utils.http import urlsafe_base64_encode  # noqa: E402

urlpatterns = [
    path("reset/<uidb64>/<token>/", views.PasswordResetConfirmView.as_view(), name="password_reset_confirm"),
    path("reset/done/", views.PasswordResetCompleteView.as_view(), name="password_reset_complete"),
    path("admin/", admin.site.urls),
]

call_command("migrate", verbosity=0)
user = User.objects.create_superuser("jane", "jane@example.org", "Old-harbour-lantern-61")

client = Client()
reset = f"/reset/{urlsafe_base64_encode(force_bytes(user.pk))}/{default_token_generator.make_token(user)}/"
(OUT / "admin-reset.html").write_bytes(client.get(reset, follow=True).content)
client.force_login(user)
(OUT / "admin-change.html").write_bytes(client.get("/admin/password_change/", follow=True).content)

form = SetPasswordForm(user)
for name, body in {
    "as-p": form.as_p(),
    "as-table": f"<table>{form.as_table()}</table>",
    "as-div": form.as_div(),
}.items():
    (OUT / f"{name}.html").write_text(
        f'<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>{name}</title>\n'
        f"<form>{body}<button>Save</button></form>\n"
    )

shutil.copytree(pathlib.Path(admin.__file__).parent / "static", OUT / "static")
