"""What every page carries."""


def test_a_signed_out_visitor_is_shown_neither_menu_nor_search(client, db):
    body = client.get("/sign-in/").content.decode()
    assert "ots-menu" not in body
    assert "ots-quick-search" not in body


def test_the_header_names_the_user_and_the_role(olivia, sign_in):
    body = sign_in(olivia).get("/no-such-page/").content.decode()
    assert "Olivia Tester" in body
    assert "Parole agent" in body


def test_an_error_page_gives_the_number_by_which_the_help_desk_finds_the_request(client, db):
    answer = client.get("/no-such-page/")
    assert answer["X-Request-ID"] in answer.content.decode()


def test_signing_out_is_a_form_and_not_a_link(olivia, sign_in):
    client = sign_in(olivia)
    assert client.get("/sign-out/").status_code == 405
    assert client.post("/sign-out/").status_code == 302
