"""What the worker does for the trail."""

from celery import shared_task

from ots.audit import months, watch
from ots.audit.context import request_id


@shared_task(name="ots.audit.tasks.seal")
def seal() -> int:
    """Seal what is ready; once a minute."""
    return watch.seal_and_tell()


@shared_task(name="ots.audit.tasks.make_months")
def make_months() -> list[str]:
    """Make the months ahead; once a day."""
    return [f"{month:%Y-%m}" for month in months.make_months()]


@shared_task(name="ots.audit.tasks.look_after_trail")
def look_after_trail() -> list[str]:
    """Try the trail and tell the contacts of troubles; every quarter of an hour."""
    with request_id():
        found = watch.watch()
    return list(found.troubles) if found else ["The trail takes no entries."]


@shared_task(name="ots.audit.tasks.send_head")
def send_head() -> None:
    """Mail the head of the chain; each night."""
    watch.send_head()


@shared_task(name="ots.audit.tasks.check_whole_trail")
def check_whole_trail() -> bool:
    """Check the whole trail; once a week, at night."""
    with request_id():
        return watch.check_whole_trail()
