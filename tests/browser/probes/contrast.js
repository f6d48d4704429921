// each visible text and the contrast to what it is painted on; grounds are laid over one another on a canvas
() => {
  const pen = Object.assign(document.createElement('canvas'), { width: 1, height: 1 })
    .getContext('2d', { willReadFrequently: true });
  const paint = (colours) => {
    for (const colour of colours) {
      pen.fillStyle = colour;
      pen.fillRect(0, 0, 1, 1);
    }
    return [...pen.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const linear = (part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  const light = (rgb) => rgb.map((part) => linear(part / 255))
    .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
  const grounds = (node) => (node ? [...grounds(node.parentElement), getComputedStyle(node).backgroundColor] : []);
  const hasText = (node) => [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim());
  return [...document.body.querySelectorAll('*')]
    .filter(hasText)
    .filter((node) => node.checkVisibility({ visibilityProperty: true }))
    .filter((node) => !node.closest('.unseen, .sprite, :disabled'))
    .map((node) => {
      const style = getComputedStyle(node);
      const under = grounds(node);
      const [one, other] = [light(paint(under)), light(paint([...under, style.color]))];
      const size = parseFloat(style.fontSize);
      return {
        text: node.textContent.trim().slice(0, 40),
        ratio: (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05),
        large: size >= 24 || (size >= 18.66 && style.fontWeight >= 700),
      };
    });
}
