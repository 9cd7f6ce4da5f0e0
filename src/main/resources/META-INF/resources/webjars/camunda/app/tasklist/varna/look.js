// Name and colours are configuration, which files that are the same for all cannot know.
export const root = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '');

const answer = await fetch(`${root}/webbapp`);
export const look = answer.ok ? await answer.json() : {};
