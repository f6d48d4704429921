"""The race calendar made into a plan: `build_plan`, and what is offered where it cannot be."""

from core.season.build import Offer as Offer
from core.season.build import Refusal as Refusal
from core.season.build import build_plan as build_plan
from core.season.footing import is_beginner_start as is_beginner_start
from core.season.kept import week_was_kept as week_was_kept
