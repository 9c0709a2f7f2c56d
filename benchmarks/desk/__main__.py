"""The board, an order, the lists: through the real pages, beside a plain list of Wagtail's."""

from benchmarks.seeded.portal import portal

SUBSTITUTES = 10_000


def main() -> None:
    with portal():
        from django.core.management import call_command  # noqa: PLC0415 (once Django is set up)

        from benchmarks.candidates.municipality import municipality  # noqa: PLC0415
        from benchmarks.desk import yardstick  # noqa: PLC0415
        from benchmarks.desk.report import report  # noqa: PLC0415

        call_command("collectstatic", interactive=False, verbosity=0)
        yardstick.register()
        with municipality(SUBSTITUTES):
            print(report())


if __name__ == "__main__":
    main()
