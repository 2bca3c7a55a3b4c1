// SPDX-License-Identifier: Apache-2.0
// Passkeys need a script; everything else works without one. Its buttons stay hidden where there is no script or no passkey.
"use strict";

(() => {
  const can = window.PublicKeyCredential && PublicKeyCredential.parseCreationOptionsFromJSON;
  if (!can) {
    return;
  }

  const said = document.getElementById("passkey-said");
  const value = (id) => (document.getElementById(id) || { value: "" }).value;

  function say(words) {
    said.textContent = words;
    said.hidden = words === "";
  }

  async function post(address, body) {
    const token = document.querySelector("input[name=_csrf]").value;
    const answer = await fetch(address, {
      method: "POST",
      headers: { "X-CSRF-TOKEN": token, "Content-Type": "application/json", "Accept": "application/json" },
      body: body,
    });
    return { ok: answer.ok, content: await answer.json() };
  }

  async function go(button, create) {
    say("");
    button.disabled = true;
    try {
      const asked = await post(button.dataset.options, "{}");
      if (!asked.ok) {
        say(asked.content.said || button.dataset.failed);
        return;
      }
      const credential = create
        ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(asked.content) })
        : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(asked.content) });
      const more = new URLSearchParams();
      if (create) {
        more.set("label", value("passkey-label"));
        more.set("code", value("code"));
      } else {
        more.set("next", button.dataset.next || "");
      }
      const done = await post(button.dataset.answer + "?" + more, JSON.stringify(credential.toJSON()));
      if (done.ok && done.content.next) {
        location.assign(done.content.next);
      } else {
        say(done.content.said || button.dataset.failed);
      }
    } catch (refusedOrCancelled) {
      say(button.dataset.failed);
    } finally {
      button.disabled = false;
    }
  }

  for (const [id, create] of [["passkey-register", true], ["passkey-sign-in", false], ["passkey-prove", false]]) {
    const button = document.getElementById(id);
    if (button) {
      button.hidden = false;
      button.addEventListener("click", () => go(button, create));
    }
  }
  const part = document.getElementById("passkey-part");
  if (part) {
    part.hidden = false;
  }
})();
