"""Logs without secrets: passwords, codes, cookies, tokens and social security numbers."""

import logging
import re
from typing import Final

WITHHELD: Final = "[withheld]"

# name=value, name: value and "name": "value", whatever the quotes.
_NAMED: Final = re.compile(
    r"""(?ix)
    (?P<name> ["']?\b
      (?: [\w-]*passw(?:or)?d\d? | [\w-]*secret | [\w-]*token | credential | one[_-]time[_-]code
        | recovery[_-]?codes? | code | state | nonce | api[_-]?key | authorization
        | (?:__Host-)?(?:sessionid|session|csrf(?:token)?)
        | (?:set-)?cookie | ssn | social[_-]security(?:[_-]number)? )
      ["']? \s*[=:]\s* )
    (?P<value> "(?:[^"\\]|\\.)*" | '(?:[^'\\]|\\.)*' | \[[^\]]*\] | (?:Bearer|Basic)\s+\S+
      | [^\s,;&"'})\]]+ )
    """
)
_SSN: Final = re.compile(r"(?<![\d-])\d{3}[- ]\d{2}[- ]\d{4}(?![\d-])")
_ADDRESS_WITH_PASSWORD: Final = re.compile(r"(?P<before>\w+://[^\s:/@]*:)[^\s@/]+@")


def redact(text: str) -> str:
    """Return the text with what looks like a secret withheld."""
    text = _ADDRESS_WITH_PASSWORD.sub(rf"\g<before>{WITHHELD}@", text)
    text = _NAMED.sub(rf"\g<name>{WITHHELD}", text)
    return _SSN.sub(WITHHELD, text)


class RedactingFormatter(logging.Formatter):
    """Writes the line, arguments and traceback and all, and only then takes the secrets out."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line to write."""
        return redact(super().format(record))
