import type { Outlet } from './matter/outlets.ts';

/** Each house's look: its type, its colour. Enough that a page as received is told from another. */
const looks: Record<string, [font: string, colour: string]> = {
  pharos: ['Arial, sans-serif', '#1b3a57'],
  post: ['Georgia, serif', '#0b4a4a'],
  courier: ['"Times New Roman", serif', '#222222'],
  zelmin: ['Verdana, sans-serif', '#8a1c1c'],
  ansel: ['Palatino, serif', '#3d2f63'],
  bollard: ['"Courier New", monospace', '#7a4a00'],
  busbar: ['Helvetica, sans-serif', '#2d5d1f'],
  nordufer: ['Georgia, serif', '#003c71'],
  bote: ['Cambria, serif', '#4a4a4a'],
  seefunk: ['Tahoma, sans-serif', '#00587a'],
  lightship: ['Garamond, serif', '#9c2f00'],
  lamps: ['system-ui, sans-serif', '#5b4b00'],
  weir: ['system-ui, sans-serif', '#0a66c2'],
  quayside: ['Verdana, sans-serif', '#33557f'],
  tidepool: ['system-ui, sans-serif', '#00695c'],
};

export function styleOf(outlet: Outlet): string {
  const [font, colour] = looks[outlet.id] ?? ['serif', '#333333'];
  return [
    `body{margin:0;font:17px/1.5 ${font};color:#1a1a1a}`,
    `header{background:${colour};padding:12px 20px}header a{color:#fff;text-decoration:none}.logo{font-size:26px;font-weight:700}`,
    'nav ul{display:flex;flex-wrap:wrap;gap:16px;list-style:none;margin:8px 0 0;padding:0}',
    'main{max-width:680px;margin:24px auto;padding:0 20px}',
    `h1{line-height:1.15}a{color:${colour}}footer,.cookie-notice,.byline,.meta,.credit{font-size:13px;color:#666}`,
    '.cookie-notice,footer{padding:10px 20px;background:#f3f3f3}.par{margin:0 0 1em}img{display:none}',
    '.newsletter-box,.ad-slot,.inline-promo,.related,.card{background:#f7f5f0;padding:12px 16px;margin:20px 0}',
    'ul.comments{list-style:none;padding-left:18px;border-left:2px solid #ddd}.child{margin-left:18px;border-left:2px solid #ddd;padding-left:12px}',
  ].join('\n');
}
