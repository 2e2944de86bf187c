// Keyboard: "g" and a letter goes to a page of the menu, "?" to the list of keys, "/" to the search field, "j" and "k"
// through the rows of a list, Enter opens, "n" makes the next step, "x" ticks. Single letters can be switched off on the list of
// keys (WCAG 2.1.4).
(() => {
  const off = () => localStorage.getItem("keys") === "off";
  let leader = false;
  let row = -1;

  const move = (step) => {
    const rows = [...document.querySelectorAll(".list tbody tr")].filter((each) => each.querySelector("a"));
    if (rows.length === 0) return;
    rows[row]?.classList.remove("chosen");
    row = Math.max(0, Math.min(rows.length - 1, row + step));
    rows[row].classList.add("chosen");
    rows[row].querySelector("a").focus();
  };

  const press = (key) => {
    switch (key) {
      case "g": leader = true; setTimeout(() => { leader = false; }, 1500); return true;
      case "?": document.querySelector("a[data-keys]")?.click(); return true;
      case "/": {
        const field = document.querySelector("input[type=search], main input[name=q], .filter input:not([type=hidden])");
        field?.focus();
        return field !== null;
      }
      case "j": move(1); return true;
      case "k": move(-1); return true;
      case "n": {
        // the next step of the chosen row: the only prominent button it has
        const step = document.querySelector("tr.chosen .primary");
        step?.click();
        return step !== null;
      }
      case "a": {
        const act = document.querySelector("tr.chosen [data-act=a]");
        act?.click();
        return act !== null;
      }
      case "x": {
        const box = document.querySelector("tr.chosen input[type=checkbox]");
        box?.click();
        return box !== null;
      }
      default: return false;
    }
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      // a draft that is shown is sent from wherever one stands on its page
      if (event.key === "Enter" && event.ctrlKey) {
        (event.target.closest?.("form") ?? document.querySelector("main form[data-sends]"))?.requestSubmit();
      }
      return;
    }
    if (event.key === "Escape") { document.activeElement?.blur(); return; }
    if (event.target.closest?.("input, textarea, select") || off()) return;
    if (leader) {
      leader = false;
      const link = document.querySelector(`.menu a[data-key="${CSS.escape(event.key)}"]`);
      if (link) { event.preventDefault(); link.click(); }
    } else if (press(event.key)) {
      event.preventDefault();
    }
  });

  // the switch for single letters, on the list of keys
  const choice = document.querySelector("#keys-off");
  if (choice) {
    choice.closest("[hidden]")?.removeAttribute("hidden");
    choice.checked = off();
    choice.addEventListener("change", () => localStorage.setItem("keys", choice.checked ? "off" : "on"));
  }

  // what refreshes itself may be paused, and never moves under whoever stands in it (WCAG 2.2.2)
  const pause = document.querySelector("#live-pause");
  pause?.closest("[hidden]")?.removeAttribute("hidden");
  document.addEventListener("htmx:beforeRequest", (event) => {
    const part = event.target;
    if (part.matches?.("[data-live]") && (pause?.checked || document.hidden || part.contains(document.activeElement))) {
      event.preventDefault();
    }
  });
  // a session that has ended answers with the sign-in page: go there rather than show it as a part
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (new URL(event.detail.xhr.responseURL).pathname === "/sign-in") {
      event.detail.shouldSwap = false;
      location.assign("/sign-in");
    }
  });
})();
