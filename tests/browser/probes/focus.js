// what has the focus, and whether a ring shows it: its own, or that of the field around it
() => {
  const node = document.activeElement;
  const ring = (one) => {
    const style = getComputedStyle(one);
    const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
    return outlined || style.boxShadow !== 'none';
  };
  return {
    name: node === document.body ? 'nothing' : node.getAttribute('aria-label') || node.id || node.textContent,
    seen: ring(node) || ring(node.closest('.field') || node),
  };
}
