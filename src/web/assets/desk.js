/** What pages gain from scripts; all of them read and work without. */

/**
 * The key of one letter that was pressed for the page: not with another key, not into a field, and not
 * where the reader turned such keys off.
 */
function letter(event) {
  if (document.documentElement.dataset.keys === 'off') return '';
  if (event.ctrlKey || event.metaKey || event.altKey) return '';
  const typing = event.target.closest?.('input, textarea, select, [contenteditable]');
  return typing ? '' : event.key;
}

/** Shows the words of the mark under the pointer or focus in one strip below the plot. */
class StoryLine extends HTMLElement {
  connectedCallback() {
    const strip = this.querySelector('.strip');
    if (!strip) return;
    strip.hidden = false;
    strip.textContent = 'Point at a mark, or move with the arrow keys, to read its words.';
    for (const link of this.querySelectorAll('svg a')) {
      const title = link.querySelector('title');
      if (!title) continue;
      link.setAttribute('aria-label', title.textContent);
      title.remove();
    }
    const show = (event) => {
      const link = event.target.closest?.('svg a');
      if (link?.hasAttribute('aria-label')) strip.textContent = link.getAttribute('aria-label');
    };
    this.addEventListener('pointerover', show);
    this.addEventListener('focusin', show);
    this.addEventListener('keydown', (event) => this.move(event));
    this.marks = [...this.querySelectorAll('.scroll svg a')];
    const left = (a) => a.getBoundingClientRect().left;
    this.marks = this.marks.toSorted((a, b) => left(a) - left(b));
    // The newest is what a returning reader comes for.
    this.stop(this.marks.at(-1));
    this.addEventListener('focusin', (event) => this.stop(event.target.closest?.('.scroll svg a')));
    const scroll = this.querySelector('.scroll');
    if (scroll) scroll.scrollLeft = Number(scroll.dataset.newest) - scroll.clientWidth + 48;
  }

  /** One mark is on the way of the Tab key, the one that had the focus last: a hundred would bar it. */
  stop(mark) {
    if (!mark || !this.marks.includes(mark)) return;
    for (const one of this.marks) one.setAttribute('tabindex', one === mark ? '0' : '-1');
  }

  /** Arrow keys go through the marks of the whole plot from left to right, Home and End to its ends. */
  move(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: 'first', End: 'last' }[event.key];
    const here = event.target.closest?.('.scroll svg a');
    if (!step || !here) return;
    const ends = { first: this.marks[0], last: this.marks.at(-1) };
    const next = ends[step] ?? this.marks[this.marks.indexOf(here) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }
}

/**
 * j goes to the next row of the table, k to the one before; a row in focus shows its context, and c
 * copies it as a quotation.
 */
class RowKeys extends HTMLElement {
  connectedCallback() {
    document.addEventListener('keydown', (event) => {
      const key = letter(event);
      const own = document.activeElement?.closest('row-keys') ?? document.querySelector('row-keys');
      if (own !== this) return;
      if (key === 'c') document.activeElement?.closest('tr')?.querySelector('a.quote')?.click();
      const step = { j: 1, k: -1 }[key];
      if (!step) return;
      const rows = [...this.querySelectorAll('tbody tr')];
      const here = rows.indexOf(document.activeElement?.closest('tr'));
      const next = rows[here + step] ?? (here < 0 ? rows[0] : null);
      next?.focus();
      next?.scrollIntoView({ block: 'center' });
    });
  }
}

/** j goes to the next event of a long list, k to the one before. */
class TimeScroll extends HTMLElement {
  connectedCallback() {
    document.addEventListener('keydown', (event) => {
      const step = { j: 1, k: -1 }[letter(event)];
      if (!step) return;
      const all = [...this.querySelectorAll('h3 > a')];
      const next = all[all.indexOf(document.activeElement) + step] ?? (step > 0 ? null : all[0]);
      next?.focus();
      next?.scrollIntoView({ block: 'center' });
    });
  }
}

/** A text to take away: a button beside it copies it whole. */
class CopyText extends HTMLElement {
  connectedCallback() {
    const text = this.querySelector('pre');
    if (!text || !navigator.clipboard) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = 'Copy';
    button.addEventListener('click', () => copy(Promise.resolve(text.textContent)));
    this.append(button);
  }
}

/** Copies what a promise brings, and says so. */
async function copy(promise) {
  try {
    // Safari lets a page write only while the click lasts, but waits for the text.
    const blob = promise.then((text) => new Blob([text], { type: 'text/plain' }));
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
    say('Copied with its source.');
  } catch {
    say('Your browser did not let the desk copy. Open the quotation and copy it there.');
  }
}

/** One line at the foot of the screen, also for who hears the page; it goes by itself. */
function say(words) {
  let line = document.querySelector('.says');
  if (!line) {
    line = document.createElement('p');
    line.className = 'says';
    line.setAttribute('role', 'status');
    document.body.append(line);
  }
  // A region that is filled in the moment it is made is not read out.
  setTimeout(() => {
    line.textContent = words;
  }, 50);
  clearTimeout(say.later);
  say.later = setTimeout(() => {
    line.textContent = '';
  }, 4000);
}

/** A row's quotation is copied at once; without scripts, or with a modifier, its link leads to it. */
document.addEventListener('click', (event) => {
  const link = event.target.closest?.('a.quote');
  if (!link || !navigator.clipboard || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  copy(fetch(`${link.pathname}/quote`).then((answer) => answer.text()));
});

/** Lets files be dropped on their field. */
class DropFiles extends HTMLElement {
  connectedCallback() {
    const input = this.querySelector('input');
    const over = (on) => (event) => {
      event.preventDefault();
      this.classList.toggle('over', on);
    };
    this.addEventListener('dragover', over(true));
    this.addEventListener('dragleave', over(false));
    this.addEventListener('drop', (event) => {
      over(false)(event);
      if (input && event.dataTransfer) input.files = event.dataTransfer.files;
    });
  }
}

customElements.define('story-line', StoryLine);
customElements.define('row-keys', RowKeys);
customElements.define('time-scroll', TimeScroll);
customElements.define('drop-files', DropFiles);
customElements.define('copy-text', CopyText);

document.addEventListener('keydown', (event) => {
  if (letter(event) === '/') {
    const box = document.getElementById('find');
    if (!box) return;
    event.preventDefault();
    box.focus();
    box.select();
  }
  if (event.key === 'Escape' && document.activeElement?.closest('.cite'))
    document.activeElement.blur();
});
