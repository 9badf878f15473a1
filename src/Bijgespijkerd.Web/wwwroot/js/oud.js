/* A link from before the site moved in: its comment stands here under its old name, or on another page of the conversation. */
export function follow() {
  const old = location.hash.match(/^#comment-([1-9]\d{0,18})$/)?.[1];
  const here = old && document.getElementById(`comment-${old}`);
  if (here) {
    here.closest('article, li').scrollIntoView({ behavior: 'instant' });
  } else if (old) {
    const slug = location.pathname.split('/')[2] ?? '';
    location.replace(`/reactie/${old}?oud=${encodeURIComponent(slug)}`);
  }
}
