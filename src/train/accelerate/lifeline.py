"""What both processes share: how they end with whoever started them, and how they speak with lora-gate.

Knows no training.
"""

import ctypes
import json
import os
import signal

MARK = "lora-gate-event "
PR_SET_PDEATHSIG = 1


def die_with_parent():
    """The kernel kills this process when the one that started it is gone: torchrun puts workers into sessions of their own."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() == 1:
        raise SystemExit(1)


def tell(event, **more):
    """One line on standard output, in one write: lines of several processes don't mix."""
    os.write(1, f"\n{MARK}{json.dumps({'event': event, **more})}\n".encode())


class Fault(Exception):
    """Something the user can mend; `kind` is one of those that faults.ts explains."""

    def __init__(self, kind, detail, **more):
        super().__init__(detail)
        self.kind = kind
        self.more = more
