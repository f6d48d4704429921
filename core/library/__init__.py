"""The library of workouts: recipes, how to find one, and how to size it for one athlete."""

from core.library.caps import Band as Band
from core.library.caps import Caps as Caps
from core.library.caps import caps_for as caps_for
from core.library.caps import used as used
from core.library.caps import within as within
from core.library.finding import Library as Library
from core.library.finding import Lock as Lock
from core.library.finding import Standing as Standing
from core.library.finding import lock as lock
from core.library.finding import not_yet as not_yet
from core.library.recipe import Gates as Gates
from core.library.recipe import Grows as Grows
from core.library.recipe import Lever as Lever
from core.library.recipe import Piece as Piece
from core.library.recipe import Range as Range
from core.library.recipe import Recipe as Recipe
from core.library.recipe import Slot as Slot
from core.library.recipe import WarmUp as WarmUp
from core.library.recipe import When as When
from core.library.sizing import DoesNotFit as DoesNotFit
from core.library.sizing import fit as fit
from core.library.sizing import size as size
