/* Pictures dropped on the form are sent one by one; and a click on a picture puts its most important point there. */
(() => {
  'use strict';

  const form = document.querySelector('form[data-media]');
  const state = form?.querySelector('[data-stand]');
  const say = (text) => {
    const line = document.createElement('p');
    line.textContent = text;
    state.append(line);
  };

  const send = async (file) => {
    const body = new FormData();
    body.append('__RequestVerificationToken', form.elements.__RequestVerificationToken.value);
    body.append('Files', file);
    try {
      const answer = await fetch(form.action, { method: 'POST', body, headers: { Accept: 'application/json' } });
      const told = await answer.json();
      return answer.ok ? null : `${file.name}: ${told.error}`;
    } catch {
      return `${file.name}: ${form.dataset.mislukt}`;
    }
  };

  const sendAll = async (files) => {
    state.replaceChildren();
    say(form.dataset.bezig);
    const faults = [];
    for (const file of files) {
      const fault = await send(file);
      if (fault) {
        faults.push(fault);
      }
    }

    state.replaceChildren();
    faults.forEach((fault) => say(fault));
    if (faults.length < files.length) {
      say(form.dataset.klaar.replace('{0}', files.length - faults.length));
    }

    if (!faults.length) {
      location.reload();
    }
  };

  if (form) {
    form.addEventListener('dragover', (event) => event.preventDefault());
    form.addEventListener('drop', (event) => {
      event.preventDefault();
      const files = [...event.dataTransfer.files];
      if (files.length) {
        sendAll(files);
      }
    });
  }

  const picture = document.querySelector('img[data-brandpunt]');
  const [x, y] = ['FocusX', 'FocusY'].map((name) => document.querySelector(`input[name=${name}]`));
  if (picture && x && y) {
    picture.addEventListener('click', (event) => {
      const box = picture.getBoundingClientRect();
      x.value = Math.round(100 * (event.clientX - box.left) / box.width);
      y.value = Math.round(100 * (event.clientY - box.top) / box.height);
    });
  }
})();
