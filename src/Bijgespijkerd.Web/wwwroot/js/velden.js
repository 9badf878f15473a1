/* The fields of the form: name and address kept on this device for who ticks the box, and mistakes looked at again. */
(() => {
  'use strict';

  const form = document.querySelector('form#reageren[data-reactie]');
  if (!form) {
    return;
  }

  const { Name: name, Email: email } = form.elements;
  const whoKey = 'reactie-wie';
  const device = {
    get() { try { return JSON.parse(localStorage.getItem(whoKey)); } catch { return null; } },
    set(value) { try { localStorage.setItem(whoKey, JSON.stringify(value)); } catch { /* storage is off or full */ } },
    forget() { try { localStorage.removeItem(whoKey); } catch { /* storage is off: then nothing is there */ } },
  };

  /* Who is signed in gives no name here, so there is nothing to remember. */
  const holder = form.querySelector('[data-onthoud]');
  if (holder) {
    const [knownName, knownEmail] = device.get() ?? [];
    const label = document.createElement('label');
    const remember = document.createElement('input');
    remember.type = 'checkbox';
    remember.checked = knownName !== undefined;
    remember.addEventListener('change', () => remember.checked || device.forget());
    label.className = 'check';
    label.append(remember, holder.dataset.onthoud);
    holder.append(label);
    name.value ||= knownName ?? '';
    email.value ||= knownEmail ?? '';
    form.addEventListener('submit', (event) => {
      if (!event.defaultPrevented && !event.submitter?.name && remember.checked) {
        device.set([name.value, email.value]);
      }
    });
  }

  /* A field that failed is looked at again when it is left; no room closes while a button is pressed, or the press would miss it. */
  for (const field of form.querySelectorAll('[aria-invalid=true]')) {
    const wrong = field.value;
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
})();
