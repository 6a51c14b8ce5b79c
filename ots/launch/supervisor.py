"""Runs the site's processes side by side: one screen for all, and none left when one ends.

A process manager from a library (honcho) was looked at first. It puts a process of its own between
itself and each child, so children outlive it when it is killed; it knows no servers that must
stop last, no waiting for a page, and ends a wanted stop with an error code.
"""

import os
import signal
import subprocess
import threading
import time
from collections import deque
from dataclasses import dataclass, field

from ots.launch import children, console
from ots.launch.children import Command
from ots.launch.errors import LaunchError
from ots.launch.servers import Served

SECONDS_BETWEEN_LOOKS = 0.2


@dataclass
class Child:
    """A running process whose lines are shown behind its name."""

    command: Command
    process: "subprocess.Popen[bytes]"
    colour: str
    last_lines: deque[str] = field(default_factory=lambda: deque(maxlen=children.LINES_SHOWN))

    def show(self, *, width: int, output: int) -> None:
        """Show what the process writes until it closes its output."""
        prefix = console.paint(f"{self.command.name:<{width}} |", self.colour)
        with os.fdopen(output, errors="replace") as lines:
            for line in lines:
                text = line.rstrip("\n")
                self.last_lines.append(text)
                console.say(f"{prefix} {text}")


@dataclass
class Supervisor:
    """The processes of one run, and the servers beneath them that it watches too."""

    commands: list[Command]
    served: list[Served]
    children: list[Child] = field(default_factory=list)

    def start(self) -> None:
        """Start every process; each gets a colour and a thread that shows its lines."""
        width = max(len(command.name) for command in self.commands)
        for number, command in enumerate(self.commands):
            ours, theirs = os.pipe()
            process = children.start(command, theirs)
            os.close(theirs)
            colour = console.PREFIX_COLOURS[number % len(console.PREFIX_COLOURS)]
            child = Child(command, process, colour)
            self.children.append(child)
            reader = threading.Thread(
                target=child.show, kwargs={"width": width, "output": ours}, daemon=True
            )
            reader.start()

    def require_all(self) -> None:
        """Raise, with its last lines, when a process or a server has ended."""
        for child in self.children:
            code = child.process.poll()
            if code is not None:
                time.sleep(SECONDS_BETWEEN_LOOKS)  # Its last lines are still on their way.
                raise _ended(child.command.name, code, "\n".join(child.last_lines))
        for server in self.served:
            code = server.process.poll()
            if code is not None:
                raise _ended(server.command.name, code, children.last_lines(server.log))

    def watch(self) -> None:
        """Return never: raise when a process ends, or when the person stops the run."""
        while True:
            self.require_all()
            time.sleep(SECONDS_BETWEEN_LOOKS)

    def stop(self) -> None:
        """Ask all to stop at once, then wait for each."""
        for child in self.children:
            children.ask_to_stop(child.process, child.command.stop_signal)
        for child in self.children:
            children.end(child.process)


def _ended(name: str, code: int, last_lines: str) -> LaunchError:
    how = f"exit code [{code}]" if code >= 0 else f"signal [{signal.Signals(-code).name}]"
    return LaunchError(f"[{name}] ended by itself with {how}. Its last lines:\n{last_lines}")
