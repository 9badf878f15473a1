/*
 * New comments while somebody reads: a stream of events, or where there is none a question now and then.
 * A bar says how many; nothing on the page moves, and nothing more is loaded, until it is pressed. Nothing is stored.
 */
(() => {
  'use strict';

  const talk = document.querySelector('#reacties[data-nummer]');
  if (!talk) {
    return;
  }

  const { pagina, bijwerken } = document.currentScript.dataset;
  const words = talk.dataset;
  const base = `${words.pad}/reacties/`;
  const often = 30_000;
  const say = (text) => document.dispatchEvent(new CustomEvent('melding', { detail: text }));
  let known = Number(words.nummer);
  let missed = 0;
  let latest = [];
  let pause = often;
  let timer = 0;
  let stream = null;

  const bar = document.createElement('p');
  const button = document.createElement('button');
  bar.className = 'nieuwbalk';
  bar.hidden = true;
  button.type = 'button';
  button.className = 'btn';
  bar.append(button);
  talk.append(bar);

  const counted = (number) => (number === 1 ? words.een : words.meer.replace('{0}', number));

  /* What was given a number and hidden again is not among the numbers. */
  function take({ nummers }) {
    latest = nummers;
    const fresh = nummers.filter((number) => number > known).length;
    const isMore = fresh > missed;
    missed = fresh;
    bar.hidden = !fresh;
    button.textContent = counted(fresh);
    if (isMore) {
      pause = often;
      say(button.textContent);
    }
  }

  async function ask() {
    pause = Math.min(pause * 1.5, often * 10);
    try {
      const answer = await fetch(`${base}stand`);
      if (answer.ok) {
        take(await answer.json());
      }
    } catch { /* no connection now: asked again, less often */ }

    wait();
  }

  function wait() {
    clearTimeout(timer);
    if (!document.hidden) {
      timer = setTimeout(ask, pause);
    }
  }

  function listen() {
    if (!window.EventSource) {
      wait();
      return;
    }

    stream = new EventSource(`${base}stroom`);
    stream.addEventListener('message', (event) => take(JSON.parse(event.data)));
    stream.addEventListener('error', () => {
      if (stream?.readyState === EventSource.CLOSED) {
        stop();
        wait();
      }
    });
  }

  function stop() {
    clearTimeout(timer);
    stream?.close();
    stream = null;
  }

  let isTaking = false;
  button.addEventListener('click', async () => {
    if (isTaking) {
      return;
    }

    isTaking = true;
    try {
      const [{ fetchPage }, { takeOver }] = await Promise.all([import(pagina), import(bijwerken)]);
      const page = await fetchPage(location.pathname + location.search);
      const added = takeOver(talk, page);
      known = Math.max(known, Number(page.querySelector('#reacties')?.dataset.nummer ?? 0));
      missed = 0;
      say(added ? counted(added) : words.anders);
      take({ nummers: latest });
    } catch {
      location.reload();
    }

    isTaking = false;
  });

  document.addEventListener('visibilitychange', () => {
    stop();
    if (!document.hidden) {
      listen();
    }
  });
  addEventListener('pagehide', stop);
  addEventListener('pageshow', () => {
    stop();
    if (!document.hidden) {
      listen();
    }
  });
})();
