"""What a test reads of an answer."""

from django.http import HttpResponse


def text(answer: HttpResponse) -> str:
    """The page."""
    return answer.content.decode()
