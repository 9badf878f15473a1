/* The editor: a save every ten seconds and when a field is left, a preview while somebody types, tools and keys, pictures by paste or
   drop, and a copy in this browser for as long as the server has none. Without it the buttons do the same. */
(() => {
  'use strict';

  const form = document.querySelector('form[data-schrijven]');
  if (!form) {
    return;
  }

  const text = form.elements.Markdown;
  const said = form.querySelector('#bewaard');
  const view = form.querySelector('#voorbeeld');
  const count = form.querySelector('#woorden');
  const notText = ['__RequestVerificationToken', 'Basis', 'Session', 'toon'];
  let path = form.dataset.schrijven;
  let isLeaving = false;
  let saving = null;

  const fields = () => [...new FormData(form)].filter(([name]) => !notText.includes(name));
  const state = () => JSON.stringify(fields());
  const say = (words) => { said.textContent = words; };
  let stored = state();

  /* The copy in this browser. */
  const copy = {
    key: () => `schrijven:${path}`,
    get(key) { try { return JSON.parse(localStorage.getItem(key)); } catch { return null; } },
    put() { try { localStorage.setItem(this.key(), state()); } catch { /* storage is off or full: the page itself still has the text */ } },
    drop(key = this.key()) { try { localStorage.removeItem(key); } catch { /* storage is off: then nothing is there */ } },
  };

  const words = (entries) => ['Title', 'Summary', 'Markdown'].map((name) => entries.find(([key]) => key === name)?.[1].replaceAll('\r', '').trim() ?? '').join('\n');

  function put(entries) {
    for (const field of form.querySelectorAll('input[type=checkbox]')) {
      field.checked = entries.some(([name, value]) => name === field.name && value === field.value);
    }

    for (const [name, value] of entries) {
      const field = form.querySelector(`[name="${CSS.escape(name)}"]:not([type=checkbox], [type=radio], button)`);
      if (field) {
        field.value = value;
      }
    }

    text.dispatchEvent(new Event('input', { bubbles: true }));
  }

  function offer() {
    for (const key of [copy.key(), 'schrijven:/beheer/artikelen/nieuw']) {
      const found = copy.get(key);
      if (found && words(found) === words(fields())) {
        copy.drop(key);
      }
    }

    const found = copy.get(copy.key());
    const place = form.querySelector('#terug');
    if (!found) {
      return;
    }

    const line = document.createElement('p');
    line.textContent = place.dataset.kop;
    place.append(line, button(place.dataset.terug, () => put(found)), button(place.dataset.weg, () => copy.drop()));
    place.hidden = false;

    function button(label, act) {
      const made = document.createElement('button');
      made.type = 'button';
      made.className = 'btn btn-2 btn-s';
      made.textContent = label;
      made.addEventListener('click', () => {
        act();
        place.hidden = true;
        text.focus();
      });
      return made;
    }
  }

  /* Saving. One at a time, so that a new article is made once. */
  function save() {
    if (isLeaving || state() === stored) {
      return Promise.resolve();
    }

    saving ??= send().finally(() => { saving = null; });
    return saving;
  }

  async function send() {
    const sent = state();
    const body = new URLSearchParams(new FormData(form));
    body.set('soort', form.dataset.soort);
    say(said.dataset.bezig);
    try {
      const answer = await fetch(`${path}/bewaren`, { method: 'POST', body, redirect: 'manual' });
      const result = answer.ok || answer.status === 409 ? await answer.json() : null;
      if (answer.ok) {
        stored = sent;
        arrived(result);
      } else if (result) {
        stored = sent;
        collided(result);
      } else {
        failed();
      }
    } catch {
      failed();
    }
  }

  function arrived(result) {
    form.elements.Basis.value = result.number;
    copy.drop();
    if (path !== result.address) {
      path = result.address;
      form.action = path;
      history.replaceState(null, '', path);
    }

    say(said.dataset.bewaard.replace('{0}', result.time));
  }

  /* Kept beside what somebody else saved since; writing goes on there. */
  function collided(result) {
    const link = document.createElement('a');
    link.href = result.compare;
    link.textContent = said.dataset.anders;
    said.replaceChildren(link);
    copy.drop();
  }

  function failed() {
    copy.put();
    say(said.dataset.mislukt);
  }

  setInterval(save, 10_000);
  form.addEventListener('focusout', save);
  document.addEventListener('visibilitychange', () => document.hidden && save());
  addEventListener('online', save);
  addEventListener('beforeunload', (event) => {
    if (!isLeaving && state() !== stored) {
      copy.put();
      event.preventDefault();
    }
  });
  form.addEventListener('submit', async (event) => {
    if (saving) {
      /* What is under way may give the article its address. */
      event.preventDefault();
      await saving;
      form.requestSubmit(event.submitter);
      return;
    }

    isLeaving = true;
    copy.put();
  });
  addEventListener('pageshow', () => { isLeaving = false; });

  /* The preview is what the server makes of it. */
  let policy;
  let asking;
  let waiting;

  async function preview() {
    asking?.abort();
    asking = new AbortController();
    try {
      const answer = await fetch(`${path}/voorbeeld`, { method: 'POST', body: new URLSearchParams(new FormData(form)), redirect: 'manual', signal: asking.signal });
      if (answer.ok) {
        policy ??= window.trustedTypes?.createPolicy('bijgespijkerd', { createHTML: (markup) => markup }) ?? { createHTML: (markup) => markup };
        const shown = new DOMParser().parseFromString(policy.createHTML(await answer.text()), 'text/html');
        view.replaceChildren(...shown.body.childNodes);
        const number = view.textContent.match(/\S*[\p{L}\p{N}]\S*/gu)?.length ?? 0;
        count.textContent = count.dataset.vorm.replace('{0}', number).replace('{1}', Math.max(1, Math.ceil(number / count.dataset.tempo)));
      }
    } catch { /* the next key asks again */ }
  }

  text.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(preview, 400);
  });
  form.querySelector('button[value=voorbeeld]').addEventListener('click', (event) => {
    event.preventDefault();
    preview();
  });

  /* Tools. Text goes in as if it were typed, so that it can be undone. */
  function type(words, from = text.selectionStart, to = text.selectionEnd) {
    text.focus();
    text.setSelectionRange(from, to);
    if (!document.execCommand('insertText', false, words)) {
      text.setRangeText(words, from, to, 'end');
      text.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }

  function around(before, after, empty) {
    const { selectionStart: from, selectionEnd: to, value } = text;
    const inside = value.slice(from, to) || empty;
    type(before + inside + after);
    text.setSelectionRange(from + before.length, from + before.length + inside.length);
  }

  function lines(mark) {
    const from = text.value.lastIndexOf('\n', text.selectionStart - 1) + 1;
    const to = text.selectionEnd;
    type(text.value.slice(from, to).split('\n').map((line) => mark + line).join('\n'), from, to);
  }

  const tools = {
    kop: () => lines('## '),
    vet: () => around('**', '**', ''),
    cursief: () => around('*', '*', ''),
    link: () => around('[', '](https://)', ''),
    citaat: () => lines('> '),
    lijst: () => lines('- '),
    beeld: () => document.dispatchEvent(new CustomEvent('kies-beeld', { detail: ({ markdown }) => type(`\n${markdown}\n`) })),
    tip: () => around('\n:::tip \n', '\n:::\n', ''),
  };
  const bar = form.querySelector('.tools');
  bar.hidden = false;
  bar.addEventListener('click', (event) => tools[event.target.closest('[data-doe]')?.dataset.doe]?.());
  bar.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const all = [...bar.children];
    if (step) {
      event.preventDefault();
      all.at((all.indexOf(document.activeElement) + step) % all.length).focus();
    }
  });
  text.addEventListener('keydown', (event) => {
    const tool = { b: 'vet', i: 'cursief', k: 'link' }[event.key.toLowerCase()];
    if (tool && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
      event.preventDefault();
      tools[tool]();
    }
  });

  /* How much room a text still has in lists and search results; it is advice, longer is kept. */
  for (const left of form.querySelectorAll('[data-nog]')) {
    const field = form.querySelector(`#${left.dataset.nog}`);
    const tell = () => {
      const room = 160 - [...field.value].length;
      left.textContent = (room < 0 ? left.dataset.lang : left.dataset.past).replace('{0}', Math.abs(room));
    };
    field.addEventListener('input', tell);
    tell();
  }

  /* Pictures. */
  async function upload(event, files) {
    const pictures = [...files ?? []].filter((file) => file.type.startsWith('image/'));
    if (pictures.length === 0) {
      return;
    }

    event.preventDefault();
    say(said.dataset.beeld);
    const faults = [];
    for (const picture of pictures) {
      const told = await sendPicture(picture);
      if (told.markdown) {
        type(`\n${told.markdown}\n`);
      } else {
        faults.push(`${picture.name}: ${told.error ?? said.dataset.geenbeeld}`);
      }
    }

    say(faults.join(' '));
  }

  async function sendPicture(picture) {
    const body = new FormData();
    body.set('__RequestVerificationToken', form.elements.__RequestVerificationToken.value);
    body.append('Files', picture);
    try {
      const answer = await fetch('/beheer/media', { method: 'POST', body, headers: { Accept: 'application/json' }, redirect: 'error' });
      return await answer.json();
    } catch {
      return {};
    }
  }

  text.addEventListener('paste', (event) => upload(event, event.clipboardData?.files));
  text.addEventListener('dragover', (event) => event.dataTransfer?.types.includes('Files') && event.preventDefault());
  text.addEventListener('drop', (event) => upload(event, event.dataTransfer?.files));
  offer();
})();
