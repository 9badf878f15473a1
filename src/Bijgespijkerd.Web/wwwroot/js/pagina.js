/* A page of ours, fetched and read: the one place where text becomes a document. The policy's name may be used once in a page. */
const own = { createHTML: (text) => text };
const policy = window.trustedTypes?.createPolicy('bijgespijkerd', own) ?? own;

export async function fetchPage(address, options) {
  const answer = await fetch(address, options);
  if (!answer.ok) {
    throw new Error(answer.status);
  }

  return new DOMParser().parseFromString(policy.createHTML(await answer.text()), 'text/html');
}
