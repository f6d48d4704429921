"""What coaches write to cancel, move, set and ask, and what of it is about something else."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understand.squad_wishes import SquadWish, read_change, read_squad_wish

TODAY = date(2026, 11, 26)
"""A Thursday."""
DAYS = {
    None: None,
    **{
        name: TODAY + timedelta(days=n)
        for n, name in enumerate(("Th", "Fr", "Sa", "Su", "Mo", "Tu", "We"))
    },
}


def said(wish: SquadWish | None) -> str:
    """ "move Tu > We 18:30": the wish as the tables write it."""
    if wish is None:
        return ""
    names = {day: name for name, day in DAYS.items()}
    told = [wish.wanted.value]
    told += [names[wish.on]] if wish.on else []
    if wish.later:
        told.append(f"{wish.later:+d}")
    if wish.to is not None:
        told.append(">")
        told += [names[wish.to.on]] if wish.to.on else []
        told += [f"{wish.to.minute // 60}:{wish.to.minute % 60:02d}"] if wish.to.minute else []
        told += [wish.to.place] if wish.to.place else []
    return " ".join(told) + (f": {wish.rest}" if wish.rest else "")


CHANGES = {
    "cancel": "cancel",
    "Cancel!": "cancel",
    "cancel it": "cancel",
    "call it off": "cancel",
    "called off": "cancel",
    "cancelled, storm warning": "cancel",
    "the session is cancelled": "cancel",
    "Cancel tuesday": "cancel Tu",
    "cancel Tuesday's session": "cancel Tu",
    "call off tomorrow": "cancel Fr",
    "call tuesday's session off": "cancel Tu",
    "tuesday is off": "cancel Tu",
    "Tuesday's cancelled": "cancel Tu",
    "no session on tuesday": "cancel Tu",
    "no training tomorrow because of ice": "cancel Fr",
    "please cancel tomorrow's training": "cancel Fr",
    "scrap thursday": "cancel Th",
    "we're not training tomorrow": "cancel Fr",
    "move to Saturday": "move > Sa",
    "move 20:00": "move > 20:00",
    "move to 20:00": "move > 20:00",
    "make it 20:00": "move > 20:00",
    "push it to 7:30pm": "move > 19:30",
    "move tuesday to thursday": "move Tu > Th",
    "move Tuesday's session to Wed 18:30": "move Tu > We 18:30",
    "postpone to Friday": "move > Fr",
    "shift to saturday 9am": "move > Sa 9:00",
    "move place: the park": "move > the park",
    "move to Sat 9:00 place: the park": "move > Sa 9:00 the park",
    "move it an hour later": "move +60",
    "start 30 min later": "move +30",
    "bring it forward by 15 minutes": "move -15",
    "delay tuesday by half an hour": "move Tu +30",
    "move tuesday": "move Tu > Tu",
    "move": "change",
    "change": "change",
    "move the session": "change",
    "can you cancel thursday please": "cancel Th",
    "session off": "cancel",
    "training's off tomorrow": "cancel Fr",
    "Tuesday session cancelled - track closed": "cancel Tu",
    "cancel the Saturday run": "cancel Sa",
    "there's no training on saturday": "cancel Sa",
    "nobody's around, cancel": "cancel",
    "abandon tomorrow": "cancel Fr",
    "CANCEL TUE": "cancel Tu",
    "cancel next tuesday": "cancel Tu",
    "cancel 1 Dec": "cancel Tu",
    "move to wed": "move > We",
    "move it to Wed at 18:30": "move > We 18:30",
    "reschedule for friday": "move > Fr",
    "push back 15 min": "move +15",
    "push tuesday back an hour": "move Tu +60",
    "start at 18:45": "move > 18:45",
    "start half an hour earlier": "move -30",
    "change to 19:30": "move > 19:30",
    "change the time to 7pm": "move > 19:00",
    "change the place": "change",
    "change place: pavilion": "move > pavilion",
    "new time 19:30": "move > 19:30",
    "move from tuesday to wednesday": "move Tu > We",
    "tue -> wed": "move Tu > We",
    "postpone by a day": "move +1440",
    "postpone to next week": "move +10080",
    "swap tuesday for wednesday": "move Tu > We",
    "delay 10 minutes": "move +10",
    "move the session on tuesday to 8 pm": "move Tu > 20:00",
    "make it an hour later": "move +60",
    "sorry all, cancel tonight": "cancel Th",
    "tonight is cancelled": "cancel Th",
    "track is closed - cancel": "cancel",
    "cancel this week's session": "cancel",
    "cancel saturday, we race": "cancel Sa",
    "call off saturday's training": "cancel Sa",
    "no practice this saturday": "cancel Sa",
    "it's off": "cancel",
    "move tonight to tomorrow": "move Th > Fr",
    "move tonight's session to 20:30": "move Th > 20:30",
    "move to tomorrow same time": "move > Fr",
    "make it saturday 9:30": "move > Sa 9:30",
    "put it on sunday": "move > Su",
    "delay by 20 minutes": "move +20",
    "20 minutes later": "",
    "start 15 min earlier on tuesday": "move Tu -15",
    "change tuesday to 18:00": "move Tu > 18:00",
    "bring tuesday forward half an hour": "move Tu -30",
    "postpone": "change",
    "reschedule to Sat 28 Nov 10:00": "move > Sa 10:00",
    "5x1000 move": "",
    "easy run then cancel": "",
    # shorthand, which is none
    "6x800 @5K r2'": "",
    "Tue 19:00 6x800 @5K r2' place: the track": "",
    "hills 10x60s": "",
    "15' T, 3' jog, 2x800 @5K r2'": "",
    "40' easy": "",
    "every Tue 19:00": "",
    "4x1k @T off 60s": "",
    "8x400 off 90s": "",
    "3x10' on / 2' off": "",
    "10x1min on 1min off": "",
    "cut down run 5k": "",
    "move to the park": "",
    "": "",
}

WISHES = {
    "who's coming tuesday": "coming Tu",
    "who is in for thursday?": "coming Th",
    "Who's coming tomorrow?": "coming Fr",
    "how many are coming on tuesday": "coming Tu",
    "who comes": "coming",
    "who's in?": "coming",
    "attendance tuesday": "coming Tu",
    "set tuesday's session": "set Tu",
    "set the session for tuesday: 6x800 @5K": "set Tu: 6x800 @5K",
    "I want to set a session": "set",
    "post tomorrow's workout": "set Fr",
    "plan the training for Saturday": "set Sa",
    "cancel tomorrow's session": "cancel Fr",
    "call off the training on tuesday": "cancel Tu",
    "move the squad session to friday": "move > Fr",
    "move tuesday's training to 20:00": "move Tu > 20:00",
    "who's coming to tuesday's session?": "coming Tu",
    "who is coming this saturday": "coming Sa",
    "how many are in for tomorrow": "coming Fr",
    "who will be there on tuesday": "coming Tu",
    "who said maybe for tuesday": "coming Tu",
    "anyone coming tomorrow?": "coming Fr",
    "show me who's in": "coming",
    "create a session for sat: hills 10x60s": "set Sa: hills 10x60s",
    "let's set up a training on saturday": "set Sa",
    "can we cancel the club session": "cancel",
    "please move saturday's session to sunday": "move Sa > Su",
    "I need to cancel training tomorrow": "cancel Fr",
    "cancel my session tomorrow": "",
    "I'm off training": "",
    "training off the plan": "",
    "is the session on tomorrow?": "",
    "who's racing on sunday": "",
    "who sets the sessions": "",
    "move my session to friday": "",
    "set a reminder": "",
    "who's coming tonight": "coming Th",
    "whos in for saturday": "coming Sa",
    "how many said in": "coming",
    "who have we got on saturday": "coming Sa",
    "who's running with us on tuesday": "coming Tu",
    "schedule saturday's session: 3x2k @T": "set Sa: 3x2k @T",
    "could you cancel the squad training on saturday": "cancel Sa",
    "training is cancelled tomorrow": "cancel Fr",
    "move tomorrow's training half an hour later": "move Fr +30",
    "postpone the session to next week": "move +10080",
    "I cancelled my training": "",
    "who's my coach": "",
    "how many sessions this week": "",
    "set me a session": "",
    "my session got cancelled": "",
    # one's own affairs
    "cancel": "",
    "move Thursday to Friday": "",
    "who are you": "",
    "who wins": "",
    "who's my buddy": "",
    "my session was hard": "",
    "skip today's session": "",
    "I did the session yesterday": "",
    "what's my session today": "",
    "session cancelled my race": "",
    "can I move my long run to sunday": "",
    "set my hour to 7": "",
    "the training was cancelled by rain so I ran 8k": "",
}


@pytest.mark.parametrize(("words", "meant"), CHANGES.items())
def test_what_stands_behind_session_is_read(words: str, meant: str) -> None:
    assert said(read_change(words, TODAY)) == meant


@pytest.mark.parametrize(("words", "meant"), WISHES.items())
def test_wishes_in_private_speak_of_a_session_or_of_who_comes(words: str, meant: str) -> None:
    assert said(read_squad_wish(words, TODAY)) == meant


@given(st.text(max_size=300))
def test_no_words_break_it(words: str) -> None:
    read_change(words, TODAY)
    read_squad_wish(words, TODAY)
