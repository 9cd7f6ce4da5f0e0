// What a webapp asks for by itself keeps nobody signed in. Whoever types or points does, and says so once a minute.
const MINUTE = 60 * 1000;
const address = new URL('../../../../session', import.meta.url);
let said = Date.now();

const works = () => {
  if (Date.now() - said >= MINUTE) {
    said = Date.now();
    fetch(address, { cache: 'no-store' }).catch(() => {});
  }
};
['keydown', 'pointerdown'].forEach(sign => document.addEventListener(sign, works, { capture: true, passive: true }));
