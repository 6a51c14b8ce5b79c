"""Whatever dies in the night, the run ends with the results of an undisturbed one, none twice."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from ots.launch import postgres
from tests.timecomp.night import servers
from tests.timecomp.night.servers import Night, Rows

# One after the other, and never beside themselves: each has two workers of its own.
pytestmark = pytest.mark.xdist_group("night")

OPEN_TO_THE_SERVER = 0o711
STORED = """
    SELECT person_id, facts_digest, results_digest, results::text, cause, exception_count,
        superseded_at IS NULL
    FROM timecomp_computation ORDER BY person_id, id
"""
OPEN = """
    SELECT person_id, rule, sentence_label, message
    FROM timecomp_computationexception WHERE closed_at IS NULL ORDER BY 1, 2, 3, 4
"""
PROFILES = "SELECT person_id, profile_id FROM timecomp_personprofile ORDER BY 1"


@pytest.fixture(scope="module")
def seed() -> Iterator[Night]:
    """A database server with a small population that was never computed."""
    with pytest.MonkeyPatch.context() as patch, ExitStack() as stack:
        # Not pytest's own folder, which every other pytest of the account closes to the server.
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="ots-night-")))
        folder.chmod(OPEN_TO_THE_SERVER)
        patch.setenv("OTS_DATA_DIR", str(folder / "shared"))
        cluster = postgres.cluster(
            folder / "local", password=servers.PASSWORD, settings=servers.SETTINGS
        )
        night = Night(folder, cluster)
        for serve in (servers.serve_postgres, servers.serve_broker):
            process = serve(night)
            stack.callback(process.kill)
            process.start()
            night.processes[serve.__name__] = process
        night.manage("migrate", "--verbosity", "0")
        night.manage("generate_population", str(servers.PEOPLE), "--workers", "1")
        yield night


@pytest.fixture
def night(seed: Night) -> Iterator[Night]:
    """A copy of the population for one test, and workers on it."""
    seed.copy_of_seed()
    worker = servers.work_on(seed)
    seed.processes["worker"] = worker
    worker.start()
    yield seed
    worker.kill()


def begin(night: Night) -> None:
    """Start the run and return when it is well under way, and far from its end."""
    night.send("timecomp.tasks.nightly")
    night.wait_until(lambda: night.chunks_done() > 1, "two stretches are done")
    assert night.waiting(), "The run was over before anything could be killed."


def undisturbed(night: Night) -> tuple[Rows, Rows, Rows]:
    """Return what a run of the same day stores where nothing dies."""
    [(as_of,)] = night.ask("SELECT as_of::text FROM timecomp_nightlyrun")
    night.processes["worker"].kill()
    night.copy_of_seed()
    night.manage("timecomp", "nightly", "--workers", "1", "--as-of", str(as_of))
    return stored(night)


def stored(night: Night) -> tuple[Rows, Rows, Rows]:
    return night.ask(STORED), night.ask(OPEN), night.ask(PROFILES)


def ledger(night: Night) -> tuple[object, ...]:
    """Return whether the run, its stretches and what is stored tell the same."""
    [row] = night.ask("""
        SELECT run.people, run.recomputed, run.changed,
            (SELECT count(*) FROM timecomp_computation WHERE run_id = run.id),
            (SELECT sum(people) FROM timecomp_nightlychunk WHERE finished_at IS NOT NULL),
            (SELECT sum(changed) FROM timecomp_nightlychunk)
        FROM timecomp_nightlyrun AS run
    """)
    return row


def assert_as_if_nothing_had_happened(night: Night) -> None:
    night.wait_for_the_end()
    assert ledger(night) == (servers.PEOPLE,) * 6
    after_the_kill = stored(night)
    assert after_the_kill == undisturbed(night)


def test_a_killed_worker_loses_nothing_and_writes_nothing_twice(night: Night) -> None:
    begin(night)
    night.processes["worker"].kill()
    assert night.waiting()
    night.processes["worker"].start()
    assert_as_if_nothing_had_happened(night)


def test_a_killed_broker_loses_nothing_and_writes_nothing_twice(night: Night) -> None:
    begin(night)
    night.processes["serve_broker"].kill()
    assert night.waiting()
    night.processes["serve_broker"].start()
    assert_as_if_nothing_had_happened(night)


def test_a_killed_database_loses_nothing_and_writes_nothing_twice(night: Night) -> None:
    begin(night)
    night.processes["serve_postgres"].kill()
    night.processes["serve_postgres"].start()
    assert night.waiting()
    assert_as_if_nothing_had_happened(night)
