"""What a doctor should know, in words: "asthma and beta blockers", "had a baby in may"."""

from __future__ import annotations

from bot.understand.patterns import Patterns
from bot.understand.reading import read_tokens, with_phrases
from bot.understand.sentences import denied, somebody_else
from bot.understand.signs import signs_in
from core.athlete import Condition
from core.safety import Sign

_SAID = Patterns(
    {
        Condition.HEART: [
            "heart condition|disease|failure|murmur|defect|trouble|problem|problems|issue|issues",
            "heart surgery|attack|operation|valve",
            "my? heart $|and|or|/",
            "cardiac|cardiomyopathy|pacemaker|stent|afib|angina|arrhythmia|myocarditis|infarkt|infarto",
            "bad|weak heart",
            "herzkrank|herzfehler|herzprobleme|herzinsuffizienz",
            "cardiopatia",
            "corazon",
            "coronary|bypass",
        ],
        Condition.LUNG: [
            "asthma|asthmatic|asma|copd|emphysema|inhaler|bronchiectasis|fibrosis",
            "lung|lungs|lunge|pulmon|pulmones|pulmonary",
            "lungenkrank|lungenprobleme",
        ],
        Condition.KIDNEY: ["kidney|kidneys|renal|dialysis|niere|nieren|nierenkrank|rinon|rinones"],
        Condition.DIABETES: [
            "diabetes|diabetic|diabetiker|diabetikerin|diabetico|diabetica|insulin|insulina|zucker|t1d|t2d",
            "blood sugar",
            "sugar trouble|problem|problems|disease",
            "type # diabetes|diabetic",
        ],
        Condition.PULSE_MEDICINE: [
            "beta blocker|blockers",
            "betablocker|betablockers|betablocante|betabloqueante|betabloqueantes",
            "bisoprolol|metoprolol|propranolol|atenolol|nebivolol|carvedilol|sotalol|timolol",
            "ivabradine|ivabradin|digoxin|diltiazem|verapamil|amiodarone|flecainide",
            "medicine|medication|tablets|pills|meds|drug .. heart|pulse|rate",
            "heart medicine|medication|tablets|pills|meds",
            "herzmedikament|herzmedikamente",
        ],
        Condition.PREGNANT: [
            "pregnant|pregnancy|schwanger|embarazada|expecting|trimester",
            "having a baby",
        ],
        Condition.POSTPARTUM: [
            "postpartum|postnatal|breastfeeding|stillend|posparto",
            "gave birth",
            "had a|our|my|another baby|son|daughter|child",
            "had twins",
            "c section",
            "caesarean|cesarean|kaiserschnitt|cesarea",
            "after .. birth|pregnancy",
            "since the birth",
            "given birth",
            "birth in|of",
            "# months|weeks after birth|delivery",
            "entbunden",
            "di a luz",
        ],
    }
)
_ON_EFFORT = frozenset(
    {Sign.CHEST_PAIN, Sign.EFFORT_BREATH, Sign.EFFORT_DIZZINESS, Sign.FAINTING, Sign.PALPITATIONS}
)


def read_conditions(text: str) -> tuple[Condition, ...]:
    """The conditions told, each once in the core's order; red flags count as signs on effort."""
    tokens = with_phrases(read_tokens(text))
    told = {
        Condition(match.name)
        for match in _SAID.find(tokens)
        if not denied(tokens, match.hits) and not somebody_else(tokens, match.start, match.end)
    }
    if any(heard.sign in _ON_EFFORT for heard in signs_in(tokens)):
        told.add(Condition.EFFORT_SIGNS)
    if Condition.POSTPARTUM in told:
        told.discard(Condition.PREGNANT)
    return tuple(condition for condition in Condition if condition in told)
