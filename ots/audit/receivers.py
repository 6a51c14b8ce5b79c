"""Put the event's name and origin on the rows that django-auditlog records while a service runs."""

from django.db.models.signals import pre_save
from django.dispatch import receiver

from ots.audit.circumstances import origin
from ots.audit.context import current_occasion
from ots.audit.models import AuditEntry


@receiver(pre_save, sender=AuditEntry, dispatch_uid="audit-name-the-event")
def name_the_event(instance: AuditEntry, **_: object) -> None:
    """Fill event, person and reason from the service being carried out, and where that is."""
    instance.origin = instance.origin or origin()
    current = current_occasion()
    if current is None or instance.event:
        return
    instance.event = current.event
    instance.reason = instance.reason or current.reason
    if instance.person_id is None:
        instance.person_id = current.person_id
