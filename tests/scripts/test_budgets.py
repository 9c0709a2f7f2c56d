from scripts.budgets import findings

DOCUMENTED = '''
def documented({parameters}):
    """One line.

    {lines}
    """
    return 1
'''


def test_a_long_function_is_found_where_it_stands(tmp_path):
    file = tmp_path / "long.py"
    file.write_text("\ndef many():\n" + "    x = 1\n" * 26)

    assert list(findings(file)) == [f"{file}:2: 26 lines in many (at most 25)"]


def test_parameters_and_a_docstring_cost_nothing(tmp_path):
    file = tmp_path / "documented.py"
    file.write_text(DOCUMENTED.format(parameters=",\n".join("abcdefghijklmnopqrstuvwxyz"), lines="    more\n" * 40))

    assert not list(findings(file))


def test_a_journey_may_be_longer(tmp_path):
    file = tmp_path / "journeys" / "test_far.py"
    file.parent.mkdir()
    file.write_text("def test_far():\n" + "    x = 1\n" * 40)

    assert not list(findings(file))


def test_a_long_module_and_a_long_template_are_found(tmp_path):
    module, template = tmp_path / "long.py", tmp_path / "long.html"
    module.write_text("x = 1\n" * 251)
    template.write_text("<p>\n" * 81)

    assert list(findings(module)) == [f"{module}:1: 251 lines (at most 250)"]
    assert list(findings(template)) == [f"{template}:1: 81 lines (at most 80)"]
