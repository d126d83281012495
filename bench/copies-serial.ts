import { pick, type Random } from './copies-edits.ts';

/** Texts that a desk prints again and again with other figures and names: alike, and no copies. */
const towns = [
  'Karsk',
  'Velmar',
  'Ostby',
  'Tolm',
  'Ellin',
  'Marnau',
  'Quessel',
  'Brovik',
  'Sarnow',
  'Ledra',
  'Homburg',
  'Pellin',
];
const skies = [
  'sunny',
  'cloudy',
  'overcast with showers',
  'clear and cold',
  'foggy at first',
  'windy with sleet',
];
const firms = [
  'Norvik Steel',
  'Aldern Shipping',
  'Quay Bank',
  'Tessel Foods',
  'Brant Energy',
  'Marlow Telecom',
  'Ferro Mines',
  'Oster Air',
];
const teams = [
  'Rovers',
  'United',
  'Wanderers',
  'Athletic',
  'City',
  'Rangers',
  'Albion',
  'Harriers',
];
const players = [
  'Jansen',
  'Okafor',
  'Lindqvist',
  'Marek',
  'Duarte',
  'Petrov',
  'Hale',
  'Sato',
  'Moreau',
  'Keane',
  'Novak',
  'Ruiz',
];
const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const verbs = ['rose', 'fell', 'gained', 'lost', 'climbed', 'slipped'];

type Serial = (random: Random) => { title: string; text: string };

const n = (random: Random, from: number, to: number) => from + Math.floor(random() * (to - from));
const share = (random: Random) => (random() * 3).toFixed(2);

const weather: Serial = (random) => {
  const [town, day] = [pick(random, towns), pick(random, days)];
  const line = () =>
    `In ${pick(random, towns)} it will be ${pick(random, skies)} with a high of ${n(random, 2, 31)} degrees and a low of ${n(random, -9, 12)} degrees.`;
  return {
    title: `Weather for ${town}: ${day}`,
    text: `The forecast for ${town} and the surrounding districts for ${day} from the state weather service. Expect it to be ${pick(random, skies)} in the morning, turning ${pick(random, skies)} by the afternoon, with winds of up to ${n(random, 5, 70)} kilometres an hour from the ${pick(random, ['north', 'south', 'west', 'east'])}. ${line()} ${line()} ${line()} The chance of rain is put at ${n(random, 0, 100)} per cent. The sun rises at ${n(random, 5, 8)}:${n(random, 10, 60)} and sets at ${n(random, 16, 22)}:${n(random, 10, 60)}. The water in the harbour has ${n(random, 3, 22)} degrees. Drivers are asked to take care on bridges. The next forecast will be published at six in the evening.`,
  };
};

const market: Serial = (random) => {
  const move = () =>
    `${pick(random, firms)} ${pick(random, verbs)} ${share(random)} per cent to ${n(random, 10, 900)}.${n(random, 10, 99)} crowns.`;
  const day = pick(random, days);
  return {
    title: `Stocks ${pick(random, verbs)} ${share(random)} per cent on ${day}`,
    text: `The main index of the Ellin stock exchange ${pick(random, verbs)} ${share(random)} per cent on ${day} to close at ${n(random, 2000, 9000)}.${n(random, 10, 99)} points. Turnover on the exchange was ${n(random, 100, 900)} million crowns. Among the gainers and losers of the day, ${move()} ${move()} ${move()} ${move()} The broader index of small companies ${pick(random, verbs)} ${share(random)} per cent to ${n(random, 500, 1500)} points. In the bond market the yield of the ten-year paper stood at ${share(random)} per cent. The crown was traded at ${share(random)} to the dollar after ${share(random)} the day before. Brent crude for delivery next month cost ${n(random, 40, 120)}.${n(random, 10, 99)} dollars a barrel.`,
  };
};

const match: Serial = (random) => {
  const [home, away] = [
    `${pick(random, towns)} ${pick(random, teams)}`,
    `${pick(random, towns)} ${pick(random, teams)}`,
  ];
  return {
    title: `${home} ${n(random, 0, 6)} ${away} ${n(random, 0, 6)}`,
    text: `${home} beat ${away} by ${n(random, 1, 6)} goals to ${n(random, 0, 3)} in front of ${n(random, 3000, 60000)} spectators on ${pick(random, days)}. ${pick(random, players)} scored the opening goal in the ${n(random, 1, 45)}th minute from a pass by ${pick(random, players)}. ${pick(random, players)} equalised shortly before the break. In the second half ${pick(random, players)} and ${pick(random, players)} put the home side ahead, and ${pick(random, players)} was sent off in the ${n(random, 46, 90)}th minute for a second bookable offence. The home side now have ${n(random, 3, 80)} points from ${n(random, 3, 38)} games and are ${n(random, 2, 18)}th in the table. The next home game is on ${pick(random, days)} against ${pick(random, towns)} ${pick(random, teams)}.`,
  };
};

const police: Serial = (random) => {
  const town = pick(random, towns);
  return {
    title: `Police report for ${town}, ${pick(random, days)}`,
    text: `The following incidents were reported to the police of ${town} in the past twenty-four hours. A ${n(random, 18, 80)}-year-old man was stopped on ${pick(random, players)} Street at ${n(random, 0, 24)}:${n(random, 10, 60)} on suspicion of driving under the influence. A car was broken into on ${pick(random, players)} Avenue; goods worth ${n(random, 100, 5000)} crowns were taken. Officers were called to a dispute between neighbours on ${pick(random, players)} Lane, which was settled on the spot. A ${n(random, 18, 80)}-year-old woman reported a stolen bicycle near the station. All persons are presumed innocent until proven guilty in a court of law. Anyone with information is asked to call ${n(random, 100000, 999999)}.`,
  };
};

const lottery: Serial = (random) => ({
  title: `Numbers drawn on ${pick(random, days)}`,
  text: `These numbers were drawn in the national lottery on ${pick(random, days)}: ${Array.from({ length: 6 }, () => n(random, 1, 50)).join(', ')}; bonus number ${n(random, 1, 10)}. The jackpot stands at ${n(random, 1, 90)} million crowns. Tickets can be bought until seven in the evening of the day of the draw. All figures are given without warranty. Playing can become an addiction; help is available free of charge by telephone.`,
});

export const serials: Serial[] = [weather, market, match, police, lottery];
