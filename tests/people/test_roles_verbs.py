"""A role gives what its code says: each of its verbs is asked for somewhere, and what is asked for somebody may do."""

import ast
from collections.abc import Iterator

import pytest
from django.apps import apps

from people.roles import ROLES
from tests.people.test_one_gate import FOLDERS, OURS, ROOT, modules, table_of

OF_THEIR_PAGE = {"feedback", "pageanswer"}
"""Whoever edits the page does all there is to do to them, by whatever verb (`feedback/gates.py`)."""

ASKS = {"scope", "get", "can", "may", "list_choices"}
TREES = {path: ast.parse((ROOT / path).read_text()) for path in modules(*FOLDERS) if str(path) != "people/roles.py"}
GRANTED = frozenset().union(*(role.actions for role in ROLES.values()))
MODELS = {model._meta.model_name: model.__name__ for app in OURS for model in apps.get_app_config(app).get_models()}


def words(tree: ast.AST) -> set[str]:
    """Every word between quotes, and every name."""
    return {
        str(node.value) if isinstance(node, ast.Constant) else node.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Name) or (isinstance(node, ast.Constant) and isinstance(node.value, str))
    }


WORDS = {path: words(tree) for path, tree in TREES.items()}


def is_asked_for(action: str) -> bool:
    """By its whole name; or its verb, where its model is; and Wagtail's screens ask for what is kept by themselves."""
    model, verb = action.split(".")
    named = MODELS.get(model, "")
    return any(
        action in said or (named in said and (verb in said or (verb == "view" and "access" in said)))
        for said in WORDS.values()
    )


@pytest.mark.parametrize("action", sorted(GRANTED))
def test_each_verb_of_a_role_is_asked_for_somewhere(action):
    assert is_asked_for(action)


@pytest.mark.parametrize("action", sorted(GRANTED))
def test_each_verb_of_a_role_is_of_a_model_of_ours_or_of_the_pages(action):
    assert action.split(".")[0] in {*MODELS, "page"}


def constants(tree: ast.Module) -> dict[str, str]:
    """The module's own words by their names."""
    return {
        target.id: node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
        for target in node.targets
        if isinstance(target, ast.Name)
    }


def asked(tree: ast.Module) -> Iterator[str]:
    """What the module asks the gate: `access.may(me, "order.book")`, `access.get(me, …, "end")`."""
    known = constants(tree)
    for node in ast.walk(tree):
        called = node.func if isinstance(node, ast.Call) else None
        if not isinstance(called, ast.Attribute) or ast.unparse(called.value) != "access" or called.attr not in ASKS:
            continue
        texts = [
            known.get(arg.id, "") if isinstance(arg, ast.Name) else arg.value
            for arg in node.args[1:]
            if isinstance(arg, ast.Name | ast.Constant)
        ]
        if called.attr == "may":
            yield from (text for text in texts if isinstance(text, str) and "." in text)
        elif model := table_of(node.args[1]).lower():
            yield from (f"{model}.{text}" for text in texts if isinstance(text, str) and text)


def test_whatever_is_asked_for_is_granted_to_a_role_or_to_whoever_it_belongs_to():
    belongs = frozenset().union(*(said for path, said in WORDS.items() if path.name == "gates.py"))
    wanted = {action: str(path) for path, tree in TREES.items() for action in asked(tree)}

    assert wanted.keys() > {"order.book", "roleassignment.end"}
    others = {action: path for action, path in wanted.items() if action.split(".")[0] not in OF_THEIR_PAGE}
    assert {action: path for action, path in others.items() if action not in GRANTED | belongs} == {}


def test_only_what_the_roles_say_is_given_and_the_owner_reads_no_ones_shifts():
    assert ROLES["system_owner"].actions.isdisjoint(
        {"order.view", "booking.view", "substitute.view", "certificate.view"}
    )
    assert ROLES["ordering_manager"].actions.isdisjoint({"substitute.view", "substitute.write", "absence.view"})
    assert ROLES["editor"].actions == {"page.edit", "workplace.describe"}
