/** What the person does, told to the room; what the room refuses is said and nothing typed is lost. */

import { giveBack, replyTo } from './composer.js';
import { here, me, ownLink } from './here.js';
import { enlarge, toast } from './notices.js';
import { goTo } from './thread.js';
import { tell, upload } from './wire.js';

const PRESS_TIME = 15_000; // ms; Telegram's own limit for answering a button

let line = Promise.resolve(); // words and files go one after another, so that they arrive as written

/** Do it, or say why not; null if not. */
export async function attempt(promise, prefix = '') {
  try {
    return await promise;
  } catch (fault) {
    toast(`${prefix}${fault.message}`, 'fault');
    return null;
  }
}

/** Send words, as a reply to a message id if one is given. */
export function send(chat, text, reply = null) {
  const body = { as: me(), chat, text, ...(reply === null ? {} : { reply_to: reply }) };
  line = line.then(() => tell('send', body)).catch((fault) => {
    toast(`Not sent: ${fault.message}`, 'fault');
    giveBack(chat, text);
  });
}

/** Send a file with its caption. */
export function sendFile(chat, file, caption) {
  const as = me();
  line = line.then(() => upload(as, chat, caption, file)).catch((fault) => {
    toast(`${file.name} was not sent: ${fault.message}`, 'fault');
  });
}

/** Send a place. */
export function sendPlace(chat, lat, lon) {
  return attempt(tell('location', { as: me(), chat, lat, lon }), 'Not sent: ');
}

/** What the buttons of a message do. */
export const acts = {
  press: async (message, row, column, key) => {
    key.setAttribute('aria-busy', 'true');
    setTimeout(() => release([key]), PRESS_TIME);
    const told = { as: me(), chat: message.chat, message: message.id, button: [row, column] };
    if (!(await attempt(tell('press', told)))) release([key]);
  },
  reply: (message) => message && !message.service && replyTo(message),
  react: ({ chat, id }, emoji) => attempt(tell('react', { as: me(), chat, message: id, emoji })),
  jump: (id) => goTo(id) || toast('That message is further up, or gone.'),
  show: enlarge,
  command: (text) => send(here.chat, text),
  follow: (url) => {
    const link = ownLink(url);
    if (!link) return;
    location.hash = `#chat=${me()}`;
    if (link.carries) send(me(), `/start ${link.carries}`);
  },
  copied: async (text) => {
    const done = await attempt(navigator.clipboard.writeText(text).then(() => true), 'Not copied: ');
    if (done) toast('Copied');
  },
};

/** These keys wait no longer. */
export function release(keys) {
  for (const key of keys) key.removeAttribute('aria-busy');
}
