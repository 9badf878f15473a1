/* The preview is the same post, of whose answer one section is taken; without an answer the plain post goes. */
(() => {
  'use strict';

  const form = document.querySelector('form#reageren[data-reactie]');
  const preview = form?.querySelector('button[name=Voorbeeld]');
  if (!preview) {
    return;
  }

  let isPlain = false;
  let isBusy = false;

  function read(markup) {
    // One for all scripts: its name may be used once.
    const own = { createHTML: (text) => text };
    window.eigenPagina ??= window.trustedTypes?.createPolicy('bijgespijkerd', own) ?? own;
    return new DOMParser().parseFromString(window.eigenPagina.createHTML(markup), 'text/html');
  }

  async function fetchPreview() {
    try {
      const answered = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form, preview)) });
      return answered.ok ? read(await answered.text()).querySelector('#voorbeeld') : null;
    } catch {
      return null;
    }
  }

  function show(section) {
    document.querySelector('#voorbeeld')?.remove();
    form.querySelector('.is-draft')?.remove();
    form.elements.Body.closest('.field').before(section);
    section.focus();
    document.dispatchEvent(new CustomEvent('melding', { detail: section.querySelector('h3')?.textContent }));
  }

  form.addEventListener('submit', async (event) => {
    if (event.submitter !== preview || isPlain || event.defaultPrevented) {
      return;
    }

    event.preventDefault();
    if (isBusy) {
      return;
    }

    isBusy = true;
    preview.setAttribute('aria-disabled', 'true');
    const section = await fetchPreview();
    preview.removeAttribute('aria-disabled');
    isBusy = false;
    if (section) {
      show(section);
    } else {
      isPlain = true;
      form.requestSubmit(preview);
    }
  });
})();
