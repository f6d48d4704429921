/** The rehearsal room's chat client: what the room tells goes to its part of the page, and who sits where. */

import { showClock, startClock } from './clock.js';
import { setCommands, startCommands } from './commands.js';
import { composeFor, forgetDrafts, startComposer } from './composer.js';
import { acts, attempt, release, send, sendFile, sendPlace } from './deeds.js';
import { byId } from './element.js';
import { showEmpty, showFrame, showLost, showTyping, startFrame } from './frame.js';
import { here, me, openChat } from './here.js';
import { startLook } from './look.js';
import { setZone } from './moment.js';
import { alertOf, say, startNotices, toast } from './notices.js';
import { placeDialog } from './places.js';
import { look } from './scroll.js';
import {
  announcement, drop, goToLast, isEmpty, openThread, pressed, put, renewThread, revise, startThread,
} from './thread.js';
import { askMessages, askState, follow, tell } from './wire.js';

const AS = 'nextgear-as'; // who sits at this tab
const FIRST_WAIT = 300;
const LONGEST_WAIT = 5_000;
const narrow = matchMedia('(max-width: 760px)');

let line = new AbortController(); // ends following when another person sits down
let early = null; // changes that arrive while a chat's messages are still being read
let refreshing = false;
let again = false;

// --- what the room says ---

function takeState(state) {
  here.state = state;
  if (!state.chats.some(({ type }) => type === 'private')) state.chats.unshift(privateChat(state));
  setZone(state.clock.zone);
  setCommands(state.commands);
  showClock(state.clock, state.landmarks);
  showFrame();
  if (here.chat !== null && !openChat()) moveOut();
}

/** The open chat is no longer one of theirs: they left it, or it became another. */
function moveOut() {
  here.chat = null;
  goToAddress({ focus: false });
}

/** The chat with the bot, before anything was said in it; in Telegram its id is the person's. */
function privateChat({ me: person, bot }) {
  const empty = { unread: 0, last: null, members: [], draft_keyboard: null };
  return { ...empty, id: person.id, type: 'private', title: bot.name };
}

/** Read the list and the clock anew; calls that come meanwhile share one more reading. */
async function refresh() {
  again = true;
  if (refreshing) return;
  refreshing = true;
  while (again) {
    again = false;
    const asked = me();
    const state = await askState(asked).catch(() => null); // a broken line is the follower's to mend
    if (state && asked === me()) takeState(state);
    look();
  }
  refreshing = false;
}

function takeEvents(events) {
  for (const event of events) takers[event.type]?.(event);
  if (events.some(({ type, clock }) => !clock && type !== 'typing' && type !== 'answer')) refresh();
  invite();
}

const takers = {
  message: ({ message, chat }) => {
    if (chat === here.chat) change(() => arrive(message));
    else if (!message.silent) say(announcement(message));
  },
  edited: ({ message, chat }) => chat === here.chat && change(() => revise(message)),
  deleted: ({ message, chat }) => chat === here.chat && change(() => drop(message)),
  typing: ({ chat }) => chat === here.chat && showTyping(true),
  clock: ({ clock }) => clock && showClock(clock),
  answer: ({ message, text, alert, url }) => {
    release(pressed(message ?? null));
    if (text) (alert ? alertOf : toast)(text);
    if (url) acts.follow(url);
  },
};

function change(make) {
  if (early) early.push(make);
  else make();
}

function arrive(message) {
  showTyping(false);
  put(message);
}

function invite() {
  showEmpty(isEmpty() && !early, () => {
    send(here.chat, '/start');
    byId('write').focus();
  });
}

function seen() {
  const open = openChat();
  if (!open?.unread) return;
  open.unread = 0;
  tell('read', { as: me(), chat: here.chat }).catch(() => {}); // the next look tries again
  showFrame();
}

// --- moving about ---

