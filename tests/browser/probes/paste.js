() => {
  const bag = new DataTransfer();
  bag.items.add(new File(['x'], 'run.fit'));
  const options = { clipboardData: bag, bubbles: true, cancelable: true };
  document.getElementById('write').dispatchEvent(new ClipboardEvent('paste', options));
}
