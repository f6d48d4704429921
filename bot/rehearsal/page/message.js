/** One message as nodes. `acts` says what its buttons do: press, reply, react, jump, show, command, copied, follow. */

import { clean, plain } from './clean.js';
import { el, hue, icon, unseen } from './element.js';
import { ownLink } from './here.js';
import { cityAt } from './places.js';
import { dayName, timeOf } from './moment.js';

const REACTIONS = ['👍', '❤️', '🔥', '👏', '🎉', '😢'];

/** Who and when, the name a message goes by. */
function nameOf(message, me) {
  const who = message.from?.id === me ? 'You' : message.from?.name || 'Chat';
  return `${who}, ${dayName(message.date)}, ${timeOf(message.date)}`;
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
  const parts = [bubble(message, own, group, acts), keyboard(message, acts), reactions(message, acts)];
  const stack = el('div.stack', {}, parts);
  if (message.keyboard?.length) stack.classList.add('wide');
  node.replaceChildren(stack, tools(message, me, acts));
}

function bubble(message, own, group, acts) {
  const body = el('div.bubble');
  if (!own) body.append(group ? sender(message.from) : unseen(`${message.from.name}: `));
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

const sender = ({ id, name }) => el('p.sender', { dir: 'auto', 'data-hue': hue(id) }, name);

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
  return el(
    'button.replied',
    { type: 'button', onclick: () => acts.jump(to.id) },
    unseen('In reply to '),
    el('b', { dir: 'auto' }, to.from.name),
    el('span', { dir: 'auto' }, to.text || 'Message'),
  );
}

function picture(message, acts) {
  const alt = plain(message.html || '').trim().slice(0, 200) || `Picture from ${message.from.name}`;
  const image = el('img', { src: message.photo, alt, decoding: 'async' });
  const show = () => acts.show(message.photo, alt);
  const way = { type: 'button', 'aria-haspopup': 'dialog', onclick: show };
  return el('button.picture', way, image, unseen(' Enlarge'));
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

function spot({ lat, lon }) {
  const where = el('small', {}, `${lat.toFixed(4)}, ${lon.toFixed(4)}`);
  const words = el('span', {}, el('b', {}, cityAt(lat, lon) || 'Location'), where);
  return el('div.spot', {}, el('span.disc', {}, icon('pin')), words);
}

function keyboard(message, acts) {
  if (!message.keyboard?.length) return null;
  const rows = message.keyboard.map((row, r) =>
    el('div.row', {}, row.map((key, c) => keyOf(message, key, r, c, acts))));
  return el('div.keyboard', { role: 'group', 'aria-label': 'Buttons' }, rows);
}

function keyOf(message, key, row, column, acts) {
  const at = { 'data-key': `${row}.${column}`, 'data-style': key.style || null, dir: 'auto' };
  if (key.kind === 'url' && ownLink(key.url)) {
    return el('button.key', { ...at, type: 'button', onclick: () => acts.follow(key.url) }, key.text);
  }
  if (key.kind === 'url' && /^https?:/i.test(key.url || '')) {
    const away = { href: key.url, target: '_blank', rel: 'noopener noreferrer' };
    return el('a.key', { ...at, ...away }, key.text, icon('out'));
  }
  const copying = key.kind === 'copy';
  const press = (event) => acts.press(message, row, column, event.currentTarget);
  const onclick = copying ? () => acts.copied(key.copy ?? key.text) : press;
  const way = { type: 'button', disabled: Boolean(key.disabled), onclick };
  return el('button.key', { ...at, ...way }, key.text, copying && icon('copy'));
}

function reactions(message, acts) {
  if (!message.reactions?.length) return null;
  const pills = message.reactions.map(({ emoji, count, mine }) => {
    const onclick = () => acts.react(message, mine ? null : emoji);
    return el('button.reaction', { type: 'button', 'aria-pressed': String(mine), onclick }, `${emoji} ${count}`);
  });
  return el('div.reactions', { role: 'group', 'aria-label': 'Reactions' }, pills);
}

/** There on hover and focus only, so that a new message is announced without them. */
function tools(message, me, acts) {
  const name = nameOf(message, me);
  const tool = (title, label, onclick, sign) =>
    el('button.round', { type: 'button', title, 'aria-label': `${label} ${name}`, onclick }, icon(sign));
  const pick = (emoji) => {
    open(false);
    acts.react(message, emoji);
  };
  const choices = el('div.choices', { role: 'group', 'aria-label': 'React', hidden: true }, REACTIONS.map((emoji) =>
    el('button', { type: 'button', 'aria-label': `React ${emoji}`, onclick: () => pick(emoji) }, emoji)));
  const react = tool('React', 'React to', () => open(choices.hidden), 'smile');
  const box = el('div.tools', {}, tool('Reply (R)', 'Reply to', () => acts.reply(message), 'reply'), react, choices);

  function open(wanted) {
    choices.hidden = !wanted;
    react.setAttribute('aria-expanded', String(wanted));
    if (wanted) choices.firstChild.focus();
    else if (box.contains(document.activeElement)) react.focus();
  }
  react.setAttribute('aria-expanded', 'false');
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || choices.hidden) return;
    event.stopPropagation();
    open(false);
  });
  box.addEventListener('focusout', (event) => {
    if (!box.contains(event.relatedTarget)) choices.hidden = true;
  });
  return box;
}
