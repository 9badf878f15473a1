/* Choosing a picture: for fields that say data-kies (the id of the field for its alternative text), and for who asks by 'kies-beeld'. */
(() => {
  'use strict';

  const dialog = document.querySelector('#kiezer');
  if (!dialog?.showModal) {
    return;
  }

  const list = dialog.querySelector('ul');
  const state = dialog.querySelector('[role=status]');
  const more = dialog.querySelector('[data-meer]');
  const search = dialog.querySelector('[type=search]');
  const file = dialog.querySelector('[type=file]');
  const words = dialog.dataset;
  let choose = () => {};
  let next = 1;

  const make = (name, settings) => Object.assign(document.createElement(name), settings);
  const take = (picture) => {
    dialog.close();
    choose(picture);
  };

  function show(picture) {
    const button = make('button', { type: 'button' });
    button.append(make('img', { src: picture.thumbnail, alt: '', width: picture.width, height: picture.height, loading: 'lazy' }), make('bdi', { textContent: picture.name }));
    button.append(make('small', { textContent: picture.alternativeText || words.zonder }));
    button.addEventListener('click', () => take(picture));
    const item = make('li', {});
    item.append(button);
    list.append(item);
  }

  async function load(page) {
    state.textContent = words.bezig;
    try {
      const answer = await fetch(`/beheer/media/kiezen?${new URLSearchParams({ q: search.value, pagina: page })}`, { redirect: 'error' });
      const { pictures, next: following } = await answer.json();
      if (page === 1) {
        list.replaceChildren();
      }

      pictures.forEach(show);
      next = following;
      more.hidden = !next;
      state.textContent = list.children.length ? '' : words.geen;
    } catch {
      state.textContent = words.mislukt;
    }
  }

  function open(chosen) {
    choose = chosen;
    dialog.showModal();
    search.value = '';
    load(1);
  }

  dialog.querySelector('[role=search]').addEventListener('submit', (event) => {
    event.preventDefault();
    load(1);
  });
  more.addEventListener('click', () => load(next));
  file.addEventListener('change', async () => {
    const body = new FormData();
    body.set('__RequestVerificationToken', document.querySelector('[name=__RequestVerificationToken]').value);
    body.append('Files', file.files[0]);
    state.textContent = words.bezig;
    try {
      const answer = await fetch('/beheer/media', { method: 'POST', body, headers: { Accept: 'application/json' }, redirect: 'error' });
      const told = await answer.json();
      if (answer.ok) {
        take(told);
      } else {
        state.textContent = told.error;
      }
    } catch {
      state.textContent = words.mislukt;
    }

    file.value = '';
  });
  document.addEventListener('kies-beeld', (event) => open(event.detail));

  for (const field of document.querySelectorAll('input[data-kies]')) {
    const picture = make('img', { className: 'cover kiezer-beeld', alt: '', hidden: true });
    const buttons = make('div', { className: 'row' });
    const put = (value) => {
      field.value = value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    };
    const look = () => {
      clear.hidden = picture.hidden = !field.value.startsWith('/media/');
      if (!picture.hidden) {
        picture.src = field.value;
      }
    };
    const button = (label, act) => {
      const made = make('button', { type: 'button', className: 'btn btn-2 btn-s', textContent: label });
      made.addEventListener('click', act);
      buttons.append(made);
      return made;
    };
    button(words.kiezen, () => open((chosen) => {
      put(chosen.address);
      const text = document.getElementById(field.dataset.kies);
      if (text && !text.value) {
        text.value = chosen.alternativeText;
        text.dispatchEvent(new Event('input', { bubbles: true }));
      }
    }));
    const clear = button(words.weg, () => put(''));
    field.addEventListener('input', look);
    field.after(picture, buttons);
    look();
  }
})();
