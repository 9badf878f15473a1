/* The fields of the form: name and address kept on this device for who ticks the box, and mistakes looked at again. */
(() => {
  'use strict';

  const form = document.querySelector('form#reageren[data-reactie]');
  if (!form) {
    return;
  }

  const { verbeteren } = document.currentScript.dataset;
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

  /* What was refused is looked at again while it is mended. */
  if (form.querySelector('[aria-invalid=true]')) {
    import(verbeteren);
  }
})();
