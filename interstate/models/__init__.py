"""Cases of the interstate compact."""

from interstate.models.activity import Activity, ActivityStep, Attachment
from interstate.models.case import CompactCase, CompactEvent
from interstate.models.member import Closing, CompactOffice, Delegate, Member
from interstate.models.obligation import CompactObligation
from interstate.models.reminder import ReminderRule, ReminderWish, SentReminder
from interstate.models.report import SavedReport
from interstate.models.telling import PortalEvent, PortalExclusion, TellingRule

__all__ = [
    "Activity",
    "ActivityStep",
    "Attachment",
    "Closing",
    "CompactCase",
    "CompactEvent",
    "CompactObligation",
    "CompactOffice",
    "Delegate",
    "Member",
    "PortalEvent",
    "PortalExclusion",
    "ReminderRule",
    "ReminderWish",
    "SavedReport",
    "SentReminder",
    "TellingRule",
]
