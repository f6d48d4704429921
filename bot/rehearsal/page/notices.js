/** What interrupts: toasts, alerts, the enlarged picture, and words for screen readers alone. */

import { byId, el } from './element.js';

const TOAST_TIME = 4_000;

/** A passing line at the foot; a long one stays longer. */
export function toast(text, kind = 'plain') {
  const line = el('p', { 'data-kind': kind, dir: 'auto' }, text);
  byId('toasts').append(line);
  setTimeout(() => line.remove(), TOAST_TIME + text.length * 40);
}

/** Tell screen readers alone. */
export function say(text) {
  byId('said').textContent = text;
}

const waiting = [];

/** A dialog to be confirmed; several wait for one another. */
export function alertOf(text) {
  waiting.push(text);
  if (!byId('alert').open) nextAlert();
}

function nextAlert() {
  if (!waiting.length) return;
  byId('alert-text').textContent = waiting.shift();
  byId('alert').showModal();
}

/** The picture as large as the window allows. */
export function enlarge(url, alt) {
  byId('viewer-image').src = url;
  byId('viewer-image').alt = alt;
  byId('viewer-save').href = url;
  byId('viewer').showModal();
}

/** Wire the dialogs once. */
export function startNotices() {
  byId('alert').addEventListener('close', nextAlert);
  byId('viewer').addEventListener('click', (event) => {
    if (!event.target.closest('a, button')) byId('viewer').close();
  });
}
