() => {
  const bag = new DataTransfer();
  bag.items.add(new File(['x'], 'run.fit'));
  const options = { dataTransfer: bag, bubbles: true, cancelable: true };
  const room = document.querySelector('.room');
  for (const kind of ['dragover', 'drop']) room.dispatchEvent(new DragEvent(kind, options));
}
