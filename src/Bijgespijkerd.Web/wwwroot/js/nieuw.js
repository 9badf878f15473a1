/*
 * What is new since last time: on this device alone, and only for who reacted here or asked for it. Switching it off removes it.
 */
(() => {
  'use strict';

  const talk = document.querySelector('#reacties[data-nummer]');
  if (!talk) {
    return;
  }

  const words = talk.dataset;
  const key = `reactie-gelezen:${words.pad}`;
  const device = {
    get() { try { return JSON.parse(localStorage.getItem(key)); } catch { return null; } },
    set(value) { try { localStorage.setItem(key, JSON.stringify(value)); } catch { /* storage is off or full */ } },
    forget() { try { localStorage.removeItem(key); } catch { /* storage is off: then nothing is there */ } },
  };
  const numberOf = (article) => Number(article.querySelector('.nr')?.textContent.match(/\d+/)?.[0] ?? 0);
  const all = () => Array.from(talk.querySelectorAll('article[id^="reactie-"]'));
  const link = (text, to) => {
    const made = document.createElement('a');
    made.className = 'link-tap';
    made.textContent = text;
    made.href = to;
    return made;
  };

  let place = device.get();
  let reached = place?.plek ?? 0;
  const row = talk.querySelector('[data-vers]');

  /* ---- What came since. ---- */

  let fresh = place ? all().filter((article) => numberOf(article) > place.nummer && !article.querySelector('.state')) : [];
  for (const article of fresh) {
    const badge = document.createElement('span');
    badge.className = 'badge is-nieuw';
    badge.textContent = words.merk;
    article.querySelector('.who strong')?.after(' ', badge);
  }

  const next = link('', '#');
  function sayNext() {
    next.textContent = `${words.volgende} (${fresh.length})`;
    next.hidden = !fresh.length;
    next.href = fresh.length ? `#${fresh[0].id}` : '#';
  }

  next.addEventListener('click', () => setTimeout(() => {
    fresh = fresh.slice(1);
    sayNext();
  }));

  const left = place && all().find((article) => numberOf(article) === place.plek);
  if (place) {
    sayNext();
    row.append(next);
    if (left && left !== all().at(-1)) {
      row.append(link(`${words.verder} #${place.plek}`, `#${left.id}`));
    }
  }

  /* ---- Keeping it, for who wants that. ---- */

  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'link-tap';

  function keep() {
    if (place) {
      place = { nummer: Math.max(place.nummer, ...all().map(numberOf)), plek: reached };
      device.set(place);
    }
  }

  function set(wanted) {
    place = wanted ? place ?? { nummer: 0, plek: reached } : null;
    button.textContent = place ? words.onthoudt : words.onthou;
    if (place) {
      keep();
    } else {
      device.forget();
    }
  }

  button.addEventListener('click', () => set(!place));
  set(!!place || document.documentElement.dataset.geplaatst === 'ja');
  row.append(button);

  /* The last comment whose end was on the screen. */
  const watch = new IntersectionObserver((seen) => {
    for (const { target, isIntersecting } of seen) {
      if (isIntersecting) {
        reached = numberOf(target.closest('article')) || reached;
      }
    }
  });
  const look = () => all().forEach((article) => watch.observe(article.querySelector('.says') ?? article));
  look();
  document.addEventListener('bijgekomen', () => { look(); keep(); });
  document.addEventListener('visibilitychange', () => document.hidden && keep());
  addEventListener('pagehide', keep);
})();
