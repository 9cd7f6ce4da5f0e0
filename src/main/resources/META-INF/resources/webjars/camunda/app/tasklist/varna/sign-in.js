// The sign-in of Camunda's webapps knows no passwords. Reading the page anew leads to ours, and back here afterwards.
const toSignIn = () => {
  if (/^#\/login/.test(window.location.hash)) {
    window.location.replace(window.location.pathname);
  }
};
window.addEventListener('hashchange', toSignIn);
toSignIn();
