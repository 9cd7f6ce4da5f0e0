// Leaves the page at once: blanks it and takes it out of the history. Without this script it is an ordinary link.
document.querySelectorAll("[data-leave]").forEach((link) => {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    document.documentElement.classList.add("left");
    window.location.replace(link.href);
  });
});

// What has to be mended, or what was done, is read out first.
document.querySelector(".summary, [data-announce]")?.focus();

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

// Whoever is still writing is not signed out.
let lastSign = Date.now();
document.addEventListener("input", () => {
  if (Date.now() - lastSign > 5 * 60 * 1000 && document.querySelector("form[data-stay]")) {
    lastSign = Date.now();
    fetch("/mina-arenden", { method: "HEAD", credentials: "same-origin" }).catch(() => {});
  }
});
