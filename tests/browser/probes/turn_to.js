(top) => {
  const box = document.getElementById('scroll');
  box.dispatchEvent(new WheelEvent('wheel'));
  box.scrollTop = top;
}
