"""Signs an athlete may tell of, and what the coach answers before all else (coaching.md 1)."""

from __future__ import annotations

from enum import StrEnum


class SignGroup(StrEnum):
    """What a sign asks for, the gravest first."""

    EMERGENCY = "emergency"  # stop, call the emergency number
    CRISIS = "crisis"  # no coaching: a person and the local help line
    DOCTOR = "doctor"  # stopped until a doctor cleared running, then the ladder
    WALK = "walk"  # walking only until a doctor cleared more
    WAIT = "wait"  # no running until the rule of illness lets go
    GENTLE = "gentle"  # said once, kindly; load does not grow until answered


class Sign(StrEnum):
    """Everything that is read in any message, in any state."""

    CHEST_PAIN = "chest-pain"  # pain, pressure or tightness
    COLLAPSE = "collapse"
    HEAT_CONFUSION = "heat-confusion"
    BREATHLESS_AT_REST = "breathless-at-rest"
    STROKE = "stroke"
    DARK_URINE = "dark-urine"  # cola-coloured, or extreme muscle pain after effort
    SADDLE_NUMBNESS = "saddle-numbness"  # or a leg gone weak, or no hold of the bladder
    PREGNANCY_ALARM = "pregnancy-alarm"  # bleeding, contractions, fluid, dizziness while pregnant

    SELF_HARM = "self-harm"

    FAINTING = "fainting"  # or nearly
    PALPITATIONS = "palpitations"
    SWOLLEN_CALF = "swollen-calf"  # one calf: swollen, warm, tender
    BONE_PAIN = "bone-pain"  # bone or groin, on a hop or at night
    CHEST_INFECTION = "chest-infection"  # chest signs with a fever or a cold

    EFFORT_DIZZINESS = "effort-dizziness"
    EFFORT_BREATH = "effort-breath"  # out of proportion, or a wheeze that does not settle
    PELVIC_FLOOR = "pelvic-floor"  # leaks, drags or hurts after a birth

    FEVER = "fever"
    ILL = "ill"  # said without more; asked on
    BELOW_NECK = "below-neck"  # chest, aches, vomiting, diarrhoea
    HEAD_COLD = "head-cold"  # above the neck only, no fever

    NO_PERIODS = "no-periods"  # three months or longer
    SECOND_BONE_INJURY = "second-bone-injury"
    WEIGHT_LOSS = "weight-loss"
    RAN_ON_REST_DAYS = "ran-on-rest-days"  # three prescribed rest days in 14
    ALWAYS_TIRED = "always-tired"  # legs that never freshen, found by /plateau

    @property
    def group(self) -> SignGroup:
        return _GROUP[self]


_MEMBERS = {
    SignGroup.EMERGENCY: (
        Sign.CHEST_PAIN,
        Sign.COLLAPSE,
        Sign.HEAT_CONFUSION,
        Sign.BREATHLESS_AT_REST,
        Sign.STROKE,
        Sign.DARK_URINE,
        Sign.SADDLE_NUMBNESS,
        Sign.PREGNANCY_ALARM,
    ),
    SignGroup.CRISIS: (Sign.SELF_HARM,),
    SignGroup.DOCTOR: (
        Sign.FAINTING,
        Sign.PALPITATIONS,
        Sign.SWOLLEN_CALF,
        Sign.BONE_PAIN,
        Sign.CHEST_INFECTION,
    ),
    SignGroup.WALK: (Sign.EFFORT_DIZZINESS, Sign.EFFORT_BREATH, Sign.PELVIC_FLOOR),
    SignGroup.WAIT: (Sign.FEVER, Sign.ILL, Sign.BELOW_NECK, Sign.HEAD_COLD),
    SignGroup.GENTLE: (
        Sign.NO_PERIODS,
        Sign.SECOND_BONE_INJURY,
        Sign.WEIGHT_LOSS,
        Sign.RAN_ON_REST_DAYS,
        Sign.ALWAYS_TIRED,
    ),
}
_GROUP = {sign: group for group, signs in _MEMBERS.items() for sign in signs}


def gravest(signs: tuple[Sign, ...]) -> Sign | None:
    """The sign to answer first, or None where there is none; equals keep their order."""
    order = list(SignGroup)
    return min(signs, key=lambda sign: order.index(sign.group), default=None)
