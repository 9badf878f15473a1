/* Says how many rows of a list are chosen; the buttons beside it act on those. */
(() => {
  'use strict';

  for (const place of document.querySelectorAll('[data-gekozen]')) {
    const form = place.closest('form');
    const tell = () => {
      const number = form.querySelectorAll('input[type=checkbox]:checked').length;
      place.textContent = number ? place.dataset.aantal.replace('{0}', number) : place.dataset.geen;
    };
    form.addEventListener('change', tell);
    addEventListener('pageshow', tell);
    tell();
  }
})();