/** Show a chat; its messages are read from the room. */
async function open(id) {
  const who = me();
  here.chat = id;
  early = [];
  showTyping(false);
  composeFor(id);
  const unread = openChat()?.unread ?? 0;
  const view = { me: who, group: openChat()?.type !== 'private' };
  openThread(view, [], 0);
  showFrame();
  const messages = (await attempt(askMessages(who, id))) ?? [];
  if (here.chat !== id || me() !== who) return;
  openThread(view, messages, unread);
  early.forEach((make) => make());
  early = null;
  invite();
}

/** A phone shows the list: no chat is open, so none is being read. */
function leave() {
  here.chat = null;
  composeFor(null);
  showFrame();
}

const wanted = () => Number(/^#chat=(-?\d+)$/.exec(location.hash)?.[1]) || null;
const isKnown = (chat) => here.state.chats.some(({ id }) => id === chat);

/** The address says which chat is open, so that Back works; on a phone none means the list. */
async function goToAddress({ focus = true } = {}) {
  const known = isKnown(wanted()) ? wanted() : null;
  document.body.dataset.pane = known === null ? 'list' : 'chat';
  const id = known ?? (narrow.matches ? null : here.chat ?? here.state.chats[0].id);
  if (id === null) leave();
  else if (id !== here.chat) await open(id);
  if (focus && !narrow.matches) byId('write').focus();
  if (focus && narrow.matches && known !== null) byId('title').focus();
}

/** Sit down as a person (null: the first) and follow what happens to them. */
async function become(as) {
  line.abort();
  line = new AbortController();
  const { signal } = line;
  const state = await askState(as);
  if (signal.aborted) return;
  forgetDrafts();
  sessionStorage.setItem(AS, state.me.id);
  here.chat = null;
  takeState(state);
  const [first] = state.chats;
  const lone = state.chats.length === 1;
  if (wanted() ? !isKnown(wanted()) : lone) history.replaceState(null, '', `#chat=${first.id}`);
  await goToAddress({ focus: false });
  const lost = () => showLost(true);
  follow({ as: state.me.id, after: state.event, signal, take: takeEvents, lost, resync });
}

/** Everything anew after a gap; the number to go on from. */
async function resync() {
  const state = await askState(me()).catch(strange);
  showLost(false);
  if (!state) return 0;
  takeState(state);
  if (here.chat !== null) renewThread(await askMessages(state.me.id, here.chat));
  release(pressed());
  invite();
  return state.event;
}

/** A room that started anew may not know this person: then the first one sits down. */
const strange = (fault) => (fault.status < 500 ? become(null) : Promise.reject(fault));

/** The first look at the room: the person of this tab if still known, else the first. */
async function enter() {
  for (let wait = FIRST_WAIT; ; wait = Math.min(wait * 2, LONGEST_WAIT)) {
    try {
      await become(sessionStorage.getItem(AS)).catch(strange);
      showLost(false);
      return;
    } catch {
      showLost(true);
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}

function start() {
  startNotices();
  startLook();
  startThread({ acts, seen, older: (id) => attempt(askMessages(me(), here.chat, id)) });
  startCommands((text) => {
    byId('write').value = '';
    send(here.chat, text);
  });
  startComposer({ send, upload: sendFile, back: goToLast });
  startClock(async (step) => showClock((await tell('advance', step)).clock));
  const choosePlace = placeDialog();
  const askPlace = () => choosePlace((lat, lon) => sendPlace(here.chat, lat, lon));
  byId('place').addEventListener('click', askPlace);
  startFrame({ place: askPlace, words: (text) => send(here.chat, text) });
  byId('person').addEventListener('change', (event) => attempt(become(event.target.value)));
  document.querySelector('.skip').addEventListener('click', (event) => {
    event.preventDefault(); // the address is the open chat's
    byId('write').focus();
  });
  window.addEventListener('hashchange', () => goToAddress());
  narrow.addEventListener('change', () => goToAddress({ focus: false }));
  enter();
}

start();
