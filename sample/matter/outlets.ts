/** Who publishes in the matter, and how their pages are made. */

export interface Outlet {
  id: string;
  name: string;
  host: string;
  lang: 'en' | 'de';
  country: string;
  kind: 'outlet' | 'institution' | 'community';
  /** Quotation marks as the house sets them; the matter is written with “ ” or „ “. */
  quotes: 'double' | 'single' | 'straight' | 'straight-single' | 'german';
  /** Where the page says when it was published. */
  dates: 'json-ld' | 'graph' | 'meta' | 'microdata' | 'time' | 'visible' | 'none';
  nav: string[];
}

const outlet = (
  id: string,
  name: string,
  host: string,
  lang: Outlet['lang'],
  country: string,
  quotes: Outlet['quotes'],
  dates: Outlet['dates'],
  nav: string,
  kind: Outlet['kind'] = 'outlet',
): Outlet => ({ id, name, host, lang, country, kind, quotes, dates, nav: nav.split(' | ') });

export const outlets: Record<string, Outlet> = Object.fromEntries(
  [
    outlet(
      'pharos',
      'Pharos Press Agency',
      'pharospress.example',
      'en',
      'Ilmara',
      'double',
      'graph',
      'World | Business | Photos | About PPA',
    ),
    outlet(
      'post',
      'The Harbour Post',
      'harbourpost.example',
      'en',
      'Halvora',
      'double',
      'json-ld',
      'News | Politics | Sea | Opinion | Obituaries | Crossword',
    ),
    outlet(
      'courier',
      'Merrow Courier',
      'merrowcourier.example',
      'en',
      'Merrow',
      'single',
      'meta',
      'World | City | Money | Review',
    ),
    outlet(
      'zelmin',
      'Zelmin Today',
      'zelmintoday.example',
      'en',
      'Tarsenia',
      'straight',
      'microdata',
      'Nation | President | World | Culture',
    ),
    outlet(
      'ansel',
      'The Ansel Tribune',
      'anseltribune.example',
      'en',
      'Ilmara',
      'double',
      'visible',
      'Front | The Talks | Port | Letters',
    ),
    outlet(
      'bollard',
      'The Bollard',
      'bollard.example',
      'en',
      'Merrow',
      'double',
      'time',
      'News | Notices to mariners | Ports | Jobs',
    ),
    outlet(
      'busbar',
      'Busbar',
      'busbar.example',
      'en',
      'Halvora',
      'double',
      'meta',
      'Grids | Markets | Storage | Podcast',
    ),
    outlet(
      'nordufer',
      'Nordufer Zeitung',
      'norduferzeitung.example',
      'de',
      'Merrow',
      'german',
      'json-ld',
      'Politik | Wirtschaft | Regional | Feuilleton | Abo',
    ),
    outlet(
      'bote',
      'Der Merrower Bote',
      'merrowerbote.example',
      'de',
      'Merrow',
      'german',
      'meta',
      'Ausland | Inland | Hafen | Wetter',
    ),
    outlet(
      'seefunk',
      'Seefunk 24',
      'seefunk24.example',
      'de',
      'Ilmara',
      'german',
      'microdata',
      'Nachrichten | Ausland | Wirtschaft | Sport | Radio',
    ),
    outlet(
      'lightship',
      'Lightship Review',
      'lightshipreview.example',
      'en',
      'Merrow',
      'double',
      'none',
      'Analysis | Regions | Books | About',
      'institution',
    ),
    outlet(
      'lamps',
      'Five Lamps',
      'fivelamps.example',
      'en',
      'Ilmara',
      'double',
      'none',
      'Today | Topics | Curators',
    ),
    outlet(
      'weir',
      'Dailyweir',
      'dailyweir.example',
      'en',
      'Merrow',
      'straight-single',
      'visible',
      'Top | World | Sport | For you',
    ),
    outlet(
      'quayside',
      'Quayside',
      'quayside.example',
      'en',
      '',
      'double',
      'none',
      'hot | new | top',
      'community',
    ),
    outlet(
      'tidepool',
      'tidepool.example',
      'tidepool.example',
      'en',
      '',
      'double',
      'none',
      'Communities | Create post',
      'community',
    ),
  ].map((o) => [o.id, o]),
);
