"""OTS, the statewide Offender Tracking System: composition and cross-cutting apps."""

from ots.celery import app as celery_app

__all__ = ["celery_app"]
