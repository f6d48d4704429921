// what can be touched and is smaller than a fingertip
(least) => [...document.querySelectorAll('button, a, select')]
  .filter((node) => node.checkVisibility({ visibilityProperty: true }) && !node.closest('.skip'))
  .filter((node) => {
    const { width, height } = node.getBoundingClientRect();
    return width < least || height < least;
  })
  .map((node) => node.outerHTML.slice(0, 80))
