"""A workout went badly: from the complaint to one cause, and to the one change it asks for."""

from core.symptoms.clues import Case as Case
from core.symptoms.clues import Known as Known
from core.symptoms.clues import clues as clues
from core.symptoms.examine import Ask as Ask
from core.symptoms.examine import Found as Found
from core.symptoms.examine import examine as examine
from core.symptoms.remedy import change_for as change_for
from core.symptoms.remedy import told as told
from core.symptoms.table import Cause as Cause
from core.symptoms.table import Clue as Clue
from core.symptoms.table import Numbers as Numbers
from core.symptoms.table import Option as Option
from core.symptoms.table import Question as Question
from core.symptoms.table import Remedy as Remedy
from core.symptoms.table import Step as Step
from core.symptoms.table import Symptom as Symptom
from core.symptoms.table import SymptomTable as SymptomTable
from core.symptoms.table import Tree as Tree
