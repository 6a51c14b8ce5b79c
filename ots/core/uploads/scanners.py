"""Looking through uploads for malware: clamd on a server, nothing on a developer's machine."""

import socket
import struct
from typing import Protocol

from django.conf import settings
from django.utils.module_loading import import_string

from ots.core.uploads.errors import UploadRefusedError

SECONDS_TO_ANSWER = 30
CHUNK = 64 * 1024
# Standard text by which every scanner is tried; harmless in itself. Kept in two parts, so that
# no scanner takes this file for it.
TRIAL = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


class Scanner(Protocol):
    """Finds malware in a file's content."""

    def found_in(self, content: bytes) -> str:
        """Return the name of what was found, nothing when the content is clean."""


class NoScanner:
    """Finds nothing: where no scanner is set up."""

    def found_in(self, content: bytes) -> str:
        """Return nothing."""
        return ""


class TrialScanner:
    """Finds the standard trial text, so that the way of a refused file can be tried."""

    def found_in(self, content: bytes) -> str:
        """Return the name of the trial text where it is in the content."""
        return "Eicar-Test-Signature" if TRIAL in content else ""


class Clamd:
    """Asks a clamd, at host:port or at a socket's path, by its INSTREAM command."""

    def found_in(self, content: bytes) -> str:
        """Return what clamd found; a clamd that does not answer refuses the file."""
        try:
            answer = self._answer(content)
        except OSError as error:
            raise UploadRefusedError(
                "The file cannot be looked through for malware now: try again in some minutes."
            ) from error
        if answer.endswith("OK"):
            return ""
        if answer.endswith("FOUND"):
            return answer.removeprefix("stream: ").removesuffix(" FOUND")
        raise UploadRefusedError("The file could not be looked through: send a smaller one.")

    def _answer(self, content: bytes) -> str:
        with self._connected() as connection:
            connection.sendall(b"zINSTREAM\0")
            for start in range(0, len(content), CHUNK):
                part = content[start : start + CHUNK]
                connection.sendall(struct.pack("!I", len(part)) + part)
            connection.sendall(struct.pack("!I", 0))
            told = b""
            while not told.endswith(b"\0"):
                more = connection.recv(CHUNK)
                if not more:
                    break
                told += more
            return told.rstrip(b"\0\n").decode(errors="replace")

    def _connected(self) -> socket.socket:
        address: str = settings.CLAMD_ADDRESS
        if address.startswith("/"):
            connection = socket.socket(socket.AF_UNIX)
            connection.settimeout(SECONDS_TO_ANSWER)
            connection.connect(address)
            return connection
        host, _, port = address.rpartition(":")
        return socket.create_connection((host, int(port)), timeout=SECONDS_TO_ANSWER)


def scanner() -> Scanner:
    """Return the scanner that the settings name."""
    found: Scanner = import_string(settings.MALWARE_SCANNER)()
    return found
