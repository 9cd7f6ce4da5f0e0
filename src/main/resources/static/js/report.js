// A question of a report: what is typed is saved while it is typed, and files are sent when they are chosen. Without this
// script the buttons do both.
const form = document.querySelector("form[data-draft]");
document.documentElement.classList.add("scripted");

const saved = document.querySelector("#sparat");
const told = document.querySelector("#inte-sparat");
const PAUSE = 800;
const LONGEST_PAUSE = 5000;
const LONGEST_WAIT = 30000;
const LARGEST_AFTERWARDS = 60000;

let unsaved = form.dataset.late === "yes";
let unsavedSince = 0;
let timer;
let wait = 1000;
let saving = Promise.resolve();
let uploading = null;
let closed = false;
let leaving = false;

const say = (what) => {
  told.textContent = what ? told.dataset[what] : "";
  told.hidden = !what;
  told.dataset.says = what ?? "";
};

const fields = () => {
  const typed = new URLSearchParams();
  new FormData(form).forEach((value, name) => {
    if (typeof value === "string") {
      typed.append(name, value);
    }
  });
  return typed;
};

const send = (address, body, more) =>
  fetch(address, { method: "POST", body, redirect: "manual", cache: "no-store", ...more }).catch(() => null);

// After signing in again in another tab the page has to have the new token.
const signedInAgain = async () => {
  const dialog = document.querySelector("#utloggning");
  const answer = await fetch(dialog.dataset.address, { cache: "no-store" }).catch(() => null);
  const now = answer?.ok ? await answer.json() : null;
  if (now?.person !== document.body.dataset.person) {
    return false;
  }
  document.querySelectorAll("input[name=_csrf]").forEach((field) => {
    field.value = now.csrf;
  });
  return true;
};

const tryAgain = () => {
  timer = setTimeout(save, wait);
  wait = Math.min(2 * wait, LONGEST_WAIT);
};

// Answers whether the page may be left: what cannot be reached cannot be gone to.
const saveNow = async () => {
  clearTimeout(timer);
  const typed = fields();
  const small = typed.toString().length < LARGEST_AFTERWARDS;
  let answer = await send(`${form.action}?spara`, typed, { keepalive: small });
  if (answer?.status === 403 && (await signedInAgain())) {
    answer = await send(`${form.action}?spara`, fields(), { keepalive: small });
  }
  if (!answer || answer.status >= 500) {
    say("away");
    tryAgain();
    return false;
  }
  wait = 1000;
  if (answer.ok) {
    unsaved = fields().toString().replace(/_csrf=[^&]*/, "") !== typed.toString().replace(/_csrf=[^&]*/, "");
    say(["away", "again"].includes(told.dataset.says) ? "again" : null);
    const time = new Date().toLocaleTimeString("sv-SE", { hour: "2-digit", minute: "2-digit" }).replace(":", ".");
    saved.textContent = `${saved.dataset.saved} ${time}`;
  } else if (answer.status === 409) {
    closed = true;
    say("other");
  } else if (answer.status === 404 || answer.status === 410) {
    closed = true;
    say("sent");
  } else {
    say(answer.status === 400 ? "unsaved" : "out");
  }
  return true;
};

const save = () => {
  saving = saving.then(saveNow);
  return saving;
};

form.addEventListener("input", (event) => {
  if (event.target.type === "file" || closed) {
    return;
  }
  unsavedSince = unsaved ? unsavedSince : Date.now();
  unsaved = true;
  saved.textContent = "\u00a0";
  if (told.dataset.says !== "away") {
    clearTimeout(timer);
    timer = setTimeout(save, Math.max(0, Math.min(PAUSE, unsavedSince + LONGEST_PAUSE - Date.now())));
  }
});

form.addEventListener("submit", async (event) => {
  if (event.defaultPrevented || leaving) {
    return;
  }
  event.preventDefault();
  if (uploading) {
    say("files");
    await uploading;
    if (told.dataset.says === "cut") {
      delete form.dataset.sent;
      return;
    }
  }
  const goOn = closed || (await save());
  // A form cannot be sent while it says that it is being sent.
  await new Promise((later) => setTimeout(later));
  delete form.dataset.sent;
  if (goOn) {
    leaving = true;
    form.requestSubmit(event.submitter);
  }
});

window.addEventListener("pageshow", () => {
  leaving = false;
});
window.addEventListener("online", () => unsaved && !closed && save());
document.addEventListener("visibilitychange", () => unsaved && !closed && save());
if (unsaved) {
  save();
}

// --- files

const sending = document.querySelector("#sandning");

const upload = (input) =>
  new Promise((done) => {
    const data = new FormData();
    fields().forEach((value, name) => data.append(name, value));
    [...input.files].forEach((file) => data.append("files", file));
    const request = new XMLHttpRequest();
    const share = (percent) => {
      sending.querySelector("progress").value = percent;
      sending.querySelector("[data-share]").textContent = `${percent} %`;
    };
    sending.querySelector("[data-stop]").onclick = () => request.abort();
    request.upload.addEventListener("progress", ({ loaded, total }) => share(Math.floor((100 * loaded) / total)));
    request.addEventListener("load", () => {
      const now = request.response?.querySelector("#filer");
      if (now) {
        input.value = "";
        document.querySelector("#filer").replaceWith(now);
        say(null);
        now.querySelector(".summary, [data-announce]")?.focus();
      } else {
        say(request.status === 403 ? "out" : "cut");
      }
    });
    request.addEventListener("error", () => say("cut"));
    request.addEventListener("abort", () => {
      input.value = "";
      say(null);
    });
    request.addEventListener("loadend", () => {
      sending.hidden = true;
      done();
    });
    share(0);
    sending.hidden = false;
    request.open("POST", `${form.action}?filer`);
    request.responseType = "document";
    request.send(data);
  });

form.querySelectorAll("input[type=file]").forEach((input) => {
  input.addEventListener("change", async () => {
    if (input.files.length > 0) {
      const mine = (uploading ?? Promise.resolve()).then(() => upload(input));
      uploading = mine;
      await mine;
      uploading = uploading === mine ? null : uploading;
    }
  });
});
