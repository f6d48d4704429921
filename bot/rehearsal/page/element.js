/** Elements without markup strings: whatever comes from a chat can only ever become text. */

const SVG = 'http://www.w3.org/2000/svg';

/** The element with this id. */
export const byId = (id) => document.getElementById(id);

/** Build `tag.class.class` with attributes (`on…` functions listen) and children; text stays text. */
export function el(spec, attributes = {}, ...children) {
  const [tag, ...classes] = spec.split('.');
  const node = document.createElement(tag);
  if (classes.length) node.className = classes.join(' ');
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, '');
    else if (value !== false && value !== null && value !== undefined) node.setAttribute(name, value);
  }
  node.append(...children.flat(2).filter((child) => child || child === 0));
  return node;
}

/** One of the icons drawn in index.html. */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(SVG, 'use');
  use.setAttribute('href', `#i-${name}`);
  svg.append(use);
  return svg;
}

/** Words that only a screen reader meets. */
export const unseen = (text) => el('span.unseen', {}, text);

/** The disc that stands for a chat: the coach's sign, or initials on one of seven colours, steady by id. */
export function paintFace(node, { id, title, type }) {
  const words = title.trim().split(/\s+/).filter(Boolean);
  const bot = type === 'private';
  const initials = words.slice(0, 2).map((word) => [...word][0]).join('').toUpperCase();
  node.textContent = bot ? '' : initials || '?';
  node.classList.toggle('coach', bot);
  node.dataset.hue = hue(id);
}

/** 0-6, steady by id. */
export const hue = (id) => Math.abs(Number(id) || 0) % 7;
