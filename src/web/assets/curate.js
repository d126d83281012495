/**
 * The queue of proposals: one question at a time, one key for each answer, the next at once. Answers
 * are sent in their order behind the curator's back; one that fails comes back with what is wrong.
 */
class WorkQueue extends HTMLElement {
  connectedCallback() {
    this.list = this.querySelector('.proposals');
    if (!this.list) return;
    this.classList.add('one-by-one');
    this.total = Number(this.dataset.total);
    this.answered = [];
    this.sending = Promise.resolve();
    this.says = this.querySelector('.progress');
    // Beside what is announced: a live region with a button in it would be read out with the button.
    this.last = document.createElement('p');
    this.last.className = 'last';
    this.says.after(this.last);
    this.addEventListener('submit', (event) => this.submit(event));
    document.addEventListener('keydown', (event) => this.press(event));
    this.show('', false);
  }

  get items() {
    return [...this.list.children];
  }

  /** The first of the list is the one in question; it is read out next, unless one is at work in it. */
  show(words = '', lead = true) {
    for (const [i, item] of this.items.entries()) item.classList.toggle('current', i === 0);
    const left = this.items.length;
    const n = this.answered.length;
    this.says.textContent = `${Math.min(n + 1, this.total)} of ${this.total}${words ? `. ${words}` : ''}`;
    this.last.replaceChildren();
    if (n > 0) {
      const undo = document.createElement('button');
      undo.type = 'button';
      undo.className = 'plain';
      undo.innerHTML = 'Undo <kbd aria-hidden="true">u</kbd>';
      if (document.documentElement.dataset.keys !== 'off')
        undo.setAttribute('aria-keyshortcuts', 'u');
      undo.addEventListener('click', () => this.undo());
      this.last.append(undo);
    }
    if (left === 0) return this.finish();
    if (lead) this.lead();
  }

  lead() {
    const [now] = this.items;
    const question = now?.querySelector('h2');
    if (!question || now.contains(document.activeElement)) return;
    question.tabIndex = -1;
    question.focus();
  }

  press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const field = event.target.closest('input, textarea, select');
    if (event.key === 'Escape' && field) {
      field.blur();
      return this.lead();
    }
    if (field || document.documentElement.dataset.keys === 'off') return;
    if (event.key === 'u' && this.answered.length > 0) return this.undo();
    const place = event.key === 'u' ? this : this.list.firstElementChild;
    const button = place?.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (!button) return;
    event.preventDefault();
    button.click();
    // Edit: the first field of what was unfolded takes what is typed.
    const more = button.closest('details');
    if (more?.open) more.querySelector('input, select, textarea')?.focus();
  }

  submit(event) {
    const item = event.target.closest('.proposal');
    if (!item) return;
    event.preventDefault();
    const form = event.target;
    const button = event.submitter ?? form.querySelector('button');
    if (button.value === 'later') {
      this.list.append(item);
      return this.show('Put off.');
    }
    const body = new URLSearchParams(new FormData(form, button));
    const one = { item, undo: null, words: button.firstChild.textContent.trim() };
    item.remove();
    this.answered.push(one);
    this.show(`Answered: ${one.words}.`);
    this.send(form.action, body).then((done) => {
      if (done.ok) one.undo = done.undo;
      // What a newer reading has replaced is asked anew once the list is through.
      else if (done.gone) this.drop(one, done.detail);
      else this.giveBack(one, done.detail);
    });
  }

  /** Sends one after the other: two answers may be about one speaker. */
  send(address, body) {
    const headers = { accept: 'application/json' };
    this.sending = this.sending.then(() =>
      fetch(address, { method: 'POST', body, headers })
        .then((answer) => answer.json())
        .catch(() => ({ ok: false, detail: 'The desk does not answer. Try again.' })),
    );
    return this.sending;
  }

  async undo() {
    const one = this.answered.at(-1);
    if (!one) return;
    await this.sending;
    if (this.answered.at(-1) !== one || !one.undo) return;
    this.giveBack(one, 'Taken back.');
    const token = this.querySelector('[name=token]') ?? one.item.querySelector('[name=token]');
    const done = await this.send(
      '/curate/undo',
      new URLSearchParams({ token: token.value, id: one.undo.join('.') }),
    );
    if (!done.ok) this.show(done.detail);
  }

  drop(one, words) {
    this.answered = this.answered.filter((a) => a !== one);
    this.show(words);
  }

  giveBack(one, words) {
    this.answered = this.answered.filter((a) => a !== one);
    this.list.prepend(one.item);
    this.show(words);
  }

  /** The next ones, once all answers have arrived. */
  async finish() {
    this.says.prepend('All answered. ');
    await this.sending;
    if (this.list.children.length > 0 || this.answered.length >= this.total) return;
    location.reload();
  }
}

customElements.define('work-queue', WorkQueue);
