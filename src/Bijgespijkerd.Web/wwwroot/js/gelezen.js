/* What came since the last visit is marked, and where reading stopped is kept. Switching it off removes it. */
const numberOf = (article) => Number(article.querySelector('.nr')?.textContent.match(/\d+/)?.[0] ?? 0);

function linkTo(words, place) {
  const made = document.createElement('a');
  made.className = 'link-tap';
  made.textContent = words;
  made.href = place;
  return made;
}

function mark(article, words) {
  const badge = document.createElement('span');
  badge.className = 'badge is-nieuw';
  badge.textContent = words;
  article.querySelector('.who strong')?.after(' ', badge);
}

export function keepPlace(talk, key, button) {
  const words = talk.dataset;
  const device = {
    get() { try { return JSON.parse(localStorage.getItem(key)); } catch { return null; } },
    set(value) { try { localStorage.setItem(key, JSON.stringify(value)); } catch { /* storage is off or full */ } },
    forget() { try { localStorage.removeItem(key); } catch { /* storage is off: then nothing is there */ } },
  };
  const all = () => Array.from(talk.querySelectorAll('article[id^="reactie-"]'));
  let place = device.get();
  let reached = place?.plek ?? 0;

  /* ---- What came since. ---- */

  let fresh = place ? all().filter((article) => numberOf(article) > place.nummer && !article.querySelector('.state')) : [];
  fresh.forEach((article) => mark(article, words.merk));
  const next = linkTo('', '#');
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
    button.before(next);
    if (left && left !== all().at(-1)) {
      button.before(linkTo(`${words.verder} #${place.plek}`, `#${left.id}`));
    }
  }

  /* ---- Keeping it. ---- */

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
  set(true);

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
}
