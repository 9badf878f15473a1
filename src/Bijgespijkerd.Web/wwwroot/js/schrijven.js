/* The editor: a preview while somebody types, tools and keys, pictures by paste or drop. Without it the buttons do the same. */
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
  const say = (words) => { said.textContent = words; };

  /* The preview is what the server makes of it. */
  const loaded = import(document.currentScript.dataset.pagina);
  loaded.catch(() => { /* the preview stays as it was; the tab with the whole page still works */ });
  let asking;
  let waiting;

  async function preview() {
    asking?.abort();
    asking = new AbortController();
    try {
      const { signal } = asking;
      const { fetchPage } = await loaded;
      const shown = await fetchPage(`${form.dataset.schrijven}/voorbeeld`, { method: 'POST', body: new URLSearchParams(new FormData(form)), redirect: 'manual', signal });
      view.replaceChildren(...shown.body.childNodes);
      const number = view.textContent.match(/\S*[\p{L}\p{N}]\S*/gu)?.length ?? 0;
      count.textContent = count.dataset.vorm.replace('{0}', number).replace('{1}', Math.max(1, Math.ceil(number / count.dataset.tempo)));
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
})();
