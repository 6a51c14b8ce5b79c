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


def test_the_menu_marks_the_page_and_the_section_it_belongs_to(tim, sign_in):
    client = sign_in(tim)
    here = '<a href="/computation/" aria-current="{}">Computation</a>'
    assert here.format("page") in client.get("/computation/").content.decode()
    assert here.format("true") in client.get("/computation/runs/").content.decode()


def test_a_section_of_its_own_is_not_marked_as_part_of_the_one_above(tim, sign_in):
    body = sign_in(tim).get("/computation/impact/").content.decode()
    assert '<a href="/computation/">Computation</a>' in body
    assert '<a href="/computation/impact/" aria-current="page">Proposed laws</a>' in body


def test_who_has_nothing_to_do_is_led_to_the_menu(adam, olivia, sign_in):
    assert "Nothing waits for you" in sign_in(adam).get("/").content.decode()
    assert "Nothing waits for you" not in sign_in(olivia).get("/").content.decode()
