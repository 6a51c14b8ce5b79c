"""Put the event's name on the rows that django-auditlog records while a service runs."""

from django.db.models.signals import pre_save
from django.dispatch import receiver

from ots.audit.context import current_occasion
from ots.audit.models import AuditEntry


@receiver(pre_save, sender=AuditEntry, dispatch_uid="audit-name-the-event")
def name_the_event(instance: AuditEntry, **_: object) -> None:
    """Fill event and person from the service being carried out."""
    current = current_occasion()
    if current is None or instance.event:
        return
    instance.event = current.event
    if instance.person_id is None:
        instance.person_id = current.person_id
