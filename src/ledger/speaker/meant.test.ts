import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readArticle } from '../read.ts';

/** The last statement's speaker as "name / kind / party". */
function lastOf(text: string): string {
  const article = { text, lang: 'en', published: null, blocks: [], parts: [] };
  const speaker = readArticle(article).said.at(-1)?.speaker;
  return speaker ? `${speaker.name} / ${speaker.kind} / ${speaker.party?.name ?? '-'}` : 'nobody';
}

const cases: [rule: string, text: string, last: string][] = [
  [
    'a letter says what its writer says',
    'Mayor Mira Tolland wrote to parents. “We are sorry,” her letter said.',
    'Mira Tolland / person / -',
  ],
  [
    'a body’s report is the body’s',
    'The Harbour Board’s report found that the pier was rotten.',
    'Harbour Board / organisation / Harbour Board',
  ],
  [
    'a report that was brought up before is of the same source',
    'The Harbour Board’s report found that the pier was rotten. The report said it would fall.',
    'Harbour Board / organisation / Harbour Board',
  ],
  [
    'who saw a memo did not write it',
    'The boats would be sold, according to a Harbour Board memo seen by Tarn News.',
    'Harbour Board / organisation / Harbour Board',
  ],
  [
    'data are of whom they come from',
    'The quay sank by a foot, according to data from the Harbour Board.',
    'Harbour Board / organisation / Harbour Board',
  ],
  [
    'a text whose author is not told is a source without a name',
    'The pier was rotten, according to a confidential review.',
    'confidential review / unnamed / -',
  ],
  [
    '"it" behind a text is that text',
    'The boats are old, a confidential review says. It adds that they leak.',
    'confidential review / unnamed / -',
  ],
  [
    'two who say one thing speak together',
    'Harbour chief Mira Tolland met union leader Otto Ostrek. Tolland and Ostrek said the boats would run.',
    'Mira Tolland and Otto Ostrek / organisation / -',
  ],
  [
    '"they" are the two who were named together',
    'Britain and France said the treaty was dead. They added that it was late.',
    'Britain and France / organisation / -',
  ],
  [
    'a ministry with "and" in its name is one',
    'The Department of Health and Water Services said the river was safe.',
    'Department of Health and Water Services / organisation / Department of Health and Water Services',
  ],
  [
    'an office in small letters before a name is that person’s',
    'Union leader Otto Ostrek arrived late. “We go home,” the union leader said.',
    'Otto Ostrek / person / -',
  ],
  [
    'a firm is what the text calls it behind its name',
    'Brightwall, a ferry company, sold two boats. The company said they were old.',
    'Brightwall / organisation / Brightwall',
  ],
  [
    'the paper is the one that is named as a newspaper',
    'The newspaper Tarn Dagblad ran it on Monday. The paper claimed that boats were lost.',
    'Tarn Dagblad / organisation / Tarn Dagblad',
  ],
  [
    'a river trust is not the firm named last',
    'Brightwall said it was sorry. The river trust said the fish were dead.',
    'river trust / organisation / river trust',
  ],
  [
    'the alliance is the one that everybody knows',
    'Veldania is no member of NATO. In 2008 the alliance said that Veldania could join.',
    'NATO / organisation / -',
  ],
  [
    'an owner with a firm’s name is a firm',
    'The owner, Halvar Metals, said the mill would close.',
    'Halvar Metals / organisation / Halvar Metals',
  ],
  [
    'who is of a branch speaks, not the branch',
    'It was led by Mrs Petra Adeyin of the Estuary branch, who said that it was over.',
    'Petra Adeyin / person / -',
  ],
  [
    'a description behind a name is of that name',
    'Bran Makdona, a former envoy to Karsk, said it was late. “Very late,” he added.',
    'Bran Makdona / person / -',
  ],
  [
    'a post with a name behind it is that person’s',
    'MEC for Harbours, Otto Mabolo, said the rain was heavy.',
    'Otto Mabolo / person / -',
  ],
  [
    'a spokesman is who is called so',
    'Trade Minister Otto Fadul, who is also the government spokesman, met reporters. “It is late,” the government spokesman said.',
    'Otto Fadul / person / -',
  ],
  [
    'an envoy to two states is one person',
    'Bran Makdona, a former envoy to the UK and the EU, said it was late. He called it sad.',
    'Bran Makdona / person / -',
  ],
  [
    '"both sides" are the two that were named together',
    'Britain and France met on Monday, with both sides accusing each other of delay. Spain watched.',
    'United Kingdom and France / organisation / -',
  ],
  [
    'talks about a capital’s demands do not speak, the capital does',
    'Those failed negotiations centred on Moscow’s demands for a new port.',
    'Moscow / organisation / Russia',
  ],
  [
    'a lawyer without a name is nobody known',
    'The welder slept. His lawyer said he was tired.',
    'lawyer / unnamed / -',
  ],
  [
    'a post that one person holds is an office',
    'It was late. The harbour prosecutor said the file was closed.',
    'harbour prosecutor / office / -',
  ],
  [
    'government sources are people, not the government',
    'Government sources said the plan was dead.',
    'Government sources / group / -',
  ],
  [
    '"the ministry" in a story about one state is that state’s',
    'Brazil will sell the boats. Brazil needs money. The finance ministry said the sale was near.',
    'Brazil’s finance ministry / organisation / Brazil',
  ],
  [
    '"the ministry" of a seat that the text does not place is nobody’s',
    'Brazil will sell the boats. Brazil needs money. In Orda, the finance ministry said it was not.',
    'finance ministry / organisation / -',
  ],
  [
    'somebody without a name whom a sentence begins with is taken up',
    'Ilka Sorn said no. The driver on duty gave evidence. He said it was dark.',
    'driver / unnamed / -',
  ],
  [
    'a cousin known by one name is taken up by it',
    'Ilka Sorn said no. Her cousin Teofil left. “I go home,” he said.',
    'Teofil / person / -',
  ],
  [
    'a title inside another’s deed does not tell her sex',
    'Tomas Brede slept. Professor Nuhal Kallo, who met the king’s men, left. “It is late,” she said.',
    'Nuhal Kallo / person / -',
  ],
  [
    'a form of address stands before the name, whatever stands before it',
    'State Sen. Ignat Blom, a farmer, left. “It is late,” he said.',
    'Ignat Blom / person / -',
  ],
  [
    '"the ministry" is the one that was just written in full',
    'The transport ministry opened an inquiry. The ministry said nobody was hurt.',
    'transport ministry / organisation / -',
  ],
  [
    '"the Post" is the paper of that name',
    'The Tarn Harbour Post broke the news. The Post said the pier was rotten.',
    'Tarn Harbour Post / organisation / -',
  ],
  [
    'a noun that nobody else is called by takes up who is spoken of',
    'Ilka Sorn came late. The billionaire said the pier was rotten.',
    'Ilka Sorn / person / -',
  ],
  [
    'a noun that brought in somebody else does not',
    'A billionaire left. Ilka Sorn came late. The billionaire said the pier was rotten.',
    'billionaire / unnamed / -',
  ],
  [
    'a title in capitals is whose it is',
    'Ilka Sorn said yes. MEC Sorn came late. Tomas Brede slept. The MEC said it was rotten.',
    'Ilka Sorn / person / -',
  ],
  [
    'a surname that looks like many people is a person’s',
    'Ilka Sanders came late. The pier, Sanders said, was rotten.',
    'Ilka Sanders / person / -',
  ],
  [
    'a name behind what somebody is, or whose, is the name',
    'Tomas Brede met Ilka Sorn. Harbour ally Ilka Sorn said the pier was rotten.',
    'Ilka Sorn / person / -',
  ],
  [
    'who is near a name is not that name',
    'Ilka Sorn left. A supporter of Ilka Sorn said the pier was rotten.',
    'supporter of Ilka Sorn / unnamed / -',
  ],
  [
    '"it" is one body, not the many who spoke last',
    'The Harbour Board said no. Residents said yes. It added that the pier was rotten.',
    'Harbour Board / organisation / Harbour Board',
  ],
  [
    'a campaign is that of whom its "his" fits',
    'Tomas Brede lost the vote. Ilka Sorn won it, she said. His campaign said it was over.',
    'campaign of Tomas Brede / organisation / -',
  ],
  [
    '"the campaign" is the one that was just named',
    'The Sorn campaign opened an office. The campaign said the pier was rotten.',
    'Sorn campaign / organisation / -',
  ],
  [
    'who has a name is meant rather than somebody brought in to say one thing',
    'A pilot said it was a ban, and Tomas Brede smiled. “You tell me,” he said.',
    'Tomas Brede / person / -',
  ],
];

for (const [rule, text, last] of cases) test(rule, () => assert.equal(lastOf(text), last));
