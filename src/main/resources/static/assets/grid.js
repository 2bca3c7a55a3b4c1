// SPDX-License-Identifier: Apache-2.0
// Editing cells of the list of controls. Without it, each row has a page of its own on which all of this can be done.
"use strict";

(() => {
  const form = document.getElementById("grid");
  if (!form || !form.dataset.may) {
    return;
  }
  const words = form.dataset;
  const said = document.getElementById("grid-said");
  const token = form.querySelector("input[name=_csrf]").value;
  const rows = [...form.querySelectorAll("tr[data-id]")];
  const sending = new Map();
  let open = null;
  let place = { row: 0, cell: 0 };
  let keys = localStorage.getItem("torokubo-grid-keys") !== "off";

  const cellsOf = (row) => [...row.querySelectorAll("td[data-f]")];
  const address = (row) => words.here + "/" + encodeURIComponent(row.dataset.id);

  rows.forEach((row) => {
    const mark = document.createElement("span");
    mark.className = "tb-sub tb-grid__mark";
    mark.setAttribute("role", "status");
    row.querySelector("th").append(mark);
    cellsOf(row).forEach((cell) => {
      cell.tabIndex = -1;
      cell.dataset.edit = "1";
    });
  });
  const mark = (row, text, state) => {
    const place = row.querySelector(".tb-grid__mark");
    place.textContent = text;
    row.dataset.row = state;
    return place;
  };

  const toggle = document.createElement("button");
  toggle.type = "button";
  toggle.className = "tb-button tb-noprint";
  toggle.dataset.size = "s";
  const tellKeys = () => {
    toggle.textContent = keys ? words.keysOn : words.keysOff;
    toggle.setAttribute("aria-pressed", String(keys));
  };
  toggle.addEventListener("click", () => {
    keys = !keys;
    localStorage.setItem("torokubo-grid-keys", keys ? "on" : "off");
    tellKeys();
  });
  tellKeys();
  form.prepend(toggle);

  async function edit(cell) {
    if (open && open.cell === cell) {
      return;
    }
    await leave();
    const row = cell.closest("tr");
    await sending.get(row.dataset.id);
    const answer = await fetch(address(row) + "/cell", { headers: { Accept: "application/json" } });
    if (!answer.ok) {
      mark(row, words.unsaved, "missing");
      return;
    }
    const now = await answer.json();
    const field = cell.dataset.f;
    if (!(field in now.values)) {
      return;
    }
    const input = control(field, now);
    const shown = [...cell.childNodes];
    const wording = now.wordings[field] || "";
    const heading = form.querySelector("thead tr").cells[cell.cellIndex].textContent.trim();
    input.setAttribute("aria-label", [row.dataset.id, heading, words[wording]].filter(Boolean).join(" "));
    if (wording) {
      input.lang = wording;
    }
    cell.replaceChildren(input);
    row.dataset.row = "editing";
    open = { cell, row, input, shown, before: now.values[field], wording, version: now.version, composing: false };
    input.addEventListener("compositionstart", () => { open.composing = true; });
    input.addEventListener("compositionend", () => {
      if (open && open.input === input) {
        open.composing = false;
        if (document.activeElement !== input) {
          leave();
        }
      }
    });
    input.addEventListener("blur", () => {
      // while a word is being composed the cell is not left: what stands in it is not a word yet
      if (open && open.input === input && !open.composing) {
        leave();
      }
    });
    input.addEventListener("keydown", (event) => {
      if (event.isComposing || event.keyCode === 229 || (open && open.composing)) {
        return;
      }
      if (event.key === "Escape") {
        event.preventDefault();
        cancel();
      } else if (event.key === "Enter" && (input.tagName !== "TEXTAREA" || event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        leave();
      }
    });
    input.focus();
  }

  function control(field, now) {
    const choices = now.options[field];
    const input = document.createElement(choices ? "select" : field === "text" || field === "reason" ? "textarea" : "input");
    input.className = choices ? "tb-select" : input.tagName === "TEXTAREA" ? "tb-area" : "tb-input";
    if (choices) {
      Object.entries(choices).forEach(([code, name]) => input.append(new Option(name, code)));
    }
    input.value = now.values[field];
    return input;
  }

  function close() {
    const was = open;
    open = null;
    was.cell.replaceChildren(...was.shown);
    if (was.row.dataset.row === "editing") {
      delete was.row.dataset.row;
    }
    return was;
  }

  function cancel() {
    const was = close();
    was.cell.focus();
  }

  async function leave() {
    if (!open || open.composing) {
      return;
    }
    const value = open.input.value;
    if (value === open.before) {
      close();
      return;
    }
    const was = close();
    const field = was.cell.dataset.f;
    mark(was.row, words.saving, "draft");
    const sent = send(was, field, value);
    sending.set(was.row.dataset.id, sent);
    await sent;
    sending.delete(was.row.dataset.id);
  }

  async function send(was, field, value) {
    const body = new URLSearchParams({
      _csrf: token, commandId: crypto.randomUUID(), field: field, value: value, wording: was.wording, seen: String(was.version),
    });
    let answer;
    let content;
    try {
      answer = await fetch(address(was.row) + "/cell", { method: "POST", headers: { Accept: "application/json" }, body: body });
      content = await answer.json();
    } catch (lost) {
      keep(was, field, value, words.unsaved);
      return;
    }
    if (answer.ok && content.outcome === "saved") {
      was.row.dataset.v = String(content.version);
      cellsOf(was.row).forEach((cell) => {
        const text = cell.querySelector("span");
        if (text && cell.dataset.f in content.shown && !(open && open.cell === cell)) {
          text.textContent = content.shown[cell.dataset.f];
        }
      });
      mark(was.row, content.said, "");
      found(was.row, content.findings);
      said.textContent = [was.row.dataset.id, content.said, ...content.findings.map((one) => one.called + " " + one.wrong)].join(" ");
    } else {
      keep(was, field, value, content.outcome === "conflict" ? words.conflict : words.unsaved + " " + (content.said || ""));
    }
  }

  // what the self-check says of the row as it was just saved
  function found(row, findings) {
    row.querySelectorAll(".tb-found").forEach((old) => old.remove());
    if (findings.length === 0) {
      return;
    }
    const list = document.createElement("ul");
    list.className = "tb-found";
    list.setAttribute("aria-label", row.dataset.id + " " + words.found);
    findings.forEach((one) => {
      const item = document.createElement("li");
      const weight = document.createElement("span");
      weight.className = "tb-chip";
      weight.dataset.tone = one.weight === "error" ? "bad" : "warn";
      weight.textContent = one.called;
      const article = document.createElement("span");
      article.className = "tb-sub";
      article.textContent = one.article;
      item.append(weight, " " + one.wrong + " " + one.mend + " ", article);
      list.append(item);
    });
    row.querySelector(".tb-grid__control").append(list);
  }

  // what was typed goes to the page of the row, which shows both texts or says what is wrong
  function keep(was, field, value, text) {
    const place = mark(was.row, "", "missing");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "tb-button";
    button.dataset.size = "s";
    button.textContent = text;
    button.addEventListener("click", () => {
      const page = document.createElement("form");
      page.method = "post";
      page.action = address(was.row);
      const back = form.querySelector("input[name=back]").value;
      const fields = { _csrf: token, commandId: crypto.randomUUID(), field, value, wording: was.wording, seen: String(was.version), back };
      Object.entries(fields).forEach(([name, content]) => {
        const input = document.createElement("input");
        input.type = "hidden";
        input.name = name;
        input.value = content;
        page.append(input);
      });
      document.body.append(page);
      was.row.dataset.row = "";
      page.submit();
    });
    place.append(button);
    said.textContent = was.row.dataset.id + " " + text;
  }

  form.addEventListener("dblclick", (event) => {
    const cell = event.target.closest("td[data-edit]");
    if (cell) {
      edit(cell);
    }
  });
  form.addEventListener("click", (event) => {
    const cell = event.target.closest("td[data-edit]");
    if (cell && !(open && open.cell === cell)) {
      place = { row: rows.indexOf(cell.closest("tr")), cell: cellsOf(cell.closest("tr")).indexOf(cell) };
      cell.focus();
    }
  });

  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select");
    if (!keys || open || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || typing && typing.type !== "checkbox") {
      return;
    }
    const step = { j: [1, 0], ArrowDown: [1, 0], k: [-1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] }[event.key];
    const inside = form.contains(document.activeElement) && document.activeElement.matches("td[data-edit]");
    if (step && (inside || event.key === "j" || event.key === "k")) {
      event.preventDefault();
      place.row = Math.min(rows.length - 1, Math.max(0, place.row + (inside ? step[0] : 0)));
      const cells = cellsOf(rows[place.row]);
      place.cell = Math.min(cells.length - 1, Math.max(0, place.cell + step[1]));
      cells[place.cell].focus();
    } else if (inside && (event.key === "e" || event.key === "Enter")) {
      event.preventDefault();
      edit(document.activeElement);
    }
  });

  window.addEventListener("beforeunload", (event) => {
    if (open && open.input.value !== open.before || sending.size > 0) {
      event.preventDefault();
    }
  });
})();
