/** Light or dark: the system's choice until the reader makes one, which is remembered. */

import { byId } from './element.js';

const KEY = 'nextgear-look';
const system = matchMedia('(prefers-color-scheme: dark)');

/** Wire the switch in the bar. */
export function startLook() {
  const button = byId('look');
  const show = () => {
    const chosen = localStorage.getItem(KEY);
    const dark = chosen ? chosen === 'dark' : system.matches;
    if (chosen) document.documentElement.dataset.look = chosen;
    button.setAttribute('aria-label', 'Dark colours');
    button.setAttribute('aria-pressed', String(dark));
  };
  button.addEventListener('click', () => {
    localStorage.setItem(KEY, button.getAttribute('aria-pressed') === 'true' ? 'light' : 'dark');
    show();
  });
  system.addEventListener('change', show);
  show();
}
