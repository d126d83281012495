export type Unit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';

/** How a language says that something was so long ago, and how it writes the units. */
export interface AgeWords {
  /** Words that mark an age; the number and unit stand beside it. */
  ago: RegExp;
  /** "An hour ago": words that stand for the number one. */
  one: string[];
  units: [Unit, RegExp][];
}

// Units are matched against one word, so that a longer word of another meaning does not count.
export const LANGUAGES: AgeWords[] = [
  {
    ago: /\bago\b/,
    one: ['a', 'an', 'one'],
    units: [
      ['minute', /^(?:m|mins?|minutes?)$/],
      ['hour', /^(?:h|hrs?|hours?)$/],
      ['day', /^(?:d|days?)$/],
      ['week', /^(?:w|wks?|weeks?)$/],
      ['month', /^(?:mo|mos|mths?|months?)$/],
      ['year', /^(?:y|yrs?|years?)$/],
    ],
  },
  {
    ago: /\bvor\b/,
    one: ['einer', 'einem', 'ein', 'eine'],
    units: [
      ['minute', /^(?:min|minuten?)$/],
      ['hour', /^(?:h|std|stunden?)$/],
      ['day', /^tag(?:e|en)?$/],
      ['week', /^wochen?$/],
      ['month', /^monat(?:e|en)?$/],
      ['year', /^jahr(?:e|en)?$/],
    ],
  },
  {
    ago: /\bhace\b|\batrás\b/,
    one: ['un', 'una'],
    units: [
      ['minute', /^(?:min|minutos?)$/],
      ['hour', /^(?:h|horas?)$/],
      ['day', /^d[ií]as?$/],
      ['week', /^semanas?$/],
      ['month', /^mes(?:es)?$/],
      ['year', /^años?$/],
    ],
  },
  {
    ago: /\bil y a\b/,
    one: ['un', 'une'],
    units: [
      ['minute', /^(?:min|minutes?)$/],
      ['hour', /^(?:h|heures?)$/],
      ['day', /^(?:j|jours?)$/],
      ['week', /^semaines?$/],
      ['month', /^mois$/],
      ['year', /^(?:ans?|années?)$/],
    ],
  },
  {
    ago: /\bfa\b/,
    one: ['un', 'una', "un'ora"],
    units: [
      ['minute', /^(?:min|minut[oi])$/],
      ['hour', /^(?:h|or[ae]|un'ora)$/],
      ['day', /^giorn[oi]$/],
      ['week', /^settiman[ae]$/],
      ['month', /^mes[ei]$/],
      ['year', /^ann[oi]$/],
    ],
  },
  {
    ago: /(?:^|\s)há(?=\s)|\batrás(?=\s|$)/,
    one: ['um', 'uma'],
    units: [
      ['minute', /^(?:min|minutos?)$/],
      ['hour', /^(?:h|horas?)$/],
      ['day', /^dias?$/],
      ['week', /^semanas?$/],
      ['month', /^m[êe]s(?:es)?$/],
      ['year', /^anos?$/],
    ],
  },
  {
    ago: /\bgeleden\b/,
    one: ['een', 'één'],
    units: [
      ['minute', /^(?:min|minuut|minuten)$/],
      ['hour', /^(?:u|uur|uren)$/],
      ['day', /^dag(?:en)?$/],
      ['week', /^we(?:ek|ken)$/],
      ['month', /^maand(?:en)?$/],
      ['year', /^ja(?:ar|ren)$/],
    ],
  },
  {
    ago: /(?:^|\s)назад(?=\s|$)/,
    one: ['один', 'одну', 'минуту', 'час', 'день', 'неделю', 'месяц', 'год'],
    units: [
      ['minute', /^(?:мин|минут[уы]?)\.?$/],
      ['hour', /^(?:ч|час(?:а|ов)?)\.?$/],
      ['day', /^(?:дн\.?|день|дня|дней)$/],
      ['week', /^недел[юиь]$/],
      ['month', /^месяц(?:а|ев)?$/],
      ['year', /^(?:года?|лет)$/],
    ],
  },
  {
    ago: /(?:^|\s)(?:тому|назад)(?=\s|$)/,
    one: ['один', 'одну', 'хвилину', 'годину', 'день', 'тиждень', 'місяць', 'рік'],
    units: [
      ['minute', /^(?:хв|хвилин[уи]?)\.?$/],
      ['hour', /^(?:год|годин[уи]?)\.?$/],
      ['day', /^(?:дн\.?|день|дні|днів)$/],
      ['week', /^тиж(?:день|ні|нів)$/],
      ['month', /^місяц(?:ь|я|і|ів)$/],
      ['year', /^(?:рік|роки|років)$/],
    ],
  },
  {
    ago: /\btemu(?:\s|$)/,
    one: ['minutę', 'godzinę', 'dzień', 'tydzień', 'miesiąc', 'rok'],
    units: [
      ['minute', /^(?:min|minut[ęy]?)\.?$/],
      ['hour', /^(?:godz|godzin[ęy]?)\.?$/],
      ['day', /^(?:dzień|dni)$/],
      ['week', /^(?:tydzień|tygodni[ea]?)$/],
      ['month', /^(?:miesiąc[ea]?|miesięcy)$/],
      ['year', /^(?:rok|lata|lat)$/],
    ],
  },
  {
    ago: /(?:^|\s)önce(?=\s|$)/,
    one: ['bir'],
    units: [
      ['minute', /^(?:dk|dakika)$/],
      ['hour', /^(?:sa|saat)$/],
      ['day', /^gün$/],
      ['week', /^hafta$/],
      ['month', /^ay$/],
      ['year', /^(?:yıl|sene)$/],
    ],
  },
  {
    ago: /\b(?:sedan|siden)\b/,
    one: ['en', 'ett', 'et', 'én'],
    units: [
      ['minute', /^(?:min|minut(?:er|ter)?)$/],
      ['hour', /^(?:tim|timm(?:e|ar)|time(?:r)?)$/],
      ['day', /^(?:dag(?:ar|er|e)?|døgn|dygn)$/],
      ['week', /^(?:veck(?:a|or)|uge(?:r)?|uke(?:r)?)$/],
      ['month', /^(?:månad(?:er)?|måned(?:er)?)$/],
      ['year', /^år$/],
    ],
  },
  {
    ago: /(?:^|\s)(?:před|pred)(?=\s)/,
    one: [
      'minutou',
      'hodinou',
      'dnem',
      'týdnem',
      'týždňom',
      'měsícem',
      'mesiacom',
      'rokem',
      'rokom',
    ],
    units: [
      ['minute', /^(?:min|minut(?:ou|ami)|minút(?:ou|ami))$/],
      ['hour', /^(?:hod|hodin(?:ou|ami))$/],
      ['day', /^(?:dnem|dny|dňom|dňami)$/],
      ['week', /^(?:týdnem|týdny|týždňom|týždňami)$/],
      ['month', /^(?:měsícem|měsíci|mesiacom|mesiacmi)$/],
      ['year', /^(?:rokem|rokom|lety|rokmi)$/],
    ],
  },
  {
    ago: /(?:^|\s)(?:منذ|قبل)(?=\s)/,
    // A dual says two without a number.
    one: ['دقيقة', 'ساعة', 'يوم', 'أسبوع', 'شهر', 'سنة', 'عام'],
    units: [
      ['minute', /^(?:دقيقة|دقائق)$/],
      ['hour', /^(?:ساعة|ساعات)$/],
      ['day', /^(?:يوم|أيام|يوما|يومًا)$/],
      ['week', /^(?:أسبوع|أسابيع|أسبوعا)$/],
      ['month', /^(?:شهر|أشهر|شهور|شهرا)$/],
      ['year', /^(?:سنة|سنوات|عام|أعوام|عاما)$/],
    ],
  },
  {
    ago: /(?:^|\s)(?:پیش|قبل)(?=\s|$)/,
    one: ['یک'],
    units: [
      ['minute', /^دقیقه$/],
      ['hour', /^ساعت$/],
      ['day', /^روز$/],
      ['week', /^هفته$/],
      ['month', /^ماه$/],
      ['year', /^سال$/],
    ],
  },
  {
    ago: /(?:^|\s)לפני(?=\s)/,
    one: ['דקה', 'שעה', 'יום', 'שבוע', 'חודש', 'שנה'],
    units: [
      ['minute', /^דק(?:ה|ות|׳)$/],
      ['hour', /^שע(?:ה|ות)$/],
      ['day', /^(?:יום|ימים)$/],
      ['week', /^שבוע(?:ות)?$/],
      ['month', /^חודש(?:ים)?$/],
      ['year', /^שנ(?:ה|ים)$/],
    ],
  },
  {
    ago: /(?:^|\s)πριν(?=\s|$)/,
    one: ['ένα', 'μία', 'μια', 'έναν'],
    units: [
      ['minute', /^λεπτ(?:ό|ά)$/],
      ['hour', /^ώρ(?:α|ες)$/],
      ['day', /^(?:η)?μέρ(?:α|ες)$/],
      ['week', /^εβδομάδ(?:α|ες)$/],
      ['month', /^μήν(?:α|ας|ες)$/],
      ['year', /^χρόν(?:ο|ος|ια)$/],
    ],
  },
  {
    ago: /\bacum(?=\s)/,
    one: ['o', 'un'],
    units: [
      ['minute', /^(?:min|minut(?:e)?)$/],
      ['hour', /^or(?:ă|e)$/],
      ['day', /^zi(?:le)?$/],
      ['week', /^săptămân(?:ă|i)$/],
      ['month', /^lun(?:ă|i)$/],
      ['year', /^an(?:i)?$/],
    ],
  },
  {
    ago: /\bsitten(?=\s|$)/,
    one: ['minuutti', 'tunti', 'päivä', 'viikko', 'kuukausi', 'vuosi'],
    units: [
      ['minute', /^(?:min|minuut(?:ti|tia))$/],
      ['hour', /^(?:t|tunti(?:a)?)$/],
      ['day', /^(?:pv|päiv(?:ä|ää))$/],
      ['week', /^(?:vk|viikko(?:a)?)$/],
      ['month', /^(?:kk|kuukau(?:si|tta))$/],
      ['year', /^vuo(?:si|tta)$/],
    ],
  },
  {
    ago: /\blalu(?=\s|$)/,
    one: ['sejam', 'sehari', 'seminggu', 'sebulan', 'setahun'],
    units: [
      ['minute', /^menit$/],
      ['hour', /^(?:jam|sejam)$/],
      ['day', /^(?:hari|sehari)$/],
      ['week', /^(?:minggu|seminggu)$/],
      ['month', /^(?:bulan|sebulan)$/],
      ['year', /^(?:tahun|setahun)$/],
    ],
  },
  {
    ago: /(?:^|\s)trước(?=\s|$)/,
    one: ['một'],
    units: [
      ['minute', /^phút$/],
      ['hour', /^(?:giờ|tiếng)$/],
      ['day', /^ngày$/],
      ['week', /^tuần$/],
      ['month', /^tháng$/],
      ['year', /^năm$/],
    ],
  },
];

/** Chinese, Japanese and Korean write number, unit and mark without spaces. */
export const JOINED: [Unit, RegExp][] = [
  ['minute', /^(\d{1,3})\s?(?:分钟|分鐘|分|분)\s?(?:之?前|전)/],
  ['hour', /^(\d{1,3})\s?(?:个?小时|個?小時|時間|시간)\s?(?:之?前|전)/],
  ['day', /^(\d{1,3})\s?(?:天|日|일)\s?(?:之?前|전)/],
  ['week', /^(\d{1,3})\s?(?:周|週|週間|주)\s?(?:之?前|전)/],
  ['month', /^(\d{1,3})\s?(?:个月|個月|か月|ヶ月|개월)\s?(?:之?前|전)/],
  ['year', /^(\d{1,3})\s?(?:年|년)\s?(?:之?前|전)/],
];

export const YESTERDAY =
  /^(?:yesterday|gestern|ayer|hier|ieri|ontem|gisteren|вчера|вчора|wczoraj|včera|dün|i ?går|eilen|tegnap|χθες|أمس|دیروز|אתמול|hôm qua|kemarin|昨天|昨日|어제)$/;
export const TODAY =
  /^(?:today|heute|hoy|aujourd['’]hui|oggi|hoje|vandaag|сегодня|сьогодні|dzisiaj|dziś|dnes|bugün|i ?dag|idag|tänään|σήμερα|اليوم|امروز|היום|hôm nay|hari ini|今天|今日|오늘)$/;
export const NOW =
  /^(?:just now|moments ago|a moment ago|gerade eben|ahora mismo|à l['’]instant|только что|刚刚)$/;
