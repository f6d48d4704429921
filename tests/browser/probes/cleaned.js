// what the page's sanitizer makes of HTML
async (html) => {
  const { clean } = await import('/page/clean.js');
  const box = document.createElement('div');
  box.append(clean(html, null));
  return box.innerHTML;
}
