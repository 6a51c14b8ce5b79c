"""The servers of a checkout: made once, kept, stopped, and safe from a killed attempt."""

import json
import os
import signal
import socket

import psycopg
import pytest
import redis

from ots.launch import accounts, broker, children, ports, postgres, servers
from ots.launch.children import Command
from ots.launch.errors import LaunchError
from ots.launch.secret_store import secrets_of

EXTENSIONS = ("pg_trgm", "btree_gist", "fuzzystrmatch", "unaccent", "citext")


@pytest.fixture(autouse=True)
def no_servers_named(monkeypatch):
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.delenv("REDIS_URL", raising=False)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder for data; where servers run as somebody else, one that they can reach."""
    monkeypatch.setenv("OTS_DATA_DIR", str(tmp_path / "shared"))
    if accounts.server_account():
        # Run beside others, pytest has one more closed folder above.
        for closed in (tmp_path, *tmp_path.parents[:3]):
            closed.chmod(closed.stat().st_mode | 0o011)
    return tmp_path / "local"


def test_both_servers_take_connections_and_stop_at_the_end(folder):
    with servers.servers(folder, durable=False) as running:
        with psycopg.connect(running.environment["DATABASE_URL"], autocommit=True) as connection:
            for extension in EXTENSIONS:
                connection.execute(f"CREATE EXTENSION {extension}")
        assert redis.from_url(running.environment["REDIS_URL"]).ping()
    assert [server.process.returncode for server in running.started] == [0, 0]


def test_data_is_kept_from_one_run_to_the_next(folder):
    with (
        servers.servers(folder, durable=True) as running,
        psycopg.connect(running.environment["DATABASE_URL"]) as connection,
    ):
        connection.execute("CREATE TABLE kept AS SELECT 42 AS answer")
    with (
        servers.servers(folder, durable=True) as running,
        psycopg.connect(running.environment["DATABASE_URL"]) as connection,
    ):
        assert connection.execute("SELECT answer FROM kept").fetchone() == (42,)


def test_a_wrong_password_is_refused(folder):
    with servers.servers(folder, durable=False) as running:
        url = running.environment["DATABASE_URL"]
        password = secrets_of(folder).postgres
        with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
            psycopg.connect(url.replace(password, "guess"))


def test_data_whose_making_was_killed_is_made_anew(folder):
    account = accounts.server_account()
    home = accounts.home_for_servers(folder, account)
    half = home / "data.new"
    half.mkdir()
    (half / "PG_VERSION").write_text("18\n")
    found = postgres.cluster(folder, password="given")
    assert not half.exists()
    assert (found.data / "postgresql.conf").exists()


def test_a_lock_that_a_dead_server_left_is_dropped(folder):
    found = postgres.cluster(folder, password="given")
    lock = found.data / "postmaster.pid"
    lock.write_text(f"{os.getpid()}\n{found.data}\n")
    postgres.cluster(folder, password="given")
    assert not lock.exists()


def test_a_server_that_lost_its_launcher_is_stopped_first(folder):
    with servers.servers(folder, durable=False) as running:
        lost = next(each for each in running.started if each.command.name == "postgres")
        postgres.cluster(folder, password="given")
        assert lost.process.wait(timeout=60) == 0


def test_data_of_another_version_is_refused_by_both_versions(folder):
    found = postgres.cluster(folder, password="given")
    (found.data / "PG_VERSION").write_text("9\n")
    with pytest.raises(LaunchError, match=r"made by PostgreSQL \[9\].*\[18\]"):
        postgres.cluster(folder, password="given")


def test_a_broker_that_cannot_start_is_heard(folder):
    log = folder / "broker.log"
    with socket.create_server((ports.LOOPBACK, 0)) as taken:
        port = taken.getsockname()[1]
        command = broker.server(folder / "broker", port=port, password="given", durable=False)
        children.start_logged(command, log).wait()
    assert "Address already in use" in children.last_lines(log)


def test_a_machine_that_gets_redis_later_starts_with_a_queue_of_its_own(folder, monkeypatch):
    monkeypatch.setattr(broker, "program", lambda: "/opt/valkey-server")
    one = broker.server(folder, port=1, password="given", durable=True)
    monkeypatch.setattr(broker, "program", lambda: "/usr/bin/redis-server")
    other = broker.server(folder, port=1, password="given", durable=True)
    assert one.folder != other.folder


def test_a_server_that_ended_is_told_with_its_log(folder):
    log = folder / "broker.log"
    command = Command("broker", ("sh", "-c", "echo out of memory; exit 1"))
    process = children.start_logged(command, log)
    process.wait()
    with pytest.raises(LaunchError, match="did not start. It said:\nout of memory"):
        broker.wait_until_ready(ports.free_port(), process, log)


def test_servers_that_are_named_are_used_and_none_is_started(folder, monkeypatch):
    with servers.servers(folder, durable=False) as own:
        for name in ("DATABASE_URL", "REDIS_URL"):
            monkeypatch.setenv(name, own.environment[name])
        with servers.servers(folder / "other", durable=False) as running:
            assert running.started == []
            assert running.environment["DATABASE_URL"] == own.environment["DATABASE_URL"]


def test_the_site_connects_as_another_than_the_owner_of_the_tables(folder):
    with servers.servers(folder, durable=False) as running:
        owner, site = running.environment, {**running.environment, **running.application}
        assert owner["DATABASE_URL"].startswith("postgresql://ots:")
        assert site["DATABASE_URL"].startswith("postgresql://ots_app:")
        assert owner["APP_DATABASE_URL"] == site["DATABASE_URL"]


def test_one_role_that_is_named_does_everything(folder, monkeypatch):
    with servers.servers(folder, durable=False) as own:
        for name in ("DATABASE_URL", "REDIS_URL"):
            monkeypatch.setenv(name, own.environment[name])
        with servers.servers(folder / "other", durable=False) as running:
            assert running.application == {}
        monkeypatch.setenv("OWNER_DATABASE_URL", "postgresql://owner@localhost/ots")
        with servers.servers(folder / "other", durable=False) as running:
            assert running.environment["DATABASE_URL"] == "postgresql://owner@localhost/ots"
            assert running.application == {"DATABASE_URL": own.environment["DATABASE_URL"]}


def test_a_named_server_that_does_not_answer_is_told_by_its_address(folder, monkeypatch):
    port = ports.free_port()
    monkeypatch.setenv("DATABASE_URL", f"postgresql://ots:secret@127.0.0.1:{port}/ots")
    with (
        pytest.raises(LaunchError, match=rf"\[127\.0\.0\.1:{port}\], which DATABASE_URL") as told,
        servers.servers(folder, durable=False),
    ):
        pass
    assert "secret" not in str(told.value)


def test_the_addresses_quote_what_a_password_may_hold():
    assert broker.url(6379, "a/b@c") == "redis://:a%2Fb%40c@127.0.0.1:6379/0"


def test_a_secret_that_is_new_is_added_to_those_there_are(folder):
    first = secrets_of(folder)
    (folder / "secrets.json").write_text(json.dumps({"postgres": first.postgres}))
    later = secrets_of(folder)
    assert later.postgres == first.postgres
    assert later.application
    assert secrets_of(folder) == later


def test_secrets_are_made_once_and_read_by_their_owner_alone(folder):
    first = secrets_of(folder)
    assert secrets_of(folder) == first
    assert (folder / "secrets.json").stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(os.geteuid() != 0, reason="only root lends servers another account")
def test_data_of_a_closed_checkout_lies_where_its_account_can_reach_it(folder, tmp_path):
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)
    home = accounts.home_for_servers(closed / ".local", accounts.server_account())
    assert home.is_relative_to(tmp_path / "shared")
    assert closed.stat().st_mode & 0o777 == 0o700


@pytest.mark.skipif(os.geteuid() != 0, reason="only root lends servers another account")
def test_programs_of_a_closed_checkout_are_copied_to_their_account(folder, tmp_path):
    closed = tmp_path / "closed"
    (closed / "bin").mkdir(parents=True)
    (closed / "lib").mkdir()
    (closed / "lib" / "words").write_text("it runs")
    program = closed / "bin" / "server"
    program.write_text('#!/bin/sh\ncat "$(dirname "$0")/../lib/words"\n')
    for path in (program, closed / "bin", closed / "lib", closed):
        path.chmod(0o700)
    account = accounts.server_account()
    home = accounts.home_for_servers(folder, account)
    copy = accounts.reachable_copy(
        closed, ("bin", "lib"), program="bin/server", home=home, account=account
    )
    assert not account.runs(program)
    assert account.runs(copy / "bin" / "server")


def test_the_server_is_stopped_by_the_signal_that_ends_it_fast(folder):
    found = postgres.cluster(folder, password="given")
    assert postgres.server(found, 5432).stop_signal == signal.SIGINT
