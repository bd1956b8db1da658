// Runs in the page itself: search, filter and copy. Without it the page shows everything.
const filter = document.querySelector('.filter');
const search = document.querySelector('#search');
const verdict = document.querySelector('#verdict');
const level = document.querySelector('#level');
const count = document.querySelector('#count');
const clauses = [...document.querySelectorAll('.clause')].map((element) => ({
  element,
  text: element.textContent.toLowerCase(),
}));
const sections = [...document.querySelectorAll('section[data-clauses]')];

function matches({ element, text }) {
  const words = search.value.toLowerCase().split(/\s+/);
  const verdicts = element.dataset.verdict.split(' ');
  return (
    words.every((word) => text.includes(word)) &&
    (verdict === null || verdict.value === '' || verdicts.includes(verdict.value)) &&
    (level.value === '' || element.dataset.level === level.value)
  );
}

function apply() {
  let visible = 0;
  for (const clause of clauses) {
    clause.element.hidden = !matches(clause);
    if (!clause.element.hidden) visible += 1;
  }
  for (const section of sections) section.hidden = section.querySelector('.clause:not([hidden])') === null;
  count.textContent = `${visible} of ${clauses.length} clauses`;
}

/** A link to a clause that the filter hides shows everything again. */
function reveal() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target === null) return;
  if (target.closest('[hidden]') !== null) {
    for (const control of filter.querySelectorAll('input, select')) control.value = '';
    apply();
  }
  target.querySelector('details')?.setAttribute('open', '');
  target.scrollIntoView();
}

filter.hidden = false;
filter.addEventListener('input', apply);
window.addEventListener('hashchange', reveal);
window.addEventListener('beforeprint', () => {
  for (const details of document.querySelectorAll('details[data-print="true"]')) details.open = true;
});
document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.target instanceof HTMLInputElement) return;
  event.preventDefault();
  search.focus();
});
document.addEventListener('click', async (event) => {
  const button = event.target.closest('.copy button');
  if (button === null) return;
  await navigator.clipboard.writeText(button.parentElement.querySelector('pre').textContent);
  button.textContent = 'Copied';
});
apply();
reveal();
