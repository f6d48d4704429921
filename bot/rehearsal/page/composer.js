/** Writing: words with a draft for each chat, files by button, drag or paste, and a reply to a message. */

import { close as closeCommands, commandKey, narrow } from './commands.js';
import { byId, el, icon } from './element.js';
import { bytes, gist } from './message.js';

const drafts = new Map(); // chat id → { text, files, reply }
let chat = null;
let files = [];
let reply = null;
let deeds = {};

/** `deeds`: `send(text, replyTo)`, `upload(file, caption)`, `back()` for the arrow up out of empty words. */
export function startComposer(given) {
  deeds = given;
  const write = byId('write');
  write.addEventListener('input', () => {
    fit();
    narrow(write.value);
  });
  write.addEventListener('keydown', onKey);
  byId('composer').addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
  });
  byId('attach').addEventListener('click', () => byId('file').click());
  byId('file').addEventListener('change', () => {
    addFiles(byId('file').files);
    byId('file').value = '';
  });
  write.addEventListener('paste', (event) => {
    if (!event.clipboardData.files.length) return;
    event.preventDefault();
    addFiles(event.clipboardData.files);
  });
  document.addEventListener('keydown', typeAnywhere);
  startDrop();
}

/** Typing with the focus nowhere goes into the words. */
function typeAnywhere(event) {
  const typed = event.key.length === 1 && event.key !== ' ';
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
  if (typed && plain && event.target === document.body) byId('write').focus();
}

/** Turn to a chat: its own half-written words come back. */
export function composeFor(next) {
  if (next === chat) return;
  if (chat !== null) drafts.set(chat, { text: byId('write').value, files, reply });
  const draft = drafts.get(next) ?? { text: '', files: [], reply: null };
  chat = next;
  byId('write').value = draft.text;
  files = draft.files;
  reply = draft.reply;
  closeCommands();
  fit();
  showFiles();
  showReply();
}

/** Forget every draft: another person sits down. */
export function forgetDrafts() {
  composeFor(null);
  drafts.clear();
}

/** Answer this message; null answers none. */
export function replyTo(message) {
  reply = message;
  showReply();
  byId('write').focus();
}

/** Put back words that did not arrive, before what was written since. */
export function giveBack(to, text) {
  if (to === chat) {
    byId('write').value = [text, byId('write').value].filter(Boolean).join('\n');
    fit();
  } else drafts.set(to, { files: [], reply: null, ...drafts.get(to), text });
}

function onKey(event) {
  if (commandKey(event)) return;
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    submit();
  } else if (event.key === 'Escape' && reply) {
    replyTo(null);
  } else if (event.key === 'ArrowUp' && !byId('write').value) {
    event.preventDefault();
    deeds.back();
  }
}

function submit() {
  const text = byId('write').value.trim();
  if (!text && !files.length) return;
  const [to, sending, answered] = [chat, files, reply];
  byId('write').value = '';
  files = [];
  reply = null;
  closeCommands();
  fit();
  showFiles();
  showReply();
  if (sending.length) sending.forEach((file, at) => deeds.upload(to, file, at ? '' : text));
  else deeds.send(to, text, answered?.id ?? null);
}

/** As tall as its words, up to a third of the window; CSS bounds it. */
function fit() {
  const write = byId('write');
  write.style.height = 'auto';
  write.style.height = `${write.scrollHeight}px`;
  byId('composer').toggleAttribute('data-ready', Boolean(write.value.trim() || files.length));
}

function addFiles(list) {
  files = [...files, ...list];
  showFiles();
  fit();
  byId('write').focus();
}

function showFiles() {
  byId('files').hidden = !files.length;
  byId('files').replaceChildren(...files.map(waiting));
}

function waiting(file) {
  const name = [icon('file'), el('b', { dir: 'auto' }, file.name), el('small', {}, bytes(file.size))];
  return el('li', {}, name, cross(`Do not send ${file.name}`, () => removeFile(file)));
}

function cross(name, onclick) {
  return el('button.round', { type: 'button', title: name, 'aria-label': name, onclick }, icon('close'));
}

function removeFile(file) {
  files = files.filter((other) => other !== file);
  showFiles();
  fit();
  byId('write').focus();
}

function showReply() {
  const box = byId('replying');
  box.hidden = !reply;
  if (!reply) return box.replaceChildren();
  const words = [el('b', { dir: 'auto' }, `Reply to ${reply.from.name}`), el('span', { dir: 'auto' }, gist(reply))];
  return box.replaceChildren(icon('reply'), el('p', {}, words), cross('Cancel the reply', () => replyTo(null)));
}

function startDrop() {
  const room = document.querySelector('.room');
  const holds = (event) => [...(event.dataTransfer?.types ?? [])].includes('Files');
  const shade = (on) => { byId('drop').hidden = !on; };
  room.addEventListener('dragover', (event) => {
    if (!holds(event)) return;
    event.preventDefault();
    shade(true);
  });
  room.addEventListener('dragleave', (event) => {
    if (!room.contains(event.relatedTarget)) shade(false);
  });
  room.addEventListener('drop', (event) => {
    shade(false);
    if (!holds(event)) return;
    event.preventDefault();
    addFiles(event.dataTransfer.files);
  });
}
