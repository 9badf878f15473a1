/* Before the list of the queue runs out the next page of it is there. */
(() => {
  'use strict';

  const queue = document.querySelector('form[data-wachtrij]');
  const list = queue?.querySelector('.q-list');
  if (!list) {
    return;
  }

  const { pagina } = document.currentScript.dataset;
  const few = 10;
  let isFilling = false;

  function append(page, more) {
    for (const item of page.querySelectorAll('.q-list > .q')) {
      if (!document.getElementById(item.id)) {
        list.append(item);
      }
    }

    const after = page.querySelector('.pager a[rel=next]');
    if (after) {
      more.href = after.href;
    } else {
      more.closest('.pager').remove();
    }
  }

  queue.addEventListener('korter', async () => {
    const more = document.querySelector('.pager a[rel=next]');
    if (!more || isFilling || list.querySelectorAll('.q:not([hidden])').length > few) {
      return;
    }

    isFilling = true;
    try {
      const { fetchPage } = await import(pagina);
      append(await fetchPage(more.href), more);
      queue.dispatchEvent(new CustomEvent('langer'));
    } catch { /* the link is still there */ }

    isFilling = false;
  });
})();
