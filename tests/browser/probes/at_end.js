() => {
  const box = document.getElementById('scroll');
  return box.scrollHeight - box.scrollTop - box.clientHeight < 2;
}
