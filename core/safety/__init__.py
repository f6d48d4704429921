"""Safety outranks all: signs open gates, and each closes by its own rule only."""

from core.safety.allowance import Allowance, Allowed, Ban, allowance
from core.safety.gates import (
    Cleared,
    Gate,
    GateKind,
    clear,
    closes_by,
    gates_after,
    gates_after_run,
    told,
)
from core.safety.ladder import Climb, Ladder, climb
from core.safety.signs import Sign, SignGroup, gravest
from core.safety.soreness import Sore, sore_spots, worse_mornings
from core.safety.standing import gentle_signs, open_gates, standing_gates

__all__ = [
    "Allowance",
    "Allowed",
    "Ban",
    "Cleared",
    "Climb",
    "Gate",
    "GateKind",
    "Ladder",
    "Sign",
    "SignGroup",
    "Sore",
    "allowance",
    "clear",
    "climb",
    "closes_by",
    "gates_after",
    "gates_after_run",
    "gentle_signs",
    "gravest",
    "open_gates",
    "sore_spots",
    "standing_gates",
    "told",
    "worse_mornings",
]
