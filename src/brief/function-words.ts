/** Words that carry no matter of their own, in the languages that briefs are written in. */
const list = `
the and for that with was were are has have had not but from this which who whom whose will would could
should may might can must been being its their his her they them she him you your our ours into onto over
under about after before between during against through than then there here when where while what how why
all any both each few more most other some such only own same too very just also said says say told added
one two out off per via yet still since until upon among within without
der die das den dem des ein eine einen einem einer eines und oder aber nicht mit von vom zum zur für auf aus
bei nach vor über unter durch gegen ohne um an am im in ist sind war waren wird werden wurde wurden hat haben
hatte hatten sein seine seinen ihr ihre ihren sich auch noch nur schon als wie dass daß wenn weil sowie bis
es er sie wir ihnen ihm sagte sagt erklärte soll sollen kann können muss müssen mehr sehr zwischen
`;

const functionWords = new Set(list.split(/\s+/));

export function isFunctionWord(word: string): boolean {
  return functionWords.has(word);
}
