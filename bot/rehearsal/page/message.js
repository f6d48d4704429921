/** One message as nodes. `acts` says what its buttons do: press, reply, react, jump, show, command, copied. */

import { clean, plain } from './clean.js';
import { el, hue, icon, unseen } from './element.js';
import { cityAt } from './places.js';
import { dayName, timeOf } from './moment.js';

const REACTIONS = ['👍', '❤️', '🔥', '👏', '🎉', '😢'];

/** Who and when, the name a message goes by. */
export function nameOf(message, me) {
  return `${message.from?.id === me ? 'You' : message.from?.name || 'Chat'}, ${dayName(message.date)}, ${timeOf(message.date)}`;
}

/** One line that stands for a message, in a reply or an announcement. */
export function gist(message) {
  const words = plain(message.html || '').replace(/\s+/g, ' ').trim();
  if (words) return words;
  if (message.photo) return 'Picture';
  if (message.document) return message.document.name;
  if (message.location) return 'Location';
  return message.service || 'Message';
}

/** An `<article>`; `fill` gives it its content. */
export function article(message) {
  return el('article.message', { id: `m${message.id}`, tabindex: '-1' });
}

/** Write (or rewrite) what `node` shows of `message`; the node itself stays, so focus and place do. */
export function fill(node, message, { me, group, acts }) {
  const own = message.from?.id === me;
  node.className = `message ${message.service ? 'service' : own ? 'own' : 'in'}`;
  node.setAttribute('aria-label', message.service ? 'Notice' : nameOf(message, me));
  node.setAttribute('aria-keyshortcuts', 'R');
  if (message.service) {
    node.replaceChildren(el('p.notice', { dir: 'auto' }, message.service));
    return;
  }
  const stack = el('div.stack', {}, bubble(message, own, group, acts), keyboard(message, acts), reactions(message, acts));
  if (message.keyboard?.length) stack.classList.add('wide');
  node.replaceChildren(stack, tools(message, me, acts));
}

function bubble(message, own, group, acts) {
  const body = el('div.bubble');
  if (!group && !own) body.append(unseen(`${message.from?.name ?? ''}: `));
  if (group && !own) body.append(el('p.sender', { dir: 'auto', 'data-hue': hue(message.from.id) }, message.from.name));
  if (message.ephemeral) body.append(el('p.only', {}, icon('eye'), 'Only you can see this'));
  if (message.reply_to) body.append(replied(message.reply_to, acts));
  if (message.photo) body.append(picture(message, acts));
  if (message.document) body.append(file(message.document));
  if (message.location) body.append(spot(message.location));
  const line = el('div.words');
  if (message.html) line.append(el('div.text', { dir: 'auto' }, clean(message.html, acts.command)));
  line.append(meta(message));
  body.append(line);
  return body;
}

function meta(message) {
  return el(
    'p.meta',
    {},
    message.silent && [icon('quiet'), unseen('Sent without a sound. ')],
    message.edited && 'edited ',
    el('time', { datetime: message.date }, timeOf(message.date)),
  );
}

function replied(to, acts) {
  const who = typeof to.from === 'object' ? to.from?.name : to.from;
  return el(
    'button.replied',
    { type: 'button', onclick: () => acts.jump(to.id) },
    unseen('In reply to '),
    el('b', { dir: 'auto' }, who || 'Message'),
    el('span', { dir: 'auto' }, to.text || 'Message'),
  );
}

function picture(message, acts) {
  const alt = plain(message.html || '').trim().slice(0, 200) || `Picture from ${message.from?.name || 'the chat'}`;
  const image = el('img', { src: message.photo, alt, decoding: 'async' });
  return el('button.picture', { type: 'button', 'aria-haspopup': 'dialog', onclick: () => acts.show(message.photo, alt) }, image, unseen(' Enlarge'));
}

