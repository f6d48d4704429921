/** The clock bar: the coach's time, and buttons that move it on, one after another. */

import { byId, el } from './element.js';
import { splitLocal } from './moment.js';
import { say, toast } from './notices.js';

// step, name, and the short name for a phone
const STEPS = [
  ['hour', '+1 hour', '+1 h'],
  ['evening', 'This evening', 'Evening'],
  ['tomorrow', 'Tomorrow 06:00', 'Tomorrow'],
  ['monday', 'Monday', 'Mon'],
];

const queue = [];
let advance = null;
let running = false;
let movedElsewhere = false;
let known = []; // the landmarks of the last state
let drawn = '';

/** `advance(step, landmark)` moves the clock and resolves with what it then says. */
export function startClock(given) {
  advance = given;
}

/** Show the time, and a button for each landmark still ahead (those last told, if none are). */
export function showClock(clock, landmarks = null) {
  const { day, year, time } = splitLocal(clock.local);
  byId('time').textContent = time;
  byId('time').dateTime = clock.now;
  byId('date').replaceChildren(day, el('span', {}, ` ${year}`));
  byId('zone').textContent = clock.zone;
  movedElsewhere = clock.moving;
  known = landmarks ?? known;
  showMoves(known.filter(({ at }) => Date.parse(at) > Date.parse(clock.now)));
  showProgress();
}

function showMoves(landmarks) {
  const key = JSON.stringify(landmarks);
  if (key === drawn) return;
  drawn = key;
  const { activeElement } = document;
  const focused = byId('moves').contains(activeElement) ? activeElement.dataset.move : null;
  const steps = STEPS.map(([step, long, short]) => move(step, long, short, () => enqueue(step)));
  const races = landmarks.map(({ key: name, label }) =>
    move(`landmark:${name}`, label, label, () => enqueue('landmark', name)));
  byId('moves').replaceChildren(...steps, ...(races.length ? races : [noRace()]));
  if (focused) byId('moves').querySelector(`[data-move="${CSS.escape(focused)}"]`)?.focus();
}

function move(name, long, short, onclick) {
  const words = [el('span.long', {}, long), el('span.short', {}, short)];
  return el('button', { type: 'button', 'data-move': name, 'aria-label': long, onclick }, words);
}

const noRace = () => el('button', { type: 'button', disabled: true, title: 'No race ahead yet' }, 'The race');

function enqueue(step, landmark) {
  queue.push({ step, landmark });
  showProgress();
  if (!running) work();
}

/** One move at a time: the next begins when the room has answered the last; a refusal empties the rest. */
async function work() {
  running = true;
  while (queue.length) {
    showProgress();
    try {
      await advance(queue[0]);
      queue.shift();
    } catch (fault) {
      queue.length = 0;
      toast(`The clock did not move: ${fault.message}`, 'fault');
    }
  }
  running = false;
  showProgress();
  say(`It is ${byId('date').textContent} ${byId('time').textContent}.`);
}

function showProgress() {
  const moving = running || movedElsewhere;
  const more = queue.length - 1;
  byId('progress').hidden = !moving;
  byId('time').toggleAttribute('data-moving', moving);
  const rest = more > 0 ? `, then ${more} more` : '';
  const words = moving ? `Moving${rest}` : '';
  if (byId('moving').textContent !== words) byId('moving').textContent = words;
}
