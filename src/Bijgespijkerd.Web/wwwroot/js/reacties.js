/*
 * Polish for the conversation under a post; without it every action is a link or a form post.
 * Nothing is stored for a reader who does not type. All words come from the page.
 */
(() => {
  'use strict';

  const { pagina, voorbeeld, oud } = document.currentScript.dataset;
  const find = (selector, root = document) => root.querySelector(selector);
  const session = {
    get(key) { try { return sessionStorage.getItem(key) ?? ''; } catch { return ''; } },
    set(key, value) { try { sessionStorage.setItem(key, value); return true; } catch { return false; } },
    remove(key) { try { sessionStorage.removeItem(key); } catch { /* storage is off: then nothing is there */ } },
  };
  const isPlainClick = (event) => event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

  /* The region is in the page from the start; the pause lets the same words be read again. */
  const status = find('#melding');
  function say(words) {
    if (status && words) {
      status.textContent = '';
      setTimeout(() => { status.textContent = words; }, 100);
    }
  }

  document.addEventListener('melding', (event) => say(event.detail));

  const linkedId = () => BigInt(location.hash.match(/^#reactie-(\d+)$/)?.[1] ?? 0);

  function showLinked() {
    const article = document.getElementById(`reactie-${linkedId()}`);
    for (let fold = article?.closest('details:not([open])'); fold; fold = fold.parentElement.closest('details:not([open])')) {
      fold.open = true;
    }

    return article;
  }

  /* What a page that came back is about; no long glide over the article. */
  function arrive(target) {
    const focus = () => {
      if (document.activeElement !== document.body) {
        return;
      }

      if (target?.id.startsWith('reactie-') === false) {
        target.scrollIntoView({ block: 'center', behavior: 'instant' });
      }

      target?.focus({ preventScroll: true });
    };
    focus();
    // The fragment of the address takes the focus away once more when the page is complete.
    addEventListener('load', () => setTimeout(focus), { once: true });
  }

  /* A link from before the site moved in. */
  const followOld = () => location.hash.startsWith('#comment-') && import(oud).then(({ follow }) => follow());
  followOld();
  addEventListener('hashchange', () => showLinked() || followOld());

  const form = find('form#reageren[data-reactie]');
  const faults = find('#fouten');
  if (!form) {
    arrive(faults ?? find('#voorbeeld') ?? showLinked());
    return;
  }

  const words = form.dataset;
  const section = form.closest('section');
  const { Body: body, ParentId: parent } = form.elements;
  const send = find('.row > button', form);

  /* ---- The one form moves: under a comment, and back to its place. ---- */

  const elsewhere = find('[data-elders]');
  const place = elsewhere ?? document.createElement('p');
  let cancel = find('[data-annuleren]', form);
  if (!elsewhere) {
    place.hidden = true;
    section.before(place);
  }

  function headFor(article) {
    const heading = find('[data-kop]', form);
    const writer = article ? find('.p-author', article).textContent.trim() : '';
    const number = article ? find('.nr', article)?.textContent.match(/\d+/)?.[0] : undefined;
    const hint = find('[data-onder]', form);
    heading.textContent = article ? heading.dataset.antwoordkop.replace('{0}', () => writer) : heading.dataset.kop;
    hint.textContent = number ? hint.dataset.onder.replace('{0}', number) : '';
    send.textContent = article ? send.dataset.antwoord : send.dataset.plaats;
    section.classList.toggle('reply-form', !!article);
    return heading.textContent;
  }

  function cancelButton() {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'link-tap';
    button.textContent = words.annuleer;
    button.addEventListener('click', stopAnswering);
    return button;
  }

  function moveTo(id) {
    const article = id && document.getElementById(`reactie-${id}`);
    if (isTyped) {
      session.remove(draftKey());
    }

    (article || place).after(section);
    place.hidden = true;
    parent.value = id;
    cancel?.remove();
    cancel = id ? cancelButton() : null;
    if (cancel) {
      send.parentElement.append(cancel);
    }

    find('.is-draft', form)?.remove();
    const heading = headFor(article);
    (body.value.trim() ? keep : restore)();
    return heading;
  }

  function answer(link) {
    const id = link.dataset.antwoord;
    if (!document.getElementById(`reactie-${id}`)) {
      return false;
    }

    if (parent.value !== id) {
      say(moveTo(id));
    }

    body.focus({ preventScroll: true });
    section.scrollIntoView({ block: 'nearest' });
    return true;
  }

  function stopAnswering() {
    const link = find(`a[data-antwoord="${CSS.escape(parent.value)}"]`);
    moveTo('');
    link?.focus();
  }

  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('a[data-antwoord]');
    if (link && isPlainClick(event) && answer(link)) {
      event.preventDefault();
    }
  });

  form.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.isComposing && cancel && !body.value.trim()) {
      event.preventDefault();
      cancel.click();
    }
  });

  /* ---- The text is kept in this tab, per post and answered comment, from the first letter until it is placed. ---- */

  const sentKey = 'reactie-verzonden';
  const drafts = `reactie:${new URL(form.action).pathname}:`;
  const draftKey = () => drafts + parent.value;
  const newest = () => Array.from(document.querySelectorAll('article[id^="reactie-"]'), (article) => BigInt(article.id.slice(8)))
    .reduce((most, id) => (id > most ? id : most), 0n);
  let waiting = 0;
  let isTyped = false;
  let isHalfWay = !!(faults ?? find('#voorbeeld'));

  function keep() {
    clearTimeout(waiting);
    if (!isTyped) {
      return;
    }

    const isKept = body.value.trim() ? session.set(draftKey(), body.value) : (session.remove(draftKey()), true);
    (isKept ? removeEventListener : addEventListener)('beforeunload', askFirst);
  }

  function restore() {
    const text = session.get(draftKey());
    if (!text || body.value.trim()) {
      return;
    }

    body.value = text;
    isTyped = true;
    isHalfWay = true;
    const note = document.createElement('p');
    note.className = 'note is-draft';
    note.textContent = words.concept;
    body.closest('.field').before(note);
    say(words.concept);
  }

  /* Only where the tab can store nothing. */
  function askFirst(event) {
    if (body.value.trim() && !isBusy) {
      event.preventDefault();
    }
  }

  body.addEventListener('input', () => {
    isTyped = true;
    clearTimeout(waiting);
    waiting = setTimeout(keep, 400);
  });
  body.addEventListener('change', keep);
  addEventListener('pagehide', () => {
    // A browser may hide this page after the next one has thrown the draft away.
    if (!isBusy) {
      keep();
    }
  });

  /* ---- What came of the last post: placed when the address names a comment newer than all that stood here. ---- */

  const stored = session.get(sentKey);
  session.remove(sentKey);
  const sent = JSON.parse(stored || null);
  const article = showLinked();
  const isPlaced = !!sent?.draft.startsWith(drafts) && !faults && linkedId() > BigInt(sent.newest);
  if (isPlaced) {
    session.remove(sent.draft);
    document.documentElement.dataset.geplaatst = 'ja';
  }

  /* ---- Sending, once, with the time it took; unknown when part of the writing was on an earlier page. ---- */

  const spent = document.createElement('input');
  spent.type = 'hidden';
  spent.name = 'Duur';
  form.append(spent);
  let began = 0;
  form.addEventListener('focusin', () => { began ||= performance.now(); });

  let isBusy = false;
  let sentDraft = '';
  function setBusy(busy) {
    isBusy = busy;
    send.removeAttribute('aria-disabled');
    if (busy) {
      send.setAttribute('aria-disabled', 'true');
      say(send.dataset.wacht);
    }

    send.textContent = send.dataset[busy ? 'wacht' : parent.value ? 'antwoord' : 'plaats'];
  }

  /* The preview comes in place; without an answer the plain post goes. */
  let isPlain = false;
  function preview(event) {
    const button = event.submitter;
    event.preventDefault();
    Promise.all([import(pagina), import(voorbeeld)])
      .then(([{ fetchPage }, { showPreview }]) => showPreview(form, button, fetchPage))
      .catch(() => { isPlain = true; form.requestSubmit(button); });
  }

  form.addEventListener('submit', (event) => {
    if (isBusy) {
      event.preventDefault();
      return;
    }

    spent.value = began && !isHalfWay ? Math.round(performance.now() - began) : '';
    if (event.submitter !== send && event.submitter?.name) {
      isPlain || preview(event);
      return;
    }

    keep();
    sentDraft = session.get(draftKey()) && draftKey();
    session.set(sentKey, JSON.stringify({ draft: draftKey(), newest: String(newest()) }));
    setBusy(true);
  });
  addEventListener('pageshow', (event) => {
    if (!event.persisted) {
      return;
    }

    if (sentDraft && !session.get(sentDraft)) {
      body.value = '';
      isTyped = false;
    }

    sentDraft = '';
    setBusy(false);
  });

  /* ---- On arrival. ---- */

  restore();
  arrive(faults ?? find('#voorbeeld') ?? article);
  if (isPlaced) {
    say((article && find('.state', article))?.textContent.trim() ?? words.geplaatst);
  }
})();
