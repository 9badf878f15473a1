/*
 * New comments while somebody reads: a stream of events, or where there is none a question now and then.
 * A bar says how many; nothing on the page moves until it is pressed. Nothing is stored.
 */
(() => {
  'use strict';

  const talk = document.querySelector('#reacties[data-nummer]');
  if (!talk) {
    return;
  }

  const words = talk.dataset;
  const base = `${words.pad}/reacties/`;
  const often = 30_000;
  const say = (text) => document.dispatchEvent(new CustomEvent('melding', { detail: text }));
  let known = Number(words.nummer);
  let newest = known;
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

  function take(stand) {
    if (stand.nummer > newest) {
      newest = stand.nummer;
      pause = often;
      button.textContent = counted(newest - known);
      bar.hidden = false;
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

  /* ---- Taking over what is missing, where it belongs. ---- */

  const articles = (root) => Array.from(root.querySelectorAll('article[id^="reactie-"]'));
  const nameOf = (item) => item.querySelector('article').id;
  const namesIn = (root) => articles(root).map((article) => article.id).join();

  /* A thread that grew: what was folded stays folded, and a form that stands in it stays where it is. */
  function swap(old, fresh) {
    for (const fold of old.querySelectorAll('details:not([open])')) {
      const name = fold.closest('li').querySelector('article').id;
      const same = Array.from(fresh.querySelectorAll('details')).find((other) => nameOf(other.closest('li')) === name);
      same?.removeAttribute('open');
    }

    const form = old.querySelector('.reply-form');
    const under = form?.previousElementSibling.id;
    old.replaceWith(fresh);
    if (form) {
      document.getElementById(under).after(form);
    }
  }

  function merge(page) {
    const had = new Set(articles(talk).map((article) => article.id));
    const fresh = page.querySelector('#reacties > ol.thread');
    let own = talk.querySelector(':scope > ol.thread');
    if (fresh && !own) {
      own = document.createElement('ol');
      own.className = 'thread';
      const empty = talk.querySelector(':scope > .box');
      (empty ?? talk.querySelector('[data-vers]')).after(own);
      empty?.remove();
    }

    let last = null;
    for (const item of Array.from(fresh?.children ?? [])) {
      const there = Array.from(own.children).find((other) => nameOf(other) === nameOf(item));
      if (!there) {
        last ? last.after(item) : own.prepend(item);
      } else if (namesIn(there) !== namesIn(item)) {
        swap(there, item);
      }

      last = document.getElementById(nameOf(item)).closest('#reacties > ol.thread > li');
    }

    const counts = (root) => root.querySelectorAll('#reacties-kop, a[href$="#reacties"]');
    counts(page).forEach((one, at) => { (counts(document)[at] ?? one).textContent = one.textContent; });
    return articles(talk).filter((article) => !had.has(article.id));
  }

  function mark(article) {
    const badge = document.createElement('span');
    badge.className = 'badge is-nieuw';
    badge.textContent = words.merk;
    article.querySelector('.who strong')?.after(' ', badge);
  }

  button.addEventListener('click', async () => {
    try {
      const answer = await fetch(location.pathname + location.search);
      const own = { createHTML: (text) => text };
      window.eigenPagina ??= window.trustedTypes?.createPolicy('bijgespijkerd', own) ?? own;
      const page = new DOMParser().parseFromString(window.eigenPagina.createHTML(await answer.text()), 'text/html');
      const added = answer.ok ? merge(page) : [];
      known = Math.max(known, Number(page.querySelector('#reacties')?.dataset.nummer ?? 0));
      bar.hidden = true;
      added.forEach(mark);
      say(added.length ? counted(added.length) : words.anders);
      (added[0] ?? talk.querySelector('.pager a[rel=next]') ?? talk.querySelector('#reacties-kop')).focus();
      document.dispatchEvent(new CustomEvent('bijgekomen'));
    } catch {
      location.reload();
    }
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
