// Only in a page on its way to PDF: the largest scale at which each map stays on one A3 poster.
(() => {
  const d = document, MM = 96 / 25.4, WIDE = 400 * MM, HIGH = 276 * MM;
  const steps = ['fit-95', 'fit-90', 'fit-85', 'fit-80', 'fit-75', 'fit-70'];
  const printed = [...d.styleSheets].flatMap(s => [...s.cssRules]).filter(r => r.media && r.media.mediaText === 'print');
  const height = el => el ? el.getBoundingClientRect().height : 0;
  const fits = poster => {
    const boxes = [...poster.querySelectorAll('.mapbox')];
    if (boxes.length > 1) return boxes.every(box => height(box) < HIGH);
    return height(poster.querySelector('.hero')) + height(poster.querySelector('.mapsec')) + 3 * MM < HIGH;
  };
  for (const rule of printed) rule.media.mediaText = 'all';  // measured as it will be printed
  d.body.style.width = WIDE + 'px';
  for (const poster of d.querySelectorAll('.paper-a3')) {
    for (const step of steps) {
      if (fits(poster)) break;
      poster.classList.remove(...steps);
      poster.classList.add(step);
    }
    if (!fits(poster)) poster.classList.remove(...steps);  // lanes break between pages, at full size
  }
  d.body.style.width = '';
  for (const rule of printed) rule.media.mediaText = 'print';
})();
