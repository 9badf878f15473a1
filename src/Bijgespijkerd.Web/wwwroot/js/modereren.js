/* The queue by key, and without waiting: what is decided goes to the server in its order while the next comment is read already.
   Without this script all buttons work as those of any form. Letters count only while the focus is in the list and in no text field. */
(() => {
  'use strict';

  const queue = document.querySelector('form[data-wachtrij]');
  const list = queue?.querySelector('.q-list');
  if (!list) {
    return;
  }

  const place = queue.querySelector('[data-melding]');
  const chosen = queue.querySelector('[data-gekozen]');
  const all = queue.querySelector('[data-alles]');
  const heading = document.querySelector('h1');
  const reasons = document.querySelector('[data-redenen]');
  const help = document.querySelector('[data-hulp]');
  const open = () => [...list.querySelectorAll('.q:not([hidden])')];
  const current = () => list.querySelector('.q.is-current:not([hidden])');
  const tick = (item) => item.querySelector('input[name=Id]');

  function go(item, options) {
    const target = item ?? heading;
    list.querySelectorAll('.is-current').forEach((old) => { old.classList.remove('is-current'); old.removeAttribute('aria-current'); });
    item?.classList.add('is-current');
    item?.setAttribute('aria-current', 'true');
    target.tabIndex = -1;
    target.focus(options);
  }

  function tell() {
    const number = open().filter((item) => tick(item).checked).length;
    chosen.textContent = number ? chosen.dataset.aantal.replace('{0}', number) : chosen.dataset.geen;
    all.firstElementChild.checked = number > 0 && number === open().length;
    queue.querySelector('[data-leeg]').hidden = open().length > 0;
  }

  function say(words, undoable) {
    const flash = document.createElement('div');
    const line = document.createElement('p');
    flash.className = 'flash';
    line.textContent = words;
    flash.append(line);
    if (undoable) {
      const undo = document.createElement('button');
      undo.type = 'button';
      undo.textContent = place.dataset.knop;
      undo.addEventListener('click', takeBack);
      flash.append(undo);
    }

    place.replaceChildren(flash);
  }

  function count(numbers) {
    for (const [tab, number] of Object.entries(numbers ?? {})) {
      const shown = document.querySelector(`[data-stand="${tab}"]`);
      if (shown) {
        shown.textContent = number;
      }
    }

    const badge = document.querySelector('.b-main-nav .count');
    if (badge && numbers?.wacht !== undefined) {
      badge.firstChild.textContent = numbers.wacht;
      badge.hidden = numbers.wacht === '0';
    }
  }

  /* One after the other, so that the server decides in the order of the keys. */
  let line = Promise.resolve();
  const done = [];

  function forget(entry) {
    if (done.includes(entry)) {
      done.splice(done.indexOf(entry), 1);
    }
  }

  function send(path, fields) {
    const body = new URLSearchParams(fields);
    for (const field of queue.querySelectorAll('input[type=hidden]')) {
      body.append(field.name, field.value);
    }

    const answer = line.then(async () => {
      const response = await fetch(path, { method: 'POST', body, headers: { Accept: 'application/json' }, redirect: 'error' });
      const told = await response.json();
      if (!response.ok) {
        throw new Error(told.tekst);
      }

      return told;
    });
    line = answer.catch(() => {});
    return answer;
  }

  function put(items, isThere) {
    for (const item of items) {
      item.hidden = !isThere;
      tick(item).checked = false;
    }

    tell();
  }

  async function decide(items, action, more = []) {
    if (items.length === 0) {
      return;
    }

    const before = open();
    const last = before.indexOf(items.at(-1));
    const next = before.slice(last + 1).find((item) => !items.includes(item)) ?? before.slice(0, last).reverse().find((item) => !items.includes(item));
    put(items, false);
    go(next);
    queue.dispatchEvent(new CustomEvent('korter'));
    const entry = { items };
    done.push(entry);
    entry.sent = send(queue.getAttribute('action'), [['Actie', action], ...items.map((item) => ['Id', item.dataset.id]), ...more]);
    try {
      const told = await entry.sent;
      entry.batch = told.batch;
      count(told.standen);
      say(told.tekst, told.batch);
      if (!told.batch) {
        forget(entry);
        put(items, true);
      }
    } catch (failure) {
      forget(entry);
      put(items, true);
      say(failure instanceof TypeError || !failure.message ? queue.dataset.offline : failure.message);
    }
  }

  /* The latest first; once more for the one before it. */
  async function takeBack() {
    const entry = done.pop();
    if (!entry) {
      place.querySelector('button[name=batch]')?.click();
      return;
    }

    put(entry.items, true);
    go(entry.items[0]);
    try {
      await entry.sent;
      const told = await send(`${queue.getAttribute('action')}/ongedaan`, [['batch', entry.batch]]);
      const back = entry.items.filter((item) => told.reacties.includes(Number(item.dataset.id)));
      put(entry.items.filter((item) => !back.includes(item)), false);
      count(told.standen);
      say(told.tekst, done.length > 0);
    } catch (failure) {
      put(entry.items, !entry.batch);
      say(failure.message || queue.dataset.offline);
    }
  }

  function refuse(items) {
    if (items.length === 0) {
      return;
    }

    const form = reasons.querySelector('form');
    form.reset();
    reasons.returnValue = '';
    // At once, not when the window tells that it closed: the next key may come before that, while the focus is on this comment again.
    form.onsubmit = (event) => {
      event.preventDefault();
      reasons.close(event.submitter?.value ?? 'ja');
      if (reasons.returnValue === 'ja') {
        decide(items, 'afwijzen', [['Bevestigd', 'ja'], ['Reden', form.elements.Reden.value], ['Eigen', form.elements.Eigen.value]]);
      }
    };
    reasons.onclose = () => {
      if (reasons.returnValue !== 'ja') {
        go(items[0]);
      }
    };
    reasons.showModal();
  }

  function act(items, action) {
    if (action === 'afwijzen') {
      refuse(items);
    } else {
      decide(items, action);
    }
  }

  queue.addEventListener('submit', (event) => {
    const button = event.submitter;
    const item = button?.closest('.q');
    if (!button || button.hasAttribute('formaction') || button.form !== queue) {
      return;
    }

    event.preventDefault();
    if (button.name === 'Actie' && button.value) {
      act(open().filter((one) => tick(one).checked), button.value);
    } else if (item) {
      act([item], button.name.toLowerCase());
    }
  });

  queue.addEventListener('langer', tell);
  queue.addEventListener('change', (event) => {
    if (event.target === all.firstElementChild) {
      open().forEach((item) => { tick(item).checked = event.target.checked; });
    }

    tell();
  });

  list.addEventListener('focusin', (event) => {
    const item = event.target.closest('.q');
    if (item && item !== current()) {
      list.querySelectorAll('.is-current').forEach((old) => { old.classList.remove('is-current'); old.removeAttribute('aria-current'); });
      item.classList.add('is-current');
      item.setAttribute('aria-current', 'true');
    }
  });

  /* Said by what keeps it (sneltoetsen.js). */
  const areOff = () => queue.classList.contains('is-zonder');
  const buttons = { g: 'goedkeuren', n: 'afwijzen', s: 'spam', w: 'prullenbak' };

  function press(key) {
    const items = open();
    const item = current() ?? items[0];
    const at = items.indexOf(item);
    if (key === 'z') {
      takeBack();
    } else if (key === '?') {
      help.showModal();
    } else if (!item) {
      return false;
    } else if (key === 'j' || key === 'k') {
      go(items[at + (key === 'j' ? 1 : -1)] ?? item);
    } else if (key === 'x') {
      tick(item).checked = !tick(item).checked;
      tell();
    } else if (key === 'a' || key === 'b') {
      item.querySelector(`[data-toets=${key}]`)?.click();
    } else if (buttons[key]) {
      const button = item.querySelector(`.q-acts button[name=${buttons[key][0].toUpperCase()}${buttons[key].slice(1)}]`) ?? (key === 'g' ? item.querySelector('button[name=Meldingen]') : null);
      if (button) {
        act([item], button.name.toLowerCase());
      }
    } else {
      return false;
    }

    return true;
  }

  queue.addEventListener('keydown', (event) => {
    const isTyped = event.target.matches('input:not([type=checkbox]), textarea, select');
    if (event.key === 'Enter' && event.target.matches('input[type=checkbox]')) {
      event.preventDefault();
    } else if (!areOff() && !isTyped && !event.ctrlKey && !event.metaKey && !event.altKey && press(event.key.toLowerCase())) {
      event.preventDefault();
    }
  });

  /* At the end the focus is on the heading, outside the list; taking back must still work there. */
  heading.addEventListener('keydown', (event) => {
    if (!areOff() && event.key.toLowerCase() === 'z' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      takeBack();
    }
  });

  all.hidden = false;
  tell();
  const meant = list.querySelector(/^#wacht-\d+$/.test(location.hash) ? location.hash : '.q');
  const field = list.querySelector('#veld-tekst');
  if (field) {
    // The browser goes to the address's own place when it is ready, before or after this.
    field.closest('.q')?.addEventListener('focus', () => field.focus(), { once: true });
    field.focus();
  } else {
    go(meant ?? open()[0], { preventScroll: !location.hash });
  }
})();
