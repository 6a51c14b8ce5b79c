"""The notice that everybody accepts before signing in (CJIS Security Policy, AC-8)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Notice:
    """One version of the text; sessions keep which version was accepted, and when."""

    version: str
    sentences: tuple[str, ...]


# A changed text is a new version on top; the older ones stay, for sessions name them.
NOTICES: tuple[Notice, ...] = (
    Notice(
        version="2026-11",
        sentences=(
            "You are entering a restricted information system that holds criminal justice "
            "information.",
            "What you do here may be monitored, recorded and audited.",
            "Use without authorization is prohibited and may lead to criminal and civil penalties.",
            "By using the system you consent to being monitored and recorded.",
        ),
    ),
)


def current_notice() -> Notice:
    """Return the text that holds now."""
    return NOTICES[0]


def is_current(version: str) -> bool:
    """Say whether the version that was accepted is the one that holds now."""
    return version == current_notice().version
