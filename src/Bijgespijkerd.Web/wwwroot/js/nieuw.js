/*
 * What is new since last time: on this device alone, and only for who reacted here or asked for it. What does it is loaded for them alone.
 */
(() => {
  'use strict';

  const talk = document.querySelector('#reacties[data-nummer]');
  if (!talk) {
    return;
  }

  const { gelezen } = document.currentScript.dataset;
  const key = `reactie-gelezen:${talk.dataset.pad}`;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'link-tap';
  button.textContent = talk.dataset.onthou;
  talk.querySelector('[data-vers]').append(button);

  const begin = () => import(gelezen).then(({ keepPlace }) => keepPlace(talk, key, button), () => button.addEventListener('click', begin, { once: true }));
  let isKept = false;
  try {
    // Kept at once, for whoever leaves before the rest is loaded.
    if (document.documentElement.dataset.geplaatst && !localStorage.getItem(key)) {
      localStorage.setItem(key, JSON.stringify({ nummer: Number(talk.dataset.nummer), plek: 0 }));
    }

    isKept = !!localStorage.getItem(key);
  } catch { /* storage is off: then nothing is there */ }

  if (isKept) {
    begin();
  } else {
    button.addEventListener('click', begin, { once: true });
  }
})();
