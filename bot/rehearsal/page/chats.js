/** The list on the left: who, the last words, when, and how many are unread. */

import { byId, el, paintFace, unseen } from './element.js';
import { shortly, timeOf } from './moment.js';

let drawn = '';

/** Draw the list; `open` is the chat on the right, `you` the person whose list it is. */
export function showChats(chats, { open, you, now }) {
  const sorted = [...chats].sort((one, other) => Date.parse(other.last?.date ?? 0) - Date.parse(one.last?.date ?? 0));
  const key = JSON.stringify([sorted, open, you, now.slice(0, 13)]);
  if (key === drawn) return;
  drawn = key;
  const focused = byId('chats').contains(document.activeElement) ? document.activeElement.dataset.chat : null;
  byId('chats').replaceChildren(...sorted.map((chat) => el('li', {}, row(chat, open, you, now))));
  if (focused) byId('chats').querySelector(`[data-chat="${focused}"]`)?.focus({ preventScroll: true });
}

function row(chat, open, you, now) {
  const face = el('span.face', { 'aria-hidden': 'true' });
  paintFace(face, chat);
  const when = chat.last && el('time', { datetime: chat.last.date, title: timeOf(chat.last.date) }, shortly(chat.last.date, now));
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
  const from = typeof chat.last.from === 'object' ? chat.last.from : { name: chat.last.from };
  const words = (chat.last.text || 'Message').replace(/\s+/g, ' ').slice(0, 120);
  if (from?.id === you.id || from?.name === you.name) return `You: ${words}`;
  return chat.type === 'private' || !from?.name ? words : `${from.name}: ${words}`;
}
