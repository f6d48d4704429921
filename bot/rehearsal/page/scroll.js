/** The reader's place in the messages: at the end and staying there, or further up and left alone. */

import { byId } from './element.js';

const NEAR = 48; // px from the end that still count as "at the end"
const HAND = 600; // ms for which the view moves on after a wheel, a finger or a key
const TOP = 240; // px from the top at which earlier messages are fetched

export const calm = matchMedia('(prefers-reduced-motion: reduce)');

let atEnd = true;
let lastTop = 0; // where the view last was, to tell the reader's scrolling up from the list's growing
let lastHeight = 0; // and how long the list was: one that shrinks moves the view by itself
let lastHand = -HAND; // when the reader last had a hand on it
let below = 0;
let hooks = {};

/** `hooks`: `seen()` the end is in view, `nearTop()` the beginning is. */
export function startScroll(given) {
  hooks = given;
  byId('scroll').addEventListener('scroll', onScroll, { passive: true });
  for (const kind of ['wheel', 'touchmove', 'pointerdown', 'keydown']) {
    byId('scroll').addEventListener(kind, ({ timeStamp }) => { lastHand = timeStamp; }, { passive: true });
  }
  byId('latest').addEventListener('click', () => toEnd(true));
  document.addEventListener('visibilitychange', look);
  const size = new ResizeObserver(onSize);
  for (const id of ['log', 'scroll', 'typing']) size.observe(byId(id));
}

/** Is the reader looking at the newest message? */
export const isRead = () => atEnd && !document.hidden;

/** Change the list while what the reader looks at stays where it is. */
export function keepPlace(change) {
  const scroll = byId('scroll');
  const top = scroll.getBoundingClientRect().top;
  const visible = (node) => node.getBoundingClientRect().bottom > top;
  const anchor = atEnd ? null : [...byId('log').children].find(visible);
  const was = anchor?.getBoundingClientRect().top;
  change();
  if (atEnd) toEnd();
  else if (anchor?.isConnected) scroll.scrollTop += anchor.getBoundingClientRect().top - was;
}

/** Go to the newest message and stay with what comes. */
export function toEnd(smooth = false) {
  atEnd ||= !smooth;
  const scroll = byId('scroll');
  scroll.scrollTo({ top: scroll.scrollHeight, behavior: smooth && !calm.matches ? 'smooth' : 'instant' });
  lastTop = scroll.scrollTop;
  lastHeight = scroll.scrollHeight;
}

/** Bring a line to the upper part of the view; one that cannot get there leaves the end in view. */
export function toLine(node) {
  const scroll = byId('scroll');
  scroll.scrollTop += node.getBoundingClientRect().top - scroll.getBoundingClientRect().top - 56;
  onScroll();
}

/** Is any of it in view? */
export function inView(node) {
  const box = node.getBoundingClientRect();
  const frame = byId('scroll').getBoundingClientRect();
  return box.bottom > frame.top && box.top < frame.bottom;
}

/** One more message below that was not seen. */
export const countBelow = () => { below += 1; };

/** Tell the room that the end was seen, or the reader that there is more below. */
export function look() {
  if (isRead()) {
    below = 0;
    hooks.seen();
  }
  byId('latest').hidden = atEnd;
  byId('below').textContent = below || '';
  const more = below ? `, ${below} new` : '';
  byId('latest').setAttribute('aria-label', `To the latest message${more}`);
}

function onSize() {
  if (atEnd) toEnd();
  lastHeight = byId('scroll').scrollHeight;
}

function onScroll() {
  const byHand = performance.now() - lastHand < HAND;
  const scroll = byId('scroll');
  const near = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < NEAR;
  const moved = byHand || scroll.scrollHeight === lastHeight;
  if (near || (moved && scroll.scrollTop < lastTop)) atEnd = near;
  lastTop = scroll.scrollTop;
  if (scroll.scrollTop < TOP) hooks.nearTop();
  look();
}
