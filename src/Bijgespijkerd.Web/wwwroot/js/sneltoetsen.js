/* Whether the letters of the queue work, kept on this device. */
(() => {
  'use strict';

  const queue = document.querySelector('form[data-wachtrij]');
  const toggle = queue?.querySelector('[data-schakel]');
  if (!toggle) {
    return;
  }

  const setting = 'sneltoetsen';
  let areOff = false;
  try { areOff = localStorage.getItem(setting) === 'uit'; } catch { /* storage is off: then they are on */ }

  function show() {
    toggle.textContent = areOff ? toggle.dataset.aan : toggle.dataset.uit;
    queue.classList.toggle('is-zonder', areOff);
  }

  toggle.addEventListener('click', () => {
    areOff = !areOff;
    try { localStorage.setItem(setting, areOff ? 'uit' : 'aan'); } catch { /* until the next page */ }
    show();
  });
  toggle.closest('.keys').hidden = false;
  show();
})();
