/** What stands around the messages: the list, the head, the people, the place asked for, the empty chat. */

import { showChats } from './chats.js';
import { byId, el, icon, paintFace } from './element.js';
import { here, me, openChat } from './here.js';
import { isRead } from './scroll.js';

const TYPING_TIME = 6_000; // ms; Telegram shows "typing" for five seconds, then it must be said again

let typingTimer = 0;
let hooks = {};

/** `hooks`: `place()` asks where to be, `words(text)` sends what a suggested answer says. */
export function startFrame(given) {
  hooks = given;
}

/** Draw everything that the state says, but for the clock. */
export function showFrame() {
  const reading = isRead() ? here.chat : null;
  const chats = here.state.chats.map((one) => (one.id === reading ? { ...one, unread: 0 } : one));
  const unread = chats.reduce((sum, one) => sum + one.unread, 0);
  document.title = `${unread ? `(${unread}) ` : ''}Nextgear rehearsal room`;
  showChats(chats, { open: here.chat, you: here.state.me, now: here.state.clock.now });
  showPeople();
  showHead();
}

function showPeople() {
  const key = JSON.stringify(here.state.people);
  if (byId('person').dataset.people !== key) {
    byId('person').dataset.people = key;
    const seats = here.state.people.map(({ id, name }) => el('option', { value: id }, name));
    byId('person').replaceChildren(...seats);
  }
  byId('person').value = me();
}

function showHead() {
  const open = openChat();
  if (!open) return;
  byId('title').textContent = open.title;
  byId('about').textContent = byId('typing').hidden ? about(open) : 'typing…';
  paintFace(byId('face'), open);
  showAsked(open.draft_keyboard);
}

function about(open) {
  if (open.type === 'private') return `@${here.state.bot.username}`;
  return (open.members ?? []).map((member) => member.name ?? member).join(', ');
}

/** The keyboard below the chat: the place that the bot asks for, and words to send by a tap. */
function showAsked(keyboard) {
  const key = JSON.stringify(keyboard);
  if (byId('asked').dataset.key === key) return;
  byId('asked').dataset.key = key;
  byId('asked').hidden = !keyboard;
  const rows = keyboard ? keyboard.rows ?? [[keyboard.text]] : [];
  const answer = (text) => answerOf(text, keyboard.location && text === keyboard.text);
  byId('asked').replaceChildren(...rows.map((row) => el('div.row', {}, row.map(answer))));
}

function answerOf(text, place) {
  const onclick = () => (place ? hooks.place() : hooks.words(text));
  return el('button', { type: 'button', dir: 'auto', onclick }, place && icon('pin'), text);
}

/** The bot is writing, for a while, or has written. */
export function showTyping(on) {
  clearTimeout(typingTimer);
  byId('typing').hidden = !on;
  showHead();
  if (on) typingTimer = setTimeout(() => showTyping(false), TYPING_TIME);
}

/** A chat in which nothing was said yet invites to begin; `begin()` sends /start. */
export function showEmpty(empty, begin) {
  const box = byId('empty');
  box.hidden = !empty || !openChat();
  if (box.hidden || box.dataset.chat === String(here.chat)) return;
  box.dataset.chat = here.chat;
  const sign = el('img', { src: '/page/icon.svg', alt: '', width: 72, height: 72 });
  box.replaceChildren(sign, ...invitation(begin));
}

function invitation(begin) {
  if (openChat().type !== 'private') {
    return [el('h2', {}, 'Nothing here yet'), el('p', {}, 'Write the first message.')];
  }
  return [
    el('h2', { dir: 'auto' }, `Meet ${here.state.bot.name}`),
    el('p', {}, 'Your running coach lives in this chat. Answer a few questions, get tomorrow’s session, '
      + 'then move the clock above and see what the coach does.'),
    el('button.solid', { type: 'button', onclick: begin }, 'Start'),
  ];
}

/** The line to the room broke, or is back. */
export function showLost(lost) {
  const words = lost ? 'The room does not answer. Trying again…' : '';
  if (byId('lost').textContent !== words) byId('lost').textContent = words;
}
