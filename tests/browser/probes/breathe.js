/** Overflow that goes takes the view up with it, of itself; before anybody is told, the list grows. */
async () => {
  const box = document.getElementById('scroll');
  const space = document.getElementById('log').appendChild(document.createElement('div'));
  const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  space.style.cssText = 'height: 1px; transform: translateY(300px)';
  await drawn();
  box.scrollTop = box.scrollHeight;
  await drawn();
  await drawn();
  space.style.transform = '';
  await drawn();
  space.style.height = '900px';
  await drawn();
  await drawn();
}
