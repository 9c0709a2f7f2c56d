"""The text of the public task sets, in a small invented one."""

import pytest

from benchmarks.assistant.checker import breaches
from benchmarks.assistant.smptsp import problem_of, read
from benchmarks.assistant.walk import walk

SET = """# invented
Type = 1
Jobs = 3
 0 100
 50 150
 100 200
Qualifications = 2
 2: 2 0
 1: 1
"""


def test_tasks_and_workers_are_read():
    tasks = read(SET)
    assert tasks.tasks == ((0, 100), (50, 150), (100, 200))
    assert tasks.workers == ((2, 0), (1,))


def test_tasks_that_meet_can_be_one_workers_without_rest():
    problem = problem_of(read(SET))
    plan = walk(problem)
    assert list(plan.people) == [0, 1, 0]
    assert not breaches(problem, plan)


def test_tasks_that_overlap_cannot():
    one_does_all = SET.replace("Qualifications = 2", "Qualifications = 1").replace(" 2: 2 0\n 1: 1", " 3: 0 1 2")
    assert walk(problem_of(read(one_does_all))).filled == 2


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Type = 2\n" + SET.split("\n", 2)[2],
        SET.replace("2: 2 0", "3: 2 0"),
        SET.replace("1: 1", "1: 3"),
        SET.replace("50 150", "150 50"),
        SET.replace("Qualifications = 2", "Qualifications = 3"),
        SET.replace("Jobs = 3", "Jobs = tre"),
    ],
)
def test_what_is_no_such_text_is_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011 (its words are for who reads the file)
        read(text)
