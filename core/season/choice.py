"""Which hard session: one variable grows, and nothing comes a third time unchanged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from core.library import Recipe, Slot, Standing
from core.phases import Stretch
from core.reasons import Code, Reason
from core.season.dosing import USES, Room, Thread, first, further, lighter_dose, sized_in
from core.season.frame import Frame
from core.season.pools import Pools, has_fast_part
from core.season.sizer import Sized, Sizer
from core.workout import Focus

TWICE, MEMORY = 2, 13
"""How often a session may come unchanged, and in how many weeks (ours)."""
_ANY = (Focus.THRESHOLD, Focus.STEADY, Focus.VO2MAX)
"""What a hard day falls back on where nothing of its focus fits."""


Place = tuple[str, Focus, Stretch]
"""A hard day of the week, what it trains, and the stretch of the season: a thread ends with it."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A sized session and why it is this one."""

    sized: Sized
    why: tuple[Reason, ...]


@dataclass(slots=True)
class Choice:
    """What the season has used so far, and how it goes on from there."""

    pools: Pools
    sizer: Sizer
    threads: dict[Place, Thread] = field(default_factory=dict)
    taken: dict[tuple[str, float, int], list[int]] = field(default_factory=dict)
    uses: Counter[str] = field(default_factory=Counter)
    turns: Counter[tuple[int, Stretch, str]] = field(default_factory=Counter)
    weeks: dict[str, int] = field(default_factory=dict)
    week: int = 0

    def hard(
        self,
        place: str,
        focuses: Sequence[Focus],
        frame: Frame,
        room: Room,
        standing: Standing,
        *,
        lighter: bool = False,
    ) -> Chosen | None:
        """The next session of a place in the week; `lighter` steps back and builds nothing."""
        turn = self.turns[frame.cycle, frame.stretch, place] % len(focuses)
        self.turns[frame.cycle, frame.stretch, place] += not lighter
        order = list(dict.fromkeys((*focuses[turn:], *focuses[:turn], *_ANY)))
        if lighter:
            order.sort(key=lambda focus: (place, focus, frame.stretch) not in self.threads)
        for focus in order:
            pool = self.pools.of(
                Slot.HARD, frame.stretch, frame.shape.distance, standing, focus=focus
            )
            chosen = self._from(pool, (place, focus, frame.stretch), room, lighter=lighter)
            if chosen is not None:
                return chosen
        return None

    def fast_long(self, frame: Frame, room: Room, standing: Standing) -> Chosen | None:
        """The next long run with a fast part, as long as `room.total`."""
        pool = self.pools.of(Slot.LONG, frame.stretch, frame.shape.distance, standing)
        fast = tuple(recipe for recipe in pool if has_fast_part(recipe))
        return self._from(fast, ("long", Focus.LONG, frame.stretch), room, lighter=False)

    def longer(self, sized: Sized, metres: float, minutes: float) -> Sized:
        """The same session with more easy running around it, up to so many metres and minutes."""
        recipe = self.pools.library[sized.workout.key]
        more = self.sizer.easy_minutes(max(0.0, metres - sized.metres))
        total = int(min(minutes, sized.minutes + more, recipe.minutes.most))
        longer = self.sizer.sized(recipe, sized.dose, sized.stage, minutes=total)
        fits = longer is not None and sized.metres < longer.metres <= metres + 1
        return longer if longer is not None and fits else sized

    def _from(
        self,
        pool: Sequence[Recipe],
        place: Place,
        room: Room,
        *,
        lighter: bool,
    ) -> Chosen | None:
        """Go on with the place's thread while it can grow, else begin the least used recipe."""
        thread = self.threads.get(place)
        going = next((r for r in pool if thread and r.key == thread.key), None)
        if lighter:
            return self._lighter(going or next(iter(pool), None), thread, room)
        if thread and going and thread.uses < USES and self._rested(going):
            step = further(self.sizer, going, thread, room)
            if step is not None and self._fresh_enough(step):
                return self._take(step, place, uses=thread.uses + 1, before=thread)
        for recipe in sorted(pool, key=lambda r: (self.uses[r.key], self.weeks.get(r.key, -1))):
            if recipe is not going and self._rested(recipe):
                step = first(self.sizer, recipe, room)
                if step is not None and self._fresh_enough(step):
                    return self._take(step, place, uses=1)
        return self._again(going, thread, place, room)

    def _again(
        self,
        going: Recipe | None,
        thread: Thread | None,
        place: Place,
        room: Room,
    ) -> Chosen | None:
        """With nothing else in the pool: grow past the usual turns, or once more unchanged."""
        if thread is None or going is None or not self._rested(going):
            return None
        for step in (
            further(self.sizer, going, thread, room),
            sized_in(self.sizer, going, thread.dose, thread.stage, room),
            first(self.sizer, going, room),
        ):
            if step is not None and self._fresh_enough(step):
                return self._take(step, place, uses=thread.uses + 1, before=thread)
        return None

    def _rested(self, recipe: Recipe) -> bool:
        last = self.weeks.get(recipe.key)
        return last is None or self.week - last >= recipe.spacing_weeks

    def _fresh_enough(self, sized: Sized) -> bool:
        """Whether it has not been run twice unchanged in the last twelve weeks."""
        weeks = self.taken.get((sized.workout.key, sized.dose, sized.stage), [])
        return sum(self.week - week < MEMORY for week in weeks) < TWICE

    def _take(
        self,
        sized: Sized,
        place: Place,
        *,
        uses: int,
        before: Thread | None = None,
    ) -> Chosen:
        key = sized.workout.key
        self.threads[place] = Thread(key, sized.dose, sized.stage, uses)
        self.taken.setdefault((key, sized.dose, sized.stage), []).append(self.week)
        self.uses[key] += 1
        self.weeks[key] = self.week
        return Chosen(sized, _why(sized, before))

    def _lighter(self, recipe: Recipe | None, thread: Thread | None, room: Room) -> Chosen | None:
        """Fewer reps at the same pace; nothing is built on it."""
        if recipe is None:
            return None
        known = thread if thread and thread.key == recipe.key else None
        sized = lighter_dose(self.sizer, recipe, known, room)
        if sized is None:
            return None
        if known is None or sized.dose >= known.dose:
            return Chosen(sized, ())
        why = Reason(Code.FEWER_REPS, {"dose": sized.dose, "before": known.dose})
        return Chosen(sized, (why,))


def _why(sized: Sized, before: Thread | None) -> tuple[Reason, ...]:
    """What is new about a session, if anything is."""
    if before is None or before.key != sized.workout.key:
        return (Reason(Code.NEW_SESSION, {"focus": sized.workout.focus}),)
    if sized.stage > before.stage:
        return (Reason(Code.NEXT_RUNG, {"stage": sized.stage}),)
    if sized.dose > before.dose:
        return (Reason(Code.MORE_REPS, {"dose": sized.dose, "before": before.dose}),)
    return ()
