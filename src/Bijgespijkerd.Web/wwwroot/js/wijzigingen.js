/* Says how many fields of a form differ from what is stored, and asks before they are left behind. */
(() => {
  'use strict';

  const place = document.querySelector('[data-wijzigingen]');
  const form = place?.closest('form');
  if (!form) {
    return;
  }

  let isLeaving = false;
  const now = (name) => {
    const fields = [...form.querySelectorAll('input, select, textarea')].filter((field) => field.name === name);
    const [first] = fields;
    switch (first?.type) {
      case 'radio': return fields.find((field) => field.checked)?.value ?? '';
      case 'checkbox': return String(first.checked);
      default: return (first?.value ?? '').trim();
    }
  };
  const changes = () => [...form.querySelectorAll('input[type=hidden][name^="was-"]')].filter((was) => now(was.name.slice('was-'.length)) !== was.value).length;
  const tell = () => {
    const number = changes();
    const text = number === 0 ? '' : number === 1 ? place.dataset.een : place.dataset.meer.replace('{0}', number);
    if (place.textContent !== text) {
      place.textContent = text;
    }
  };

  form.addEventListener('input', tell);
  form.addEventListener('change', tell);
  form.addEventListener('submit', () => { isLeaving = true; });
  addEventListener('pageshow', () => {
    isLeaving = false;
    tell();
  });
  addEventListener('beforeunload', (event) => !isLeaving && changes() > 0 && event.preventDefault());
  tell();
})();
