"""Makes an account, prints the link of its reset mail, and serves: ``python manage.py demo``."""

import os
from argparse import ArgumentParser
from socketserver import ThreadingMixIn
from typing import Any
from wsgiref.simple_server import WSGIServer

from django.contrib.auth.models import User
from django.contrib.auth.tokens import default_token_generator
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.core.servers.basehttp import WSGIRequestHandler
from django.core.wsgi import get_wsgi_application
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=int(os.environ.get("PORT", "8000")))

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("migrate", verbosity=0)
        user, _ = User.objects.update_or_create(
            username="jane.doe",
            defaults={"first_name": "Jane", "last_name": "Doe", "email": "jane.doe@example.org"},
        )
        user.set_unusable_password()
        user.save()
        server = Server(("127.0.0.1", options["port"]), WSGIRequestHandler)
        server.set_app(StaticFilesHandler(get_wsgi_application()))
        uid = urlsafe_base64_encode(force_bytes(user.pk))
        link = reverse("password_reset_confirm", args=[uid, default_token_generator.make_token(user)])
        self.stdout.write(f"http://127.0.0.1:{server.server_port}{link}")
        self.stdout.flush()
        server.serve_forever()
