// what is wider inside than it is, and would have to be scrolled sideways
() => [...document.querySelectorAll('.bubble, .scroll, .chat, body, html')]
  .filter((node) => node.scrollWidth > node.clientWidth + 1)
  .map((node) => node.className || node.localName)
