from tests.booking.substitute.reading import text


def test_a_substitute_finds_the_rest_of_the_portal(town, signed_in):
    page = signed_in(town.substitute().user).get("/mer/").content.decode()

    for address in ("/forfragningar/", "/bokningar/", "/intyg/", "/profil/", "/guider/", "/kontakt/", "/konto/logout/"):
        assert f'"{address}"' in page


def test_a_manager_finds_what_is_hers_and_nothing_of_a_substitutes(town, signed_in):
    page = text(signed_in(town.manager).get("/mer/"))

    assert "Guider" in page
    assert "Förfrågningar" not in page


def test_who_works_at_the_desk_has_her_menu_there(town, signed_in):
    assert signed_in(town.planner).get("/mer/").url == "/min-sida/"
