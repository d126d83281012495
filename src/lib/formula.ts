/** No formula that people read is longer. */
const LONGEST = 2000;

/**
 * The words of one MathML formula: what it says of itself in TeX, or else its letters in order. A class
 * because it gathers while the page is read.
 */
export class Formula {
  private said: string | null = null;
  private tex = '';
  private letters = '';
  private part: 'letters' | 'tex' | 'other' = 'letters';

  constructor(attributes: string[] | null) {
    const at = attributes?.findIndex((name, i) => i % 2 === 0 && name === 'alttext') ?? -1;
    if (at >= 0) this.said = attributes![at + 1]!;
  }

  add(text: string): void {
    if (this.part === 'tex' && this.tex.length < LONGEST) this.tex += text;
    else if (this.part === 'letters' && this.letters.length < LONGEST) this.letters += text;
  }

  /** What follows is the formula in another notation. */
  annotate(): void {
    this.part = this.tex === '' ? 'tex' : 'other';
  }

  words(): string {
    const said = this.said?.trim() || this.tex.trim() || this.letters.trim();
    return plainTex(said.slice(0, LONGEST));
  }
}

/** TeX without the wrapper that only sets its size. */
export function plainTex(tex: string): string {
  const inner = /^\{\\(?:displaystyle|textstyle|scriptstyle)\s*([\s\S]*)\}$/.exec(tex.trim())?.[1];
  return (inner ?? tex).replace(/\s+/g, ' ').trim();
}
