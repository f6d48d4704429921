/** The open chat: its messages in order, with days and the unread line, edited in place, walked by keys. */

import { byId, el } from './element.js';
import { article, fill, gist } from './message.js';
import { dayKey, dayName } from './moment.js';
import { calm, countBelow, inView, isRead, keepPlace, look, startScroll, toEnd, toLine } from './scroll.js';
import { swipeable } from './swipe.js';

const JOINED = 10 * 60_000; // ms within which one sender's messages stand together
const PAGE = 100; // what the room hands out at once

const nodes = new Map(); // message id → { node, message }
const days = new Map(); // local day → its separator
const unreadLine = el('p.unread', {}, el('span', {}, 'New messages'));

let messages = [];
let view = { me: null, group: false, acts: {} };
let unreadFrom = null;
let current = null;
let whole = true;
let asking = false;
let hooks = {};

/** `hooks`: `acts` as in message.js, `seen()`, `older(id)` → the messages before that one, or null. */
export function startThread(given) {
  hooks = given;
  startScroll({ seen: hooks.seen, nearTop: loadOlder });
  swipeable(byId('log'), (node) => hooks.acts.reply(messageOf(node)));
  byId('log').addEventListener('keydown', onKey);
  byId('log').addEventListener('focusin', ({ target }) => isMessage(target) && setCurrent(target));
}

/** Show a chat from nothing. */
export function openThread({ me, group }, list, unread) {
  nodes.clear();
  days.clear();
  view = { me, group, acts: hooks.acts };
  messages = list;
  whole = list.length < PAGE;
  unreadFrom = firstUnread(unread);
  current = null;
  byId('log').setAttribute('aria-busy', 'true');
  byId('log').replaceChildren();
  paint();
  byId('log').setAttribute('aria-busy', 'false');
  toEnd();
  if (unreadFrom !== null) toLine(unreadLine);
  look();
}

/** Take over what the room now has: only what differs is redrawn, and the place is kept. */
export function renewThread(list) {
  const known = new Map(messages.map((message) => [message.id, message]));
  const same = (message) => JSON.stringify(known.get(message.id)) === JSON.stringify(message);
  const earlier = list.length < PAGE ? [] : messages.filter(({ id }) => id < list[0].id);
  messages = [...earlier, ...list.map((message) => (same(message) ? known.get(message.id) : message))];
  keepPlace(paint);
  look();
}

/** A new message, or the new form of one that is here. */
export function put(message) {
  if (revise(message)) return;
  const own = message.from?.id === view.me;
  if (own) unreadFrom = null;
  else if (!isRead()) {
    countBelow();
    unreadFrom ??= message.id;
  }
  messages.push(message);
  keepPlace(paint);
  if (own) toEnd();
  look();
}

/** The new form of a message; false if it is not here. */
export function revise(message) {
  const index = messages.findIndex(({ id }) => id === message.id);
  if (index < 0) return false;
  messages[index] = message;
  keepPlace(paint);
  return true;
}

/** A message is gone. */
export function drop(id) {
  messages = messages.filter((message) => message.id !== id);
  keepPlace(paint);
}

/** Bring a message into view and focus it; false if it is not here. */
export function goTo(id) {
  const node = nodes.get(id)?.node;
  if (!node) return false;
  node.scrollIntoView({ block: 'center', behavior: calm.matches ? 'auto' : 'smooth' });
  node.focus({ preventScroll: true });
  node.classList.add('found');
  setTimeout(() => node.classList.remove('found'), 1600);
  return true;
}

/** Focus the newest message. */
export function goToLast() {
  if (messages.length) nodes.get(messages.at(-1).id).node.focus();
}

/** Is there nothing here yet? */
export const isEmpty = () => messages.length === 0;

/** The keys of a message that wait for an answer; all of the chat's without an id. */
export function pressed(id = null) {
  const scope = id === null ? byId('log') : nodes.get(id)?.node;
  return scope ? [...scope.querySelectorAll('.key[aria-busy]')] : [];
}

/** Words for a message in a chat that is not open. */
export const announcement = (message) => `${message.from?.name ?? 'Chat'}: ${gist(message).slice(0, 160)}`;

