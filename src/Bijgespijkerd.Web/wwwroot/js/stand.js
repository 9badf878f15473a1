/* The number of comments that wait, in the panel's menu, kept right while the page is looked at. */
(() => {
  'use strict';

  const menu = document.querySelector('[data-stand]');
  const link = menu?.querySelector('a[href^="/beheer/reacties"]');
  if (!link) {
    return;
  }

  const often = 30_000;
  let pause = often;
  let timer = 0;

  function show(number) {
    let count = link.querySelector('.count');
    if (!number) {
      count?.remove();
      return;
    }

    if (!count) {
      const words = document.createElement('span');
      words.className = 'vh';
      words.textContent = ` ${menu.dataset.stand}`;
      count = document.createElement('span');
      count.className = 'count';
      count.append('', words);
      link.append(count);
    }

    const text = number.toLocaleString('nl-NL');
    if (count.firstChild.data !== text) {
      count.firstChild.data = text;
    }
  }

  async function ask() {
    try {
      const answer = await fetch('/beheer/reacties/stand');
      if (answer.ok) {
        show((await answer.json()).wachten);
      }

      pause = answer.ok ? often : Math.min(pause * 2, often * 10);
    } catch {
      pause = Math.min(pause * 2, often * 10);
    }

    wait();
  }

  function wait() {
    clearTimeout(timer);
    if (!document.hidden) {
      timer = setTimeout(ask, pause);
    }
  }

  document.addEventListener('visibilitychange', () => (document.hidden ? clearTimeout(timer) : ask()));
  wait();
})();
