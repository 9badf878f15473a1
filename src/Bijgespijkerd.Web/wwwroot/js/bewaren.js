/* The editor keeps what is typed: on the server every ten seconds and when a field is left, and within a second in this browser for as
   long as the server has not said that it has it. A copy is for the account that typed it, and for one opening of the editor. */
(() => {
  'use strict';

  const form = document.querySelector('form[data-schrijven]');
  if (!form) {
    return;
  }

  const said = form.querySelector('#bewaard');
  const notText = ['__RequestVerificationToken', 'Basis', 'Aside', 'Session', 'Soort', 'toon'];
  const mine = `schrijven:${form.dataset.van}:`;
  const longestWait = 8_000;
  let isLeaving = false;
  let isHeld = false;
  let saving = null;
  let stop = null;
  let waiting = null;

  const fields = () => [...new FormData(form)].filter(([name]) => !notText.includes(name));
  const state = () => JSON.stringify(fields());
  const say = (words) => { said.textContent = words; };
  const path = () => form.dataset.schrijven;
  const isNew = () => path().endsWith('/nieuw');
  let stored = state();

  /* The copy in this browser. */
  const copy = {
    place: () => `${mine}${isNew() ? `nieuw:${form.elements.Soort.value}` : path()}:`,
    key() { return this.place() + form.elements.Session.value; },
    keys() { try { return Object.keys(localStorage); } catch { return []; } },
    get(key) { try { return JSON.parse(localStorage.getItem(key)); } catch { return null; } },
    put() { try { localStorage.setItem(this.key(), state()); } catch { /* storage is off or full: the page itself still has the text */ } },
    drop(key = this.key()) { try { localStorage.removeItem(key); } catch { /* storage is off: then nothing is there */ } },
    settle() { if (state() === stored) { this.drop(); } else { this.put(); } },
  };

  /* As the server keeps it: one line for all but the text. */
  function words(entries) {
    return ['Title', 'Summary', 'Markdown'].map((name) => {
      const typed = (entries.find(([key]) => key === name)?.[1] ?? '').replace(/\r\n?/g, '\n');
      return (name === 'Markdown' ? typed : typed.replace(/[\n\f\u0085\u2028\u2029]/g, ' ')).replace(/(?![\n\t])\p{Cc}/gu, '').trim();
    }).join('\n');
  }

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

    form.elements.Markdown.dispatchEvent(new Event('input', { bubbles: true }));
  }

  /* What an earlier opening left behind, each by itself; what the server has after all goes, and what has no owner. */
  function offer() {
    const place = form.querySelector('#terug');
    for (const key of copy.keys().filter((k) => k.startsWith('schrijven:/'))) {
      copy.drop(key);
    }

    for (const key of copy.keys().filter((k) => k.startsWith(mine) && k !== copy.key())) {
      const found = copy.get(key);
      if (!found || words(found) === words(fields())) {
        copy.drop(key);
      } else if (key.startsWith(copy.place())) {
        show(key, found);
      }
    }

    function show(key, found) {
      const row = document.createElement('div');
      const line = document.createElement('p');
      line.textContent = isNew() ? `${place.dataset.kop} ${found.find(([name]) => name === 'Title')?.[1] ?? ''}` : place.dataset.kop;
      row.append(line, button(place.dataset.terug, () => { put(found); copy.put(); }), button(place.dataset.weg, () => {}));
      place.append(row);
      place.hidden = false;

      function button(label, act) {
        const made = document.createElement('button');
        made.type = 'button';
        made.className = 'btn btn-2 btn-s';
        made.textContent = label;
        made.addEventListener('click', () => {
          act();
          copy.drop(key);
          row.remove();
          place.hidden = place.childElementCount === 0;
          form.elements.Markdown.focus();
        });
        return made;
      }
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
    stop = new AbortController();
    const limit = setTimeout(() => stop.abort(), longestWait);
    say(said.dataset.bezig);
    try {
      const answer = await fetch(`${path()}/bewaren`, { method: 'POST', body: new URLSearchParams(new FormData(form)), redirect: 'manual', signal: stop.signal });
      const result = answer.ok || [404, 409].includes(answer.status) ? await answer.json() : null;
      if (answer.ok) {
        stored = sent;
        arrived(result);
      } else if (result?.own) {
        /* An earlier one of this page was stored, and its answer did not get here. */
        follow(result);
        setTimeout(save);
      } else if (result?.compare) {
        stored = sent;
        collided(result);
      } else {
        failed(result?.gone ? said.dataset.weg : said.dataset.mislukt);
      }
    } catch {
      failed(said.dataset.mislukt);
    } finally {
      clearTimeout(limit);
    }
  }

  function know(field, number) {
    field.replaceChildren(new Option(number, number, true, true));
  }

  function follow(result) {
    know(form.elements.Basis, result.number);
    if (path() !== result.address) {
      copy.drop();
      form.dataset.schrijven = result.address;
      form.action = result.address;
      history.replaceState(null, '', result.address);
    }

    copy.settle();
  }

  function arrived(result) {
    follow(result);
    say(said.dataset.bewaard.replace('{0}', result.time));
  }

  /* Kept beside what somebody else saved since; writing goes on there. */
  function collided(result) {
    know(form.elements.Aside, result.number);
    const link = document.createElement('a');
    link.href = result.compare;
    link.textContent = said.dataset.anders;
    said.replaceChildren(link);
    copy.settle();
  }

  function failed(why) {
    copy.put();
    say(why);
  }

  setInterval(save, 10_000);
  form.addEventListener('focusout', save);
  form.addEventListener('input', () => {
    waiting ??= setTimeout(() => {
      waiting = null;
      if (state() !== stored) {
        copy.put();
      }
    }, 900);
  });
  document.addEventListener('visibilitychange', () => document.hidden && save());
  addEventListener('online', save);
  addEventListener('beforeunload', (event) => {
    if (!isLeaving && state() !== stored) {
      copy.put();
      event.preventDefault();
    }
  });

  /* A browser sends nothing of a date that is half filled in, and nothing means at once. */
  function isUnreadable() {
    const field = [form.elements.PublishAt, form.elements.PublishTime].find((part) => part?.validity.badInput);
    if (!field) {
      return false;
    }

    const moment = form.querySelector('#moment');
    if (!form.querySelector('#wanneer-fout')) {
      const line = document.createElement('p');
      line.className = 'err';
      line.id = 'wanneer-fout';
      line.textContent = moment.dataset.fout;
      moment.before(line);
    }

    field.setAttribute('aria-invalid', 'true');
    field.setAttribute('aria-describedby', 'wanneer-fout wanneer-h');
    field.focus();
    return true;
  }

  form.addEventListener('submit', async (event) => {
    copy.put();
    if (event.submitter?.value.endsWith('voorbeeld') === false && event.submitter.value !== 'opslaan' && isUnreadable()) {
      event.preventDefault();
      save();
    } else if (saving) {
      /* What is under way may give the article its address; but not for ever. */
      event.preventDefault();
      if (!isHeld) {
        isHeld = true;
        const late = setTimeout(() => stop.abort(), 3_000);
        await saving;
        clearTimeout(late);
        isHeld = false;
        form.requestSubmit(event.submitter);
      }
    } else {
      isLeaving = true;
    }
  });
  addEventListener('pageshow', () => { isLeaving = false; });
  offer();
})();
