"""How many of the rules' mutants were noticed, and where they are made."""

import json

from scripts.mutants import copy, results, verdict


def test_each_mutant_is_told_by_what_became_of_it(tmp_path):
    told = {"a": 1, "b": 3, "c": 0, "d": 33, "e": 152, "f": None}
    file = tmp_path / "mutants" / "booking" / "rules" / "rest.py.meta"
    file.parent.mkdir(parents=True)
    file.write_text(json.dumps({"exit_code_by_key": told}))

    assert results(tmp_path) == {"a": "killed", "b": "killed", "c": "survived", "d": "no tests", "e": "time-out"}


def test_enough_are_killed_at_85_of_100(capsys):
    assert verdict({n: "killed" if n < 84 else "time-out" if n == 84 else "survived" for n in range(100)}) == 0
    assert capsys.readouterr().out == "mutants=100 killed=85 survived=15 untested=0 share=0.850\n"


def test_too_few_killed_or_none_made_is_a_failure():
    assert verdict({n: "killed" if n < 84 else "survived" for n in range(100)}) == 1
    assert verdict({}) == 1


def test_a_copy_is_made_afresh_of_the_rules_and_their_tests_alone(tmp_path):
    root, target = tmp_path / "root", tmp_path / "target"
    for name in ("booking/rules/rest.py", "tests/booking/rules/test_rest.py", "tests/booking/__init__.py"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("")
    for name in ("tests/__init__.py", "tests/conftest.py", "pyproject.toml"):
        (root / name).write_text("")
    (target / "mutants").mkdir(parents=True)

    copy(root, target)

    assert (target / "tests/booking/rules/test_rest.py").exists()
    assert not (target / "tests/conftest.py").exists()
    assert not (target / "mutants").exists()
