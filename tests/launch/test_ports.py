import socket

import pytest

from ots.launch import ports, website
from ots.launch.errors import LaunchError


@pytest.fixture
def taken():
    with socket.create_server((ports.LOOPBACK, 0)) as server:
        yield server.getsockname()[1]


def test_a_port_that_a_server_holds_is_not_free(taken):
    assert not ports.is_free(taken)


def test_a_free_port_can_be_listened_on():
    with socket.create_server((ports.LOOPBACK, ports.free_port())):
        pass


def test_the_next_free_port_is_past_the_one_that_is_taken(taken):
    assert taken < ports.next_free_port(taken) < taken + ports.PORTS_TRIED


def test_a_server_that_listens_answers(taken):
    assert ports.answers(ports.LOOPBACK, taken)


def test_nothing_answers_at_a_free_port():
    assert not ports.answers(ports.LOOPBACK, ports.free_port())


def test_the_run_says_which_port_it_took_instead(taken, monkeypatch, capsys):
    monkeypatch.setenv("PORT", str(taken))
    chosen = website.choose_port(ports.LOOPBACK)
    assert f"Port {taken} is taken by another program; using {chosen}." in capsys.readouterr().out


@pytest.mark.parametrize("asked", ["0", "65536", "http", "-1"])
def test_a_port_that_is_none_is_refused_by_name(asked, monkeypatch):
    monkeypatch.setenv("PORT", asked)
    with pytest.raises(LaunchError, match=rf"PORT is \[{asked}\]"):
        website.choose_port(ports.LOOPBACK)
