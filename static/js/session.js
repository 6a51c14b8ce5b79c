// Keeps what is typed a moment after each field, tells before the session locks, and hides the
// record once it is locked.
// The server locks by itself; without this script nothing is lost, only nobody is told before.
(function () {
  "use strict";

  const session = document.querySelector("meta[name=session]");
  const WARNED_BEFORE = 120;
  const LOOKED_AGAIN = 5;
  const KEPT_AFTER = 800;
  if (!session) return;

  const whole = Number(session.dataset.seconds);
  const here = window.location.pathname + window.location.search;
  const typed = new Set();
  let warning = null;
  let soon = 0;

  const token = () => {
    const field = document.querySelector("input[name=csrfmiddlewaretoken]");
    return field ? field.value : "";
  };

  const send = (address, body) => fetch(address, {
    method: "POST",
    headers: { "X-CSRFToken": token(), "X-Page": here },
    body,
    keepalive: true,
  });

  function keep() {
    const form = [...typed].pop();
    if (!form || !form.isConnected) return Promise.resolve();
    const fields = new URLSearchParams();
    new FormData(form).forEach((value, name) => {
      if (typeof value === "string") fields.append(name, value);
    });
    return send(session.dataset.keep, fields).then(
      (answer) => tell(form, answer.ok), () => tell(form, false),
    );
  }

  function tell(form, kept) {
    let line = form.querySelector(".ots-draft");
    if (!line) {
      line = document.createElement("p");
      line.className = "ots-draft ots-note";
      line.setAttribute("role", "status");
      form.append(line);
    }
    const said = kept ? "Draft kept. If you are cut off, it is here again." : "No connection: not kept yet.";
    if (line.textContent !== said) line.textContent = said;
  }

  function keepSoon() {
    window.clearTimeout(soon);
    soon = window.setTimeout(keep, KEPT_AFTER);
  }

  function warn() {
    if (warning) return;
    warning = document.createElement("div");
    warning.className = "usa-alert usa-alert--warning ots-session";
    warning.setAttribute("role", "alert");
    const body = document.createElement("div");
    body.className = "usa-alert__body";
    const text = document.createElement("p");
    text.className = "usa-alert__text";
    text.textContent = "This session locks in less than two minutes. What you have typed is kept. ";
    const stay = document.createElement("button");
    stay.type = "button";
    stay.className = "usa-button";
    stay.textContent = "Stay signed in";
    stay.addEventListener("click", () => {
      send(session.dataset.stay).finally(look);
      calm();
    });
    body.append(text, stay);
    warning.append(body);
    document.body.append(warning);
    keep();
  }

  function calm() {
    if (warning) warning.remove();
    warning = null;
  }

  async function look() {
    let left = 0;
    try {
      left = (await (await fetch(session.dataset.state)).json()).seconds;
    } catch {
      window.setTimeout(look, LOOKED_AGAIN * 1000);
      return;
    }
    if (left <= 0) {
      await keep();
      window.location.assign(`${session.dataset.unlock}?next=${encodeURIComponent(here)}`);
    } else if (left <= WARNED_BEFORE) {
      warn();
      window.setTimeout(look, Math.min(left, LOOKED_AGAIN) * 1000 + 500);
    } else {
      calm();
      window.setTimeout(look, (left - WARNED_BEFORE) * 1000 + 500);
    }
  }

  // A search asks and changes nothing; other forms say so themselves.
  const isEntry = (form) => form && form.method === "post"
    && !form.matches("[role=search], [data-no-draft]") && !form.elements.asks
    && !form.querySelector("input[type=password]");

  function note(event) {
    const form = event.target.form;
    if (!isEntry(form)) return;
    typed.delete(form);
    typed.add(form);
    keepSoon();
  }

  document.addEventListener("input", note);
  document.addEventListener("change", note);
  // What is sent is saved or comes back with its errors: a draft would only come in between.
  document.addEventListener("submit", (event) => {
    window.clearTimeout(soon);
    typed.delete(event.target);
  });
  window.addEventListener("pagehide", () => {
    if (soon && typed.size) keep();
  });
  // A machine that slept: its timers did not run.
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) look();
  });
  window.setTimeout(look, Math.max(1, whole - WARNED_BEFORE) * 1000 + 500);
}());
