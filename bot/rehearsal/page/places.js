/** Choosing a location: a few cities, or a latitude and a longitude. */

import { byId, el } from './element.js';

// city centres, rounded; spread over zones, both hemispheres and summer-time rules
const CITIES = [
  ['Berlin', 52.52, 13.405],
  ['Lisbon', 38.7223, -9.1393],
  ['London', 51.5074, -0.1278],
  ['Nairobi', -1.2864, 36.8172],
  ['New York', 40.7128, -74.006],
  ['São Paulo', -23.5505, -46.6333],
  ['Sydney', -33.8688, 151.2093],
  ['Tokyo', 35.6762, 139.6503],
];

/** The city within some fifteen kilometres, or nothing. */
export function cityAt(lat, lon) {
  const close = (one, other) => Math.abs(one - other) < 0.15;
  return CITIES.find(([, north, east]) => close(north, lat) && close(east, lon))?.[0];
}

/** The number a person typed, comma or point, within ±limit; null if it is none. */
function degrees(typed, limit) {
  const text = typed.trim().replace(',', '.');
  if (!/^[-+]?\d+(\.\d+)?$/.test(text)) return null;
  const value = Number(text);
  return Math.abs(value) <= limit ? value : null;
}

function refuse(field, words) {
  byId('places-fault').textContent = words;
  byId(field).focus();
}

/** Wire the dialog; returns `open(send)`, where `send(lat, lon)` is called once if a place was chosen. */
export function placeDialog() {
  const dialog = byId('places');
  let send = () => {};
  const choose = (lat, lon) => {
    dialog.close();
    send(lat, lon);
  };
  byId('cities').append(...CITIES.map(([name, lat, lon]) =>
    el('button', { type: 'button', onclick: () => choose(lat, lon) }, name)));
  byId('places-cancel').addEventListener('click', () => dialog.close());
  byId('places-form').addEventListener('submit', (event) => {
    event.preventDefault();
    const lat = degrees(byId('lat').value, 90);
    const lon = degrees(byId('lon').value, 180);
    if (lat === null) refuse('lat', 'Latitude is a number from -90 to 90.');
    else if (lon === null) refuse('lon', 'Longitude is a number from -180 to 180.');
    else choose(lat, lon);
  });
  return (whenChosen) => {
    send = whenChosen;
    byId('places-fault').textContent = '';
    dialog.showModal();
  };
}
