/** From a message's HTML to nodes, by allow-list: the room cleans it already, the page trusts nobody. */

import { el } from './element.js';

const KEPT = {
  b: 'b', strong: 'b', i: 'i', em: 'i', u: 'u', ins: 'u', s: 's', strike: 's', del: 's',
  code: 'code', pre: 'pre', br: 'br',
};
const DROPPED = new Set([
  'script', 'style', 'template', 'iframe', 'object', 'embed', 'svg', 'math', 'noscript', 'title',
  'textarea', 'select',
]);
const SAFE_LINK = /^(https?:|mailto:|tel:)/i;
const LINKED = /(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])|(?<=^|[\s(])\/[a-z][a-z0-9_]{0,31}(?![\w/])/gi;
const LONG_QUOTE = 240; // characters from which an expandable quote starts folded

/** A fragment of allowed elements; `command(text)` is called when a "/word" in it is chosen. */
export function clean(html, command) {
  const source = new DOMParser().parseFromString(html, 'text/html');
  const fragment = document.createDocumentFragment();
  fragment.append(...children(source.body, { command, link: true }));
  return fragment;
}

/** The same as plain text, for previews and labels. */
export function plain(html) {
  const holder = el('div');
  holder.append(clean(html, null));
  return holder.textContent;
}

function children(node, how) {
  return [...node.childNodes].flatMap((child) => copy(child, how));
}

function copy(node, how) {
  if (node.nodeType === Node.TEXT_NODE) return how.link ? linked(node.data, how.command) : [node.data];
  if (node.nodeType !== Node.ELEMENT_NODE) return [];
  const tag = node.localName;
  if (DROPPED.has(tag)) return [];
  const link = how.link && tag !== 'code' && tag !== 'pre';
  if (KEPT[tag]) return [el(KEPT[tag], {}, children(node, { ...how, link }))];
  if (tag === 'blockquote') return [quote(node, how)];
  if (tag === 'a') return [anchor(node, how)];
  if (tag === 'tg-spoiler' || (tag === 'span' && /spoiler/.test(node.className))) return [spoiler(node, how)];
  return children(node, how);
}

function anchor(node, how) {
  const inside = children(node, { ...how, link: false });
  const href = node.getAttribute('href') || '';
  return SAFE_LINK.test(href) ? outward(href, inside) : el('span.mention', {}, inside);
}

function outward(href, inside) {
  return el('a', { href, target: '_blank', rel: 'noopener noreferrer' }, inside);
}

function quote(node, how) {
  const block = el('blockquote', {}, children(node, how));
  if (!node.hasAttribute('expandable') || block.textContent.length < LONG_QUOTE) return block;
  const more = el('button.more', { type: 'button', 'aria-expanded': 'false' }, 'Show more');
  more.addEventListener('click', () => {
    const open = block.classList.toggle('folded') === false;
    more.setAttribute('aria-expanded', String(open));
    more.textContent = open ? 'Show less' : 'Show more';
  });
  block.classList.add('folded');
  block.append(more);
  return block;
}

/** Hidden until chosen; a screen reader hears the button's name, not the secret. */
function spoiler(node, how) {
  const secret = el('span', { 'aria-hidden': 'true' }, children(node, { ...how, link: false }));
  const cover = el('span.spoiler', { role: 'button', tabindex: '0', 'aria-label': 'Show hidden text' }, secret);
  const reveal = (event) => {
    if (event.type === 'keydown' && event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    event.stopPropagation();
    secret.removeAttribute('aria-hidden');
    cover.replaceWith(secret);
  };
  cover.addEventListener('click', reveal);
  cover.addEventListener('keydown', reveal);
  return cover;
}

/** Text with its web addresses and "/commands" made choosable. */
function linked(text, command) {
  const parts = [];
  let from = 0;
  for (const found of text.matchAll(LINKED)) {
    const [word, address] = found;
    const choice = address ? outward(address, address) : commandButton(word, command);
    parts.push(text.slice(from, found.index), choice);
    from = found.index + found[0].length;
  }
  parts.push(text.slice(from));
  return parts.filter(Boolean);
}

function commandButton(text, command) {
  if (!command) return text;
  return el('button.command', { type: 'button', onclick: () => command(text) }, text);
}
