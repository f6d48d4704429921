/** The command menu: opened by its button or by "/", narrowed while typing, walked by arrows. */

import { byId, el } from './element.js';
import { say } from './notices.js';

let all = [];
let shown = [];
let active = 0;
let choose = () => {};

/** Wire the button; `given(text)` sends a chosen command. */
export function startCommands(given) {
  choose = given;
  byId('menu').addEventListener('click', () => {
    if (isOpen()) close();
    else open(all);
    byId('write').focus();
  });
  document.addEventListener('pointerdown', (event) => {
    if (isOpen() && !event.target.closest('.composer')) close();
  });
}

/** What the bot offers: [{command, description}]. */
export function setCommands(commands) {
  all = commands;
  byId('menu').hidden = !commands.length;
}

/** Follow the words being typed. */
export function narrow(text) {
  const begun = /^\/(\w*)$/.exec(text);
  const fitting = begun ? all.filter(({ command }) => command.startsWith(begun[1].toLowerCase())) : [];
  if (fitting.length) open(fitting);
  else close();
}

/** Take a key if the menu is open and has a use for it. */
export function commandKey(event) {
  if (!isOpen() || event.isComposing) return false;
  const steps = { ArrowDown: 1, ArrowUp: -1 };
  if (event.key in steps) mark((active + steps[event.key] + shown.length) % shown.length);
  else if (event.key === 'Home') mark(0);
  else if (event.key === 'End') mark(shown.length - 1);
  else if (event.key === 'Enter' && !event.shiftKey) pick(active);
  else if (event.key === 'Tab' && !event.shiftKey) complete();
  else if (event.key === 'Escape') close();
  else return false;
  event.preventDefault();
  return true;
}

const isOpen = () => !byId('commands').hidden;

function open(commands) {
  const again = isOpen() && commands.length === shown.length;
  shown = commands;
  byId('commands').replaceChildren(...commands.map(option));
  byId('commands').hidden = false;
  byId('menu').setAttribute('aria-expanded', 'true');
  mark(0);
  if (!again) say(commands.length === 1 ? '1 command' : `${commands.length} commands`);
}

/** Fold the menu away. */
export function close() {
  byId('commands').hidden = true;
  byId('menu').setAttribute('aria-expanded', 'false');
  byId('write').removeAttribute('aria-activedescendant');
}

function option({ command, description }, index) {
  return el(
    'li',
    {
      id: `command-${index}`,
      role: 'option',
      onpointerdown: (event) => event.preventDefault(), // the words keep the focus
      onclick: () => pick(index),
    },
    el('b', {}, `/${command}`),
    el('span', { dir: 'auto' }, description),
  );
}

function mark(index) {
  active = index;
  [...byId('commands').children].forEach((node, at) => node.setAttribute('aria-selected', String(at === index)));
  byId('commands').children[index].scrollIntoView({ block: 'nearest' });
  byId('write').setAttribute('aria-activedescendant', `command-${index}`);
}

function pick(index) {
  const text = `/${shown[index].command}`;
  close();
  choose(text);
}

function complete() {
  byId('write').value = `/${shown[active].command} `;
  close();
}