function firstUnread(count) {
  if (!count) return null;
  const theirs = messages.filter((message) => message.from?.id !== view.me);
  return theirs.at(-Math.min(count, theirs.length))?.id ?? null;
}

function paint() {
  const rows = [];
  let before = null;
  for (const message of messages) {
    const newDay = !before || dayKey(before.date) !== dayKey(message.date);
    if (newDay) rows.push(dayLine(message.date));
    if (message.id === unreadFrom) rows.push(unreadLine);
    const node = nodeOf(message);
    node.classList.toggle('joined', !newDay && message.id !== unreadFrom && together(before, message));
    rows.push(node);
    before = message;
  }
  lay(byId('log'), rows);
  for (const [id, { node }] of nodes) if (!node.isConnected) nodes.delete(id);
  const walking = current?.isConnected && byId('log').contains(document.activeElement);
  if (!walking) setCurrent(nodes.get(before?.id)?.node);
}

/** Bring the children to `rows`, moving none that may stay. */
function lay(parent, rows) {
  const wanted = new Set(rows);
  for (const child of [...parent.children]) if (!wanted.has(child)) child.remove();
  let at = parent.firstElementChild;
  for (const row of rows) {
    if (row === at) at = at.nextElementSibling;
    else parent.insertBefore(row, at);
  }
}

function nodeOf(message) {
  const known = nodes.get(message.id);
  if (known?.message === message) return known.node;
  const node = known?.node ?? article(message);
  if (known) rewrite(node, message);
  else fill(node, message, view);
  nodes.set(message.id, { node, message });
  return node;
}

/** Edit in place: the card grows or shrinks to its new words; focus stays on its button, or on the card. */
function rewrite(node, message) {
  const active = node.contains(document.activeElement) ? document.activeElement : null;
  const before = node.offsetHeight;
  const watched = inView(node);
  fill(node, message, view);
  const key = active && node.querySelector(`[data-key="${active.dataset.key}"]:not(:disabled)`);
  if (active) (key ?? node).focus({ preventScroll: true });
  if (calm.matches || !watched) return;
  node.querySelector('.bubble')?.animate([{ opacity: 0.35 }, { opacity: 1 }], 220);
  const frames = [before, node.offsetHeight].map((height) => ({ height: `${height}px`, overflow: 'clip' }));
  if (before !== node.offsetHeight) node.animate(frames, { duration: 200, easing: 'ease-out' });
}

function dayLine(date) {
  const key = dayKey(date);
  if (!days.has(key)) days.set(key, el('p.day', {}, el('span', {}, dayName(date))));
  return days.get(key);
}

function together(before, message) {
  return before?.from?.id === message.from?.id && !before.service && !message.service
    && Date.parse(message.date) - Date.parse(before.date) < JOINED;
}

async function loadOlder() {
  if (whole || asking || !messages.length) return;
  asking = true;
  const first = messages[0].id;
  const list = await hooks.older(first);
  asking = false;
  if (!list || messages[0]?.id !== first) return;
  whole = list.length < PAGE;
  messages = [...list, ...messages];
  keepPlace(paint);
}

const isMessage = (node) => node.classList.contains('message');

const messageOf = (node) => messages.find(({ id }) => `m${id}` === node.id);

/** One message at a time is in the tab order. */
function setCurrent(node) {
  if (!node || node === current) return;
  if (current) current.tabIndex = -1;
  current = node;
  current.tabIndex = 0;
}

function onKey(event) {
  const node = event.target;
  if (!isMessage(node) || event.ctrlKey || event.metaKey || event.altKey) return;
  const at = messages.indexOf(messageOf(node));
  const neighbour = (by) => nodes.get(messages[at + by]?.id)?.node;
  const keys = {
    ArrowUp: () => (neighbour(-1) ?? node).focus(),
    ArrowDown: () => (neighbour(1) ?? byId('write')).focus(),
    Escape: () => byId('write').focus(),
    r: () => hooks.acts.reply(messages[at]),
  };
  const chosen = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (!chosen) return;
  event.preventDefault();
  chosen();
}
