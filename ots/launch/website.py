"""``make run``: the whole site on this machine, from nothing to a page that answers."""

import os
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from contextlib import ExitStack

from ots.launch import children, frontend, ports, servers
from ots.launch.children import Command
from ots.launch.console import BOLD, GREEN, paint, say, step
from ots.launch.errors import LaunchError
from ots.launch.paths import Checkout
from ots.launch.single import Notice, Run
from ots.launch.supervisor import Supervisor

DEFAULT_PORT = 8000
EVERYWHERE = "0.0.0.0"  # noqa: S104  only when the person asks for it with HOST
NEAR = (ports.LOOPBACK, EVERYWHERE)
WEB_PROCESSES = 2
WEB_THREADS = 4
WORKER_PROCESSES = 2
SECONDS_TO_ANSWER = 120.0
# Celery's warning to root is for servers; a demonstration in a container runs as root.
ROOT_WARNING = "ignore:You're running the worker with superuser privileges"
# Without the query: what people search for stays out of the logs.
LINE_OF_ACCESS = '%(h)s "%(m)s %(U)s" %(s)s %(M)sms'
SERVER_ERROR = 500


def run(checkout: Checkout) -> None:
    """Start everything, show where it is and who may sign in, and stay until it is stopped."""
    this_run = Run(checkout.local)
    with ExitStack() as stack:
        stack.enter_context(this_run.alone())
        frontend.install(checkout)
        running = stack.enter_context(servers.servers(checkout.local, durable=True))
        host = os.environ.get("HOST") or ports.LOOPBACK
        port = choose_port(host)
        environment = {**running.environment, **django_settings("local", host)}
        this_run.tell(Notice(environment=environment))
        prepare(checkout, environment)
        site = processes(checkout, {**environment, **running.application}, f"{host}:{port}")
        supervisor = Supervisor(site, running.started)
        stack.callback(supervisor.stop)
        supervisor.start()
        address = f"http://{'localhost' if host in NEAR else host}:{port}/"
        wait_for_page(address, supervisor)
        this_run.tell(Notice(address=address, environment=environment))
        welcome(checkout, environment, address)
        supervisor.watch()


def choose_port(host: str) -> int:
    """Return the port that PORT asks for, or the next free one, saying so."""
    asked = os.environ.get("PORT") or str(DEFAULT_PORT)
    if not asked.isdigit() or not 0 < int(asked) < ports.LARGEST:
        raise LaunchError(f"PORT is [{asked}]: give a number from 1 to {ports.LARGEST - 1}.")
    port = ports.next_free_port(int(asked), host)
    if not port:
        raise LaunchError(f"Port [{asked}] and those after it are taken: give another as PORT.")
    if port != int(asked):
        say(f"Port {asked} is taken by another program; using {port}.")
    return port


def django_settings(kind: str, host: str = ports.LOOPBACK) -> dict[str, str]:
    """Return the variables that tell Django its settings and by which names it is reached."""
    hosts = dict.fromkeys(("localhost", ports.LOOPBACK, "[::1]", host))
    names = "*" if host == EVERYWHERE else ",".join(hosts)
    return {
        "DJANGO_SETTINGS_MODULE": f"ots.settings.{kind}",
        "ALLOWED_HOSTS": os.environ.get("ALLOWED_HOSTS", names),
        "PYTHONUNBUFFERED": "1",
    }


def manage(checkout: Checkout, environment: Mapping[str, str], *words: str) -> Command:
    """Return one of Django's commands."""
    return Command(words[0], (str(checkout.python), "manage.py", *words), environment)


def prepare(checkout: Checkout, environment: Mapping[str, str]) -> None:
    """Bring the database and the static files up to date; each step does only what is missing."""
    with step("Updating the database"):
        log = checkout.local / "log" / "migrate.log"
        children.run(manage(checkout, environment, "migrate", "--no-input"), log=log)
        if environment.get(servers.APPLICATION):
            children.run(manage(checkout, environment, "audit_roles", "--make"), log=log)
    with step("Collecting static files"):
        log = checkout.local / "log" / "collectstatic.log"
        children.run(manage(checkout, environment, "collectstatic", "--no-input"), log=log)
    load_demo_data(checkout, environment)


def load_demo_data(checkout: Checkout, environment: Mapping[str, str]) -> None:
    """Load the demonstration's people unless they are there."""
    with step("Loading demonstration data", noisy=True):
        children.run(manage(checkout, environment, "load_demo_data"))


def processes(checkout: Checkout, environment: Mapping[str, str], bind: str) -> list[Command]:
    """Return the web server, the worker and the scheduler."""
    gunicorn, celery = str(checkout.tools / "gunicorn"), str(checkout.tools / "celery")
    web = (
        *(gunicorn, "ots.wsgi", "--bind", bind, "--no-control-socket", "--access-logfile", "-"),
        *("--access-logformat", LINE_OF_ACCESS),
        *("--workers", str(WEB_PROCESSES), "--threads", str(WEB_THREADS)),
    )
    plain = (celery, "--quiet", "-A", "ots")
    alone = ("--without-mingle", "--without-gossip")
    worker = (*plain, "worker", *alone, "--concurrency", str(WORKER_PROCESSES), "-l", "info")
    beat = (*plain, "beat", "-l", "info")
    named = (("web", web), ("worker", worker), ("beat", beat))
    calm = {**environment, "PYTHONWARNINGS": ROOT_WARNING}
    return [Command(name, words, calm) for name, words in named]


def wait_for_page(address: str, supervisor: Supervisor) -> None:
    """Return when the site answers; raise when a process ends first or it takes too long."""
    deadline = time.monotonic() + SECONDS_TO_ANSWER
    while time.monotonic() < deadline:
        supervisor.require_all()
        if _answers(address):
            return
        time.sleep(0.2)
    raise LaunchError(f"The site did not answer at {address} within {SECONDS_TO_ANSWER:.0f} s.")


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=30):  # noqa: S310  our own http address
            return True
    except urllib.error.HTTPError as error:
        if error.code >= SERVER_ERROR:
            message = f"The site's front page fails (status {error.code}). The reason is above."
            raise LaunchError(message) from error
        return True
    except OSError:
        return False


def welcome(checkout: Checkout, environment: Mapping[str, str], address: str) -> None:
    """Show who may sign in, and last, where."""
    children.run(manage(checkout, environment, "demo_users"))
    say()
    say(paint(f"OTS is running at {address}", f"{BOLD};{GREEN}"))
    say("Press Ctrl-C to stop it. Its data stays for the next time.")
    say()
