"""The answer of a rule that the law leaves to a person."""


class ManualComputation(Exception):
    """The law cannot be applied without a person's judgement; carries the rule and the reason."""

    def __init__(self, reason: str, *, rule: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.rule = rule
