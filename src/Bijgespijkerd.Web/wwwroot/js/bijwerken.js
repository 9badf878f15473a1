/* The comments that a newer copy of the page has and this one lacks are put where they belong. */
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

function merge(talk, page) {
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
}

/* Fresh from the page, a comment says itself that it is new. */
function mark(article, words) {
  const badge = document.createElement('span');
  badge.className = 'badge is-nieuw';
  badge.textContent = words;
  article.querySelector('.who strong')?.after(' ', badge);
}

/* How many came; the first of them has the focus. */
export function takeOver(talk, page) {
  const had = new Set(articles(talk).map((article) => article.id));
  merge(talk, page);
  const counts = (root) => root.querySelectorAll('#reacties-kop, a[href$="#reacties"]');
  counts(page).forEach((one, at) => { (counts(document)[at] ?? one).textContent = one.textContent; });
  const added = articles(talk).filter((article) => !had.has(article.id));
  added.forEach((article) => mark(article, talk.dataset.merk));
  (added[0] ?? talk.querySelector('.pager a[rel=next]') ?? talk.querySelector('#reacties-kop')).focus();
  document.dispatchEvent(new CustomEvent('bijgekomen'));
  return added.length;
}
