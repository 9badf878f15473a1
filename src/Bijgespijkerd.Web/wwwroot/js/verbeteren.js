/* A field that failed is looked at again when it is left; no room closes while a button is pressed, or the press would miss it. */
for (const field of document.querySelectorAll('form#reageren [aria-invalid=true]')) {
  const wrong = field.defaultValue;
  const described = field.getAttribute('aria-describedby') ?? '';
  const message = document.getElementById(`${field.id}-fout`);
  field.addEventListener('focusout', (event) => {
    const isMended = field.value !== wrong && (!field.required || !!field.value.trim()) && (field.type !== 'email' || field.validity.valid);
    field.setAttribute('aria-invalid', String(!isMended));
    field.setAttribute('aria-describedby', isMended ? described.replace(`${field.id}-fout`, '').trim() : described);
    if (message) {
      message.classList.toggle('is-mended', isMended);
      // Once closed it stays closed: the error is told by the field itself, and nothing moves any more.
      message.hidden ||= isMended && !!event.relatedTarget?.matches('input, textarea');
    }
  });
}
