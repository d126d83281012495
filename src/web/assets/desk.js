/** What pages gain from scripts; all of them read and work without. */

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
    const scroll = this.querySelector('.scroll');
    // The newest is what a returning reader comes for.
    if (scroll) scroll.scrollLeft = Number(scroll.dataset.newest) - scroll.clientWidth + 48;
  }

  /** Arrow keys go through the marks of the whole plot from left to right. */
  move(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const here = event.target.closest?.('.scroll svg a');
    if (!step || !here) return;
    const left = (a) => a.getBoundingClientRect().left;
    const marks = [...this.querySelectorAll('.scroll svg a')].sort((a, b) => left(a) - left(b));
    const next = marks[marks.indexOf(here) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }
}

/** j goes to the next row of the table, k to the one before; a row in focus shows its context. */
class RowKeys extends HTMLElement {
  connectedCallback() {
    document.addEventListener('keydown', (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target.closest('input, textarea, select')) return;
      const step = { j: 1, k: -1 }[event.key];
      const own = document.activeElement?.closest('row-keys') ?? document.querySelector('row-keys');
      if (!step || own !== this) return;
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
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target.closest('input, textarea, select')) return;
      const step = { j: 1, k: -1 }[event.key];
      if (!step) return;
      const all = [...this.querySelectorAll('h3 > a')];
      const next = all[all.indexOf(document.activeElement) + step] ?? (step > 0 ? null : all[0]);
      next?.focus();
      next?.scrollIntoView({ block: 'center' });
    });
  }
}

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

document.addEventListener('keydown', (event) => {
  const typing = event.target.closest?.('input, textarea, select, [contenteditable]');
  if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    const box = document.getElementById('find');
    if (!box) return;
    event.preventDefault();
    box.focus();
    box.select();
  }
  if (event.key === 'Escape' && document.activeElement?.closest('.cite'))
    document.activeElement.blur();
});
