"""Django's own views of accounts, and the address that password managers open to change a password."""

from django.contrib import admin
from django.urls import include, path
from django.views.generic import RedirectView

urlpatterns = [
    path("admin/", admin.site.urls),
    path("accounts/", include("django.contrib.auth.urls")),
    path(".well-known/change-password", RedirectView.as_view(pattern_name="password_reset")),
]