function file(given) {
  return el(
    'a.file',
    { href: sameOrigin(given.url), download: given.name },
    el('span.disc', {}, icon('file')),
    el('span', {}, el('b', { dir: 'auto' }, given.name), el('small', {}, bytes(given.size), unseen(', download'))),
    icon('save'),
  );
}

function sameOrigin(url) {
  const whole = new URL(url, location.href);
  return whole.origin === location.origin ? whole.href : '#';
}

/** "14 KB" */
export function bytes(size) {
  if (!(size >= 0)) return '';
  if (size < 1000) return `${size} B`;
  return size < 1_000_000 ? `${Math.round(size / 1000)} KB` : `${(size / 1_000_000).toFixed(1)} MB`;
}

function spot(at) {
  const lat = Number(at.lat ?? at.latitude);
  const lon = Number(at.lon ?? at.longitude);
  return el(
    'div.spot',
    {},
    el('span.disc', {}, icon('pin')),
    el('span', {}, el('b', {}, cityAt(lat, lon) || 'Location'), el('small', {}, `${lat.toFixed(4)}, ${lon.toFixed(4)}`)),
  );
}

function keyboard(message, acts) {
  if (!message.keyboard?.length) return null;
  const rows = message.keyboard.map((row, r) => el('div.row', {}, row.map((key, c) => keyOf(message, key, r, c, acts))));
  return el('div.keyboard', { role: 'group', 'aria-label': 'Buttons' }, rows);
}

function keyOf(message, key, row, column, acts) {
  const at = { 'data-key': `${row}.${column}`, 'data-style': key.style || null, dir: 'auto' };
  if (key.kind === 'url' && /^https?:/i.test(key.url || '')) {
    return el('a.key', { ...at, href: key.url, target: '_blank', rel: 'noopener noreferrer' }, key.text, icon('out'));
  }
  const copying = key.kind === 'copy';
  const choose = (event) => (copying ? acts.copied(key.copy ?? key.copy_text ?? key.text) : acts.press(message, row, column, event.currentTarget));
  return el('button.key', { ...at, type: 'button', disabled: Boolean(key.disabled), onclick: choose }, key.text, copying && icon('copy'));
}

function reactions(message, acts) {
  if (!message.reactions?.length) return null;
  const pills = message.reactions.map((given) => {
    const { emoji, count = 1, mine = false } = typeof given === 'string' ? { emoji: given } : given;
    const name = `${emoji} ${count}${mine ? ', yours: take it away' : ''}`;
    return el('button.reaction', { type: 'button', 'aria-pressed': String(mine), 'aria-label': name, onclick: () => acts.react(message, mine ? null : emoji) }, emoji, ' ', String(count));
  });
  return el('div.reactions', { role: 'group', 'aria-label': 'Reactions' }, pills);
}

/** There on hover and focus only, so that a new message is announced without them. */
function tools(message, me, acts) {
  const reply = el('button.round', { type: 'button', title: 'Reply (R)', 'aria-label': `Reply to ${nameOf(message, me)}`, onclick: () => acts.reply(message) }, icon('reply'));
  const choices = el('div.choices', { role: 'group', 'aria-label': 'React', hidden: true }, REACTIONS.map((emoji) =>
    el('button', { type: 'button', 'aria-label': `React ${emoji}`, onclick: () => { open(false); acts.react(message, emoji); } }, emoji)));
  const react = el('button.round', { type: 'button', title: 'React', 'aria-label': `React to ${nameOf(message, me)}`, 'aria-expanded': 'false', onclick: () => open(choices.hidden) }, icon('smile'));
  const box = el('div.tools', {}, reply, react, choices);
  function open(wanted) {
    choices.hidden = !wanted;
    react.setAttribute('aria-expanded', String(wanted));
    if (wanted) choices.firstChild.focus();
    else if (box.contains(document.activeElement)) react.focus();
  }
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || choices.hidden) return;
    event.stopPropagation();
    open(false);
  });
  box.addEventListener('focusout', (event) => { if (!box.contains(event.relatedTarget)) choices.hidden = true; });
  return box;
}
