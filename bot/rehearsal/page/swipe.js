/** Drag a message to the left with a finger to reply to it. */

const ENOUGH = 56; // px
const FURTHEST = 76;

/** Watch the messages within `list`; `reply(article)` when one was dragged far enough. */
export function swipeable(list, reply) {
  let drag = null;
  list.addEventListener('pointerdown', (event) => {
    const node = event.target.closest('.message');
    if (event.pointerType === 'mouse' || !node || node.classList.contains('service')) return;
    drag = { node, id: event.pointerId, x: event.clientX, y: event.clientY, by: 0 };
  });
  list.addEventListener('pointermove', (event) => {
    if (event.pointerId !== drag?.id) return;
    const across = drag.x - event.clientX;
    if (across < 10 || across < Math.abs(drag.y - event.clientY)) return;
    drag.by = Math.min(across, FURTHEST);
    drag.node.style.translate = `${-drag.by}px 0`;
    drag.node.classList.toggle('far', drag.by >= ENOUGH);
  });
  const end = (event) => {
    if (event.pointerId !== drag?.id) return;
    const { node, by } = drag;
    drag = null;
    node.style.translate = '';
    node.classList.remove('far');
    if (by) swallowClick(node);
    if (by >= ENOUGH && event.type === 'pointerup') reply(node);
  };
  list.addEventListener('pointerup', end);
  list.addEventListener('pointercancel', end);
}

/** The click that a browser makes of the drag's end is not meant for the button under it. */
function swallowClick(node) {
  const stop = (event) => {
    event.stopPropagation();
    event.preventDefault();
  };
  node.addEventListener('click', stop, { capture: true, once: true });
  setTimeout(() => node.removeEventListener('click', stop, { capture: true }), 50);
}
