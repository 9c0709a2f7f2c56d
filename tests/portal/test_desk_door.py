"""Who finds the desk."""


def test_a_visitor_is_asked_to_sign_in(client, db):
    assert client.get("/admin/")["Location"].startswith("/konto/login/")


def test_to_somebody_without_a_desk_it_does_not_exist(town, signed_in):
    for user in (town.manager, town.substitute().user):
        assert signed_in(user).get("/admin/").status_code == 404


def test_a_planner_finds_it(town, signed_in):
    assert signed_in(town.planner).get("/admin/").status_code == 200
