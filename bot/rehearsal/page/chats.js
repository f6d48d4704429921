/** The list on the left: who, the last words, when, and how many are unread. */

import { byId, el, paintFace, unseen } from './element.js';
import { shortly, timeOf } from './moment.js';

let drawn = '';

/** Draw the list; `open` is the chat on the right, `you` the person whose list it is. */
export function showChats(chats, { open, you, now }) {
  const age = (chat) => Date.parse(chat.last?.date ?? 0);
  const sorted = [...chats].sort((one, other) => age(other) - age(one));
  const key = JSON.stringify([sorted, open, you, now.slice(0, 13)]);
  if (key === drawn) return;
  drawn = key;
  const { activeElement } = document;
  const focused = byId('chats').contains(activeElement) ? activeElement.dataset.chat : null;
  byId('chats').replaceChildren(...sorted.map((chat) => el('li', {}, row(chat, open, you, now))));
  if (focused) byId('chats').querySelector(`[data-chat="${focused}"]`)?.focus({ preventScroll: true });
}

function row(chat, open, you, now) {
  const face = el('span.face', { 'aria-hidden': 'true' });
  paintFace(face, chat);
  const at = chat.last?.date;
  const when = at && el('time', { datetime: at, title: timeOf(at) }, shortly(at, now));
  return el(
    'a.chat',
    { href: `#chat=${chat.id}`, 'data-chat': chat.id, 'aria-current': chat.id === open ? 'true' : null },
    face,
    el('b.name', { dir: 'auto' }, chat.title),
    when,
    el('span.last', { dir: 'auto' }, lastWords(chat, you)),
    chat.unread > 0 && el('span.count', {}, String(chat.unread), unseen(' unread')),
  );
}

function lastWords(chat, you) {
  if (!chat.last) return 'Nothing yet';
  const { from, text } = chat.last;
  const words = text.replace(/\s+/g, ' ').slice(0, 120);
  if (from.id === you.id) return `You: ${words}`;
  const told = chat.type === 'private' || words.startsWith(from.name); // "Rui pinned a message"
  return told ? words : `${from.name}: ${words}`;
}
