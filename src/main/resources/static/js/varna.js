// Leaves the page at once: blanks it and takes it out of the history. Without this script it is an ordinary link.
const exit = document.querySelector("[data-leave]");
if (exit) {
  const leave = () => {
    document.documentElement.classList.add("left");
    window.location.replace(exit.href);
  };
  exit.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
  // So does Shift three times in a row, with nothing between: whoever writes capitals stays.
  const IN_A_ROW = 3000;
  let presses = [];
  document.addEventListener("keydown", (event) => {
    if (event.repeat) {
      return;
    }
    const now = Date.now();
    presses = event.key === "Shift" ? [...presses.filter((press) => now - press < IN_A_ROW), now] : [];
    if (presses.length === 3) {
      leave();
    }
  });
}

// What has to be mended, or what was done, is read out first; in a form that is filled in while somebody talks, the field.
(document.querySelector("form[data-quick] [aria-invalid=true]") ??
  document.querySelector(".summary, [data-announce]"))?.focus();

// What a link within the page leads to is opened.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']");
  const target = link && document.getElementById(link.hash.slice(1));
  target?.closest("details")?.setAttribute("open", "");
});

// A form is sent once, however many times the button is pressed.
document.querySelectorAll("form[method=post]").forEach((form) => {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) {
      event.preventDefault();
    }
    form.dataset.sent = "yes";
  });
  window.addEventListener("pageshow", () => delete form.dataset.sent);
});

// Before someone is signed out they are asked whether they are still there, and nothing that they have typed goes away.
const dialog = document.querySelector("#utloggning");
if (dialog) {
  const WARNING = 5 * 60;
  const { person, session } = document.body.dataset;
  const tabs = new BroadcastChannel("varna-session");
  let ends;
  let timer;
  let lastSign = Date.now();

  const say = (what) => {
    dialog.dataset.says = what;
    dialog.querySelectorAll("[data-when]").forEach((part) => {
      part.hidden = !part.dataset.when.split(" ").includes(what);
    });
    if (!dialog.open) {
      dialog.showModal();
    }
  };

  const look = () => {
    clearTimeout(timer);
    const left = ends - Date.now();
    if (left <= 0) {
      say("gone");
    } else if (left <= WARNING * 1000) {
      say("soon");
      timer = setTimeout(look, left);
    } else {
      timer = setTimeout(look, left - WARNING * 1000);
    }
  };

  const lasts = (seconds) => {
    ends = Date.now() + seconds * 1000;
    if (seconds > WARNING) {
      dialog.close();
      look();
    } else {
      // Going on does not help any more: the session has lasted as long as one may.
      say("last");
      clearTimeout(timer);
      timer = setTimeout(look, seconds * 1000);
    }
  };

  const goOn = async () => {
    const answer = await fetch(dialog.dataset.address, { redirect: "manual", cache: "no-store" }).catch(() => null);
    if (!answer) {
      say("unreachable");
    } else if (!answer.ok) {
      say("gone");
    } else {
      const now = await answer.json();
      if (now.person !== person) {
        say("other");
        return;
      }
      document.querySelectorAll("input[name=_csrf]").forEach((field) => {
        field.value = now.csrf;
      });
      lasts(now.seconds);
      tabs.postMessage({ person, seconds: now.seconds });
    }
  };

  dialog.querySelector("[data-go-on]").addEventListener("click", goOn);
  dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
  // A computer that has slept is late.
  document.addEventListener("visibilitychange", () => document.hidden || dialog.open || look());
  // What is done in another tab keeps this one signed in too; one that is signed out has to ask for itself.
  tabs.addEventListener("message", ({ data }) => {
    if (data.person === person && (!dialog.open || dialog.dataset.says === "soon")) {
      lasts(data.seconds);
    }
  });
  // Whoever is still writing is not signed out.
  document.addEventListener("input", (event) => {
    if (event.target.closest("form[data-stay]") && Date.now() - lastSign > WARNING * 1000) {
      lastSign = Date.now();
      goOn();
    }
  });

  lasts(Number(session));
  tabs.postMessage({ person, seconds: Number(session) });
}
