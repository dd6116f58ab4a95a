"""Looks at the processes of this machine through /proc: who started whom, and who listens where."""

import os
import signal
from pathlib import Path

LISTENING = "0A"
LOOPBACK = "0100007F"


def children_of(pid: int) -> dict[int, str]:
    """Processes that a process has started, with their command lines."""
    found = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and _parent(entry) == pid:
            found[int(entry.name)] = _command(entry)
    return found


def alive(pid: int) -> bool:
    """Whether a process still runs; one that waits to be collected does not."""
    return _state(Path("/proc") / str(pid)) not in ("", "Z", "X")


def listeners(port: int) -> set[str]:
    """Local addresses, as the kernel writes them, on which somebody listens at a port."""
    found = set()
    for table in ("tcp", "tcp6"):
        for line in Path("/proc/net", table).read_text().splitlines()[1:]:
            local, state = line.split()[1], line.split()[3]
            address, _, hexadecimal = local.partition(":")
            if state == LISTENING and int(hexadecimal, 16) == port:
                found.add(address)
    return found


def end(*pids: int) -> None:
    """Kill what a failed test has left behind."""
    for pid in pids:
        if alive(pid):
            os.kill(pid, signal.SIGKILL)


def _stat(entry: Path) -> list[str]:
    """State, parent, … of a process; nothing when it is gone."""
    try:
        return (entry / "stat").read_text().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return []


def _state(entry: Path) -> str:
    return (_stat(entry) or [""])[0]


def _parent(entry: Path) -> int:
    return int((_stat(entry) or ["", "0"])[1])


def _command(entry: Path) -> str:
    try:
        return (entry / "cmdline").read_text().replace("\0", " ").strip()
    except (FileNotFoundError, ProcessLookupError):
        return ""
