// Signs in with a passkey, or registers one. Without this script, or without a browser that knows passkeys, the button stays hidden and the password works.
(() => {
  'use strict';

  const forms = document.querySelectorAll('form[data-passkey]');
  if (!window.PublicKeyCredential || !PublicKeyCredential.parseRequestOptionsFromJSON || !forms.length) {
    return;
  }

  const ask = async form => {
    const answer = await fetch(form.dataset.vraag, { method: 'POST', body: new FormData(form), credentials: 'same-origin' });
    if (!answer.ok) {
      throw new Error(answer.status === 422 ? await answer.text() : form.dataset.mislukt);
    }
    const question = await answer.json();
    return form.dataset.passkey === 'inloggen'
      ? navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(question) })
      : navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(question) });
  };

  for (const form of forms) {
    const fault = form.querySelector('[role=alert]');
    form.hidden = false;
    form.addEventListener('submit', async event => {
      if (form.elements.Credential.value) {
        return;
      }
      event.preventDefault();
      fault.hidden = true;
      try {
        form.elements.Credential.value = JSON.stringify(await ask(form));
      } catch (wrong) {
        fault.textContent = wrong.constructor === Error ? wrong.message : form.dataset.mislukt;
        fault.hidden = false;
        return;
      }
      form.submit();
    });
  }

  for (const between of document.querySelectorAll('[data-passkey-of]')) {
    between.hidden = false;
  }
})();
