// The sign-in of Camunda's webapps knows no passwords. Reading the page anew leads to ours, and back here afterwards.
const toSignIn = address => {
  if (/#\/login/.test(address)) {
    window.location.replace(window.location.pathname);
  }
};
window.addEventListener('hashchange', event => toSignIn(event.newURL));
toSignIn(window.location.href);
