"""The assistant's solver in seeded municipalities: SIZE=M (or S, L, all) SEED=0; GROWTH=1; SMPTSP=path."""

from os import environ
from pathlib import Path

from benchmarks.assistant.report import report
from benchmarks.assistant.sizes import SIZES


def main() -> None:
    if "SMPTSP" in environ:
        from benchmarks.assistant.task_sets import task_sets  # noqa: PLC0415 (only where it is asked for)

        print(task_sets(Path(environ["SMPTSP"])))
    elif "GROWTH" in environ:
        from benchmarks.assistant.growth import growth  # noqa: PLC0415

        print(growth(Path(__file__).with_name("growth.svg")))
    else:
        size = environ.get("SIZE", "M")
        lines = [report(one, int(environ.get("SEED", "0"))) for one in (SIZES if size == "all" else [size])]
        print(*lines, sep="\n")


if __name__ == "__main__":
    main()
