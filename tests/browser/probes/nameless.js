// the controls that a screen reader could not name
() => [...document.querySelectorAll('a, button, input, select, textarea, dialog, [role]')]
  .filter((node) => !node.getAttribute('aria-hidden'))
  .filter((node) => !['status', 'alert'].includes(node.getAttribute('role')))
  .filter((node) => !(node.getAttribute('aria-label')
    || document.getElementById(node.getAttribute('aria-labelledby'))
    || [...(node.labels || [])].some((label) => label.textContent.trim())
    || node.textContent.trim()
    || node.querySelector('img')?.alt))
  .map((node) => node.outerHTML.slice(0, 120))
