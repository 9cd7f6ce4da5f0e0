// The sign-in of Camunda's webapps knows no passwords. Reading the page anew leads to ours, and back here afterwards.
// Once: a second time would break off the way that is already being taken.
let leaving = false;
const toSignIn = address => {
  if (!leaving && /#\/login/.test(address)) {
    leaving = true;
    window.location.replace(window.location.pathname);
  }
};
window.addEventListener('hashchange', event => toSignIn(event.newURL));
toSignIn(window.location.href);
