(() => {
  'use strict';

  /* A film's player is built only after a click; until then no other host is asked for anything. */
  const players = {
    youtube: (id) => `https://www.youtube-nocookie.com/embed/${id}?autoplay=1`,
    vimeo: (id) => `https://player.vimeo.com/video/${id}?autoplay=1&dnt=1`,
  };
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('figure.embed a');
    const { embed, id } = link?.closest('figure').dataset ?? {};
    const isPlainClick = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!link || !isPlainClick || !Object.hasOwn(players, embed) || !/^[\w-]+$/.test(id)) {
      return;
    }

    event.preventDefault();
    const player = document.createElement('iframe');
    player.title = link.textContent.trim();
    player.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-presentation');
    player.allow = 'autoplay; fullscreen';
    player.width = '1600';
    player.height = '900';
    player.src = players[embed](id);
    link.replaceWith(player);
    player.focus();
  });
})();
