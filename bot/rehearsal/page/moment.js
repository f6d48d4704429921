/** Instants in the words of the coach's zone. */

let zone = 'UTC';
const formats = new Map(); // building one costs far more than using it

/** Set the zone that every later call speaks in; an unknown one leaves UTC. */
export function setZone(name) {
  formats.clear();
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: name });
    zone = name;
  } catch {
    zone = 'UTC';
  }
}

function format(iso, options, locale = 'en-GB') {
  const key = locale + JSON.stringify(options);
  const made = formats.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone: zone, ...options });
  formats.set(key, made);
  return made.format(new Date(iso));
}

/** "06:00" */
export const timeOf = (iso) => format(iso, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** "2026-11-26": equal for instants of one local day. */
export const dayKey = (iso) => format(iso, { year: 'numeric', month: '2-digit', day: '2-digit' }, 'en-CA');

/** "Thursday 26 November" */
export const dayName = (iso) => format(iso, { weekday: 'long', day: 'numeric', month: 'long' });

/** "06:00" today, "Mon" within the week, "26 Nov" before. */
export function shortly(iso, now) {
  if (dayKey(iso) === dayKey(now)) return timeOf(iso);
  const days = (Date.parse(dayKey(now)) - Date.parse(dayKey(iso))) / 86_400_000;
  const lately = days > 0 && days < 7;
  return format(iso, lately ? { weekday: 'short' } : { day: 'numeric', month: 'short' });
}

/** "Thu 26 Nov 2026 18:30" → its day, year and time; any other words are all time. */
export function splitLocal(local) {
  const [, day = '', year = '', time = local] = /^(.*?)(?: (\d{4}))? (\d{1,2}:\d{2}.*)$/.exec(local) ?? [];
  return { day, year, time };
}
