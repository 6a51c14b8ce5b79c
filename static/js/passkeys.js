// Passkeys: takes over forms marked data-passkey, asks the browser, and sends its answer with the form.
// Without scripts the form is sent as it is, and the page says which other ways there are.
(function () {
  "use strict";

  const toBytes = (text) => Uint8Array.from(
    atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0),
  );
  const toText = (bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

  function readable(options) {
    const keys = (list) => (list || []).map((each) => ({ ...each, id: toBytes(each.id) }));
    const read = { ...options, challenge: toBytes(options.challenge) };
    if (options.user) {
      read.user = { ...options.user, id: toBytes(options.user.id) };
      read.excludeCredentials = keys(options.excludeCredentials);
    } else {
      read.allowCredentials = keys(options.allowCredentials);
    }
    return read;
  }

  function sendable(credential) {
    const parts = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"];
    const response = {};
    parts.filter((part) => credential.response[part])
      .forEach((part) => { response[part] = toText(credential.response[part]); });
    return JSON.stringify({
      id: credential.id,
      rawId: toText(credential.rawId),
      type: credential.type,
      clientExtensionResults: credential.getClientExtensionResults(),
      response,
    });
  }

  async function ask(form) {
    const told = form.querySelector("[data-passkey-told]");
    const publicKey = readable(JSON.parse(form.dataset.options));
    try {
      const credential = form.dataset.passkey === "create"
        ? await navigator.credentials.create({ publicKey })
        : await navigator.credentials.get({ publicKey });
      form.elements.credential.value = sendable(credential);
      form.submit();
    } catch (error) {
      told.textContent = error.name === "InvalidStateError"
        ? "This device has a passkey for you already."
        : "No passkey was used. Try again, or use another way.";
    }
  }

  document.querySelectorAll("form[data-passkey]").forEach((form) => {
    if (!window.PublicKeyCredential) {
      form.querySelector("[data-passkey-told]").textContent = "This browser has no passkeys.";
      return;
    }
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      ask(form);
    });
  });

  document.querySelectorAll("[data-print]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  });
}());
