/** The page's only way to the room: questions, deeds, and the long-polled stream of events. */

const POLL_LIMIT = 40_000; // ms; the room answers within 25 s, so beyond this the line is dead
const FIRST_WAIT = 400;
const LONGEST_WAIT = 6_000;

/** GET JSON; throws an Error whose message can be shown, with the HTTP status if there was an answer. */
async function get(path, query, signal) {
  const known = Object.entries(query).filter(([, value]) => value !== null && value !== undefined);
  return read(await fetch(`${path}?${new URLSearchParams(known)}`, { signal, cache: 'no-store' }));
}

async function read(response) {
  const body = await response.json().catch(() => ({}));
  if (response.ok) return body;
  const fault = new Error(body.error || `The room answered ${response.status}.`);
  throw Object.assign(fault, { status: response.status });
}

/** Everything around the messages, as one person sees it; `as` null asks for the first person. */
export const askState = (as) => get('/room/state', { as });

/** At most 100 messages of a chat, oldest first, before a message id if one is given. */
export async function askMessages(as, chat, before = null) {
  return (await get('/room/messages', { as, chat, before })).messages;
}

/** POST a deed: send, press, location, react, read, advance. */
export async function tell(deed, body) {
  const response = await fetch(`/room/${deed}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return read(response);
}

/** POST one file with its caption. */
export async function upload(as, chat, caption, file) {
  const form = new FormData();
  form.append('as', as);
  form.append('chat', chat);
  form.append('caption', caption);
  form.append('file', file, file.name);
  return read(await fetch('/room/upload', { method: 'POST', body: form }));
}

/**
 * Follow one person's events from number `after` until `signal` aborts.
 * `take(events)` gets them in order; `lost()` is called when the line breaks, with growing pauses
 * between attempts; `resync()` reads everything anew, whenever events may have been missed, and
 * returns the number to go on from.
 */
export async function follow({ as, after, signal, take, lost, resync }) {
  let last = after;
  let sure = true;
  let wait = 0;
  while (!signal.aborted) {
    try {
      if (!sure) last = await resync();
      const page = await get('/room/events', { as, after: last }, eitherOf(signal));
      sure = !page.missed && page.last >= last;
      if (sure) {
        wait = 0;
        last = page.last;
        sure = taken(take, page.events);
        if (sure) continue;
      }
    } catch (fault) {
      if (signal.aborted) return;
      sure = false;
      lost(fault);
    }
    wait = Math.min(wait ? wait * 2 : FIRST_WAIT, LONGEST_WAIT);
    await pause(wait, signal);
  }
}

/** Whether the events were taken; a fault of the page itself is reported and mended by a resync. */
function taken(take, events) {
  try {
    take(events);
    return true;
  } catch (fault) {
    reportError(fault);
    return false;
  }
}

function eitherOf(signal) {
  return AbortSignal.any([signal, AbortSignal.timeout(POLL_LIMIT)]);
}

/** Wait `ms`, less when the network or the reader comes back. */
function pause(ms, signal) {
  return new Promise((resolve) => {
    const done = new AbortController();
    const end = () => {
      clearTimeout(timer);
      done.abort();
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end, { signal: done.signal });
    window.addEventListener('online', end, { signal: done.signal });
    document.addEventListener('visibilitychange', end, { signal: done.signal });
  });
}
