"""What the scheduling system calls."""

from django.urls import path

from scheduling.views import webhook

app_name = "scheduling"

urlpatterns = [path("schema/handelser/", webhook.receive, name="receive")]
