// Leaves the page at once: blanks it and takes it out of the history. Without this script it is an ordinary link.
document.querySelectorAll("[data-leave]").forEach((link) => {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    document.documentElement.classList.add("left");
    window.location.replace(link.href);
  });
});

// What has to be mended is read out first.
document.querySelector(".summary, [data-announce]")?.focus();
