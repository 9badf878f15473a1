/* The preview is the same post, of whose answer one section is taken. */
let isBusy = false;

export async function showPreview(form, button, fetchPage) {
  if (isBusy) {
    return;
  }

  isBusy = true;
  button.setAttribute('aria-disabled', 'true');
  try {
    const page = await fetchPage(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form, button)) });
    const section = page.querySelector('#voorbeeld');
    const heading = section.querySelector('h3').textContent;
    document.querySelector('#voorbeeld')?.remove();
    form.querySelector('.is-draft')?.remove();
    form.elements.Body.closest('.field').before(section);
    section.focus();
    document.dispatchEvent(new CustomEvent('melding', { detail: heading }));
  } finally {
    button.removeAttribute('aria-disabled');
    isBusy = false;
  }
}
