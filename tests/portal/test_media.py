from pathlib import Path

from django.conf import settings


def test_on_ones_own_machine_an_uploaded_picture_is_seen(client):
    picture = Path(settings.MEDIA_ROOT) / "images" / "strand.png"
    picture.parent.mkdir(parents=True, exist_ok=True)
    picture.write_bytes(b"a picture")

    assert b"".join(client.get("/media/images/strand.png").streaming_content) == b"a picture"
