"""Who may take which order among 10,000 substitutes, and how that grows from 1,000."""

from benchmarks.seeded.portal import portal

FEW, MANY = 1_000, 10_000


def main() -> None:
    with portal():
        from benchmarks.candidates.report import Report, report  # noqa: PLC0415 (once Django is set up)

        few, many = (report(number) for number in (FEW, MANY))
        print(Report.last_line(few, many))


if __name__ == "__main__":
    main()
