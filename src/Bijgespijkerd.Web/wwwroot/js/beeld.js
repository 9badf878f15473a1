/* What gets the keyboard is shown whole: browsers are content with a text field's caret, or with a strip of a row that scrolls sideways. */
(() => {
  'use strict';

  let isPointed = false;
  addEventListener('pointerdown', () => { isPointed = true; }, true);
  addEventListener('keydown', () => { isPointed = false; }, true);
  document.addEventListener('focusin', (event) => {
    if (!isPointed && event.target.matches('a, button, input, select, textarea, summary')) {
      (event.target.closest('.m-grid li') ?? event.target).scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
    }
  });
})();
