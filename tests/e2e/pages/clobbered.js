/**
 * Forms whose fields stand in the place of the form's own members: `<input name="elements">`. Runs in the page itself;
 * answers with the names for which the widget does not do its work.
 */

/** @param {string} tag @param {Record<string, string>} attributes @param {Element[]} children */
function build(tag, attributes, children = []) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** Every name that a form has, its own and what it inherits. */
function namesOfForms() {
  const names = new Set();
  for (let type = HTMLFormElement.prototype; type; type = Object.getPrototypeOf(type)) {
    for (const name of Object.getOwnPropertyNames(type)) names.add(name);
  }
  return [...names];
}

const { requestSubmit, addEventListener } = HTMLFormElement.prototype;
const pause = (/** @type {number} */ milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** @param {string} name */
async function tryOut(name) {
  const field = build('input', { type: 'password', autocomplete: 'new-password', id: `clobbered-${name}` });
  const again = build('input', { type: 'password', autocomplete: 'new-password' });
  const element = build('pass-muster', { for: field.id, breach: 'off' });
  const clobbering = build('input', { name });
  const form = build('form', {}, [clobbering, build('button', { name }), field, element, again]);
  document.querySelector('main').append(form);
  let sent = 0;
  addEventListener.call(form, 'submit', (event) => {
    event.preventDefault();
    sent += 1;
  });
  const type = (/** @type {string} */ text) => {
    for (const input of [field, again]) {
      input.value = text;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    }
  };
  const becomes = async (/** @type {string} */ verdict) => {
    for (let times = 0; times < 200 && element.verdict?.verdict !== verdict; times += 1) await pause(50);
    return element.verdict?.verdict === verdict;
  };
  const wrong = [];
  element.ready();
  type('password123');
  if (!(await becomes('weak'))) wrong.push('weak');
  requestSubmit.call(form);
  if (sent !== 0) wrong.push('refused');
  type('violet-umbrella-fjord-whistle');
  if (!(await becomes('accepted'))) wrong.push('strong');
  requestSubmit.call(form);
  await pause(50);
  if (sent !== 1) wrong.push('sent');
  element.destroy();
  if (field.hasAttribute('aria-describedby')) wrong.push('left');
  Element.prototype.remove.call(form);
  return wrong.length > 0 ? `${name}: ${wrong.join()}` : [];
}

export async function run() {
  const errors = [];
  globalThis.addEventListener('error', (event) => errors.push(event.message));
  const names = namesOfForms();
  const wrong = [];
  // Some at once: each waits more than it works.
  for (let start = 0; start < names.length; start += 60) {
    wrong.push(...(await Promise.all(names.slice(start, start + 60).map(tryOut))).flat());
  }
  return { tried: names.length, wrong, errors };
}
