/* Details of a chosen picture come beside the others without leaving the page; a text that is not saved is never left without asking. */
(() => {
  'use strict';

  const place = document.querySelector('.m-cols');
  if (!place) {
    return;
  }

  const { pagina } = document.currentScript.dataset;
  let isLeaving = false;
  const panel = () => place.querySelector(':scope > .panel');
  const isTouched = () => [...panel().querySelectorAll('textarea, input[type=checkbox]')]
    .some((field) => field.type === 'checkbox' ? field.checked !== field.defaultChecked : field.value !== field.defaultValue);

  const show = async (link) => {
    const { fetchPage } = await import(pagina);
    const page = await fetchPage(link.href, { headers: { Accept: 'text/html' }, redirect: 'error' });
    const told = page.querySelector('.m-cols > .panel');
    if (!told) {
      throw new Error(link.href);
    }

    panel().replaceWith(document.adoptNode(told));
    for (const other of place.querySelectorAll('.m-grid a')) {
      const isChosen = other === link;
      other.closest('li').classList.toggle('is-sel', isChosen);
      other.toggleAttribute('aria-current', isChosen);
      if (isChosen) {
        other.setAttribute('aria-current', 'true');
      }
    }

    history.pushState(null, '', link.href);
    panel().querySelector('h2').focus();
  };

  place.addEventListener('click', (event) => {
    const link = event.target.closest('.m-grid a');
    if (link && event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey && !isTouched()) {
      event.preventDefault();
      show(link).catch(() => location.assign(link.href));
    }
  });
  place.addEventListener('submit', () => { isLeaving = true; });
  addEventListener('pageshow', () => { isLeaving = false; });
  addEventListener('popstate', () => location.reload());
  addEventListener('beforeunload', (event) => !isLeaving && isTouched() && event.preventDefault());
})();
