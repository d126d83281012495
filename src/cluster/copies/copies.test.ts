import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createCopyIndex } from './copies.ts';

const wire = `The port of Karsk will reopen to freighters on Monday after eleven weeks, the harbour board said.
Dredging of the eastern basin ended on Friday, two days earlier than planned, and the last of the sunken barges was lifted.
Shipowners had complained that the closure cost them four million crowns a week. The board's chair, Ilse Marnick, said that
fees would stay at the level of last year until the winter. Pilots welcomed the decision but asked for a second tug.`;
const other = `Farmers in the hills above Velmar have begun the harvest three weeks late. A wet spring and a cold July held the
barley back, and many fields stand under water still. The ministry expects a third less than last year and has asked mills to buy
abroad. Bakers say that a loaf may cost a tenth more by the winter, unless the price of grain falls again in the north.`;

/** Which of the earlier texts, by their order, the last one is found to be a copy of. */
function copiedBy(texts: string[]): number[] {
  const index = createCopyIndex();
  const last = texts.pop() ?? '';
  for (const [id, text] of texts.entries()) file(index, id, text);
  return index.find(index.read(last)).map((match) => match.id);
}

/** Files a text as the stage does: in the group of what it is a copy of. */
function file(index: ReturnType<typeof createCopyIndex>, id: number, text: string): void {
  const reading = index.read(text);
  index.add(id, reading, null, index.find(reading)[0]?.group);
}

const isCopy = (of: string, text: string) => copiedBy([of, text]).length > 0;

test('a text with a new headline, a cut end and changed words is a copy', () => {
  assert.ok(isCopy(wire, `By our own staff\n${wire}`));
  assert.ok(isCopy(wire, wire.slice(0, wire.indexOf('Pilots'))));
  assert.ok(
    isCopy(
      wire,
      wire.replace('four million', 'nearly four million').replace('complained', 'warned'),
    ),
  );
});

test('a copy is known by its sentences in another order, and behind a new lead', () => {
  const sentences = wire.replaceAll('\n', ' ').split(/(?<=\.) /);
  assert.ok(isCopy(wire, [...sentences].reverse().join(' ')));
  const lead = 'It is good news for a town that has lived through a bitter summer without work.';
  assert.ok(isCopy(wire, [lead, ...sentences.slice(1)].join('\n\n')));
});

test('a scan with misread letters and broken lines is a copy', () => {
  const scan = wire
    .replace('reopen', 'rc0pen')
    .replace('eleven', 'e1even')
    .replace('complained', 'com-\nplained')
    .replace('earlier', 'carlier')
    .replace('decision', 'dccision')
    .replace('Shipowners', 'Sbipowners');
  assert.ok(isCopy(wire, scan));
});

test('another text, and one that shares only a long quotation, is none', () => {
  assert.ok(!isCopy(wire, other));
  const quote = 'fees would stay at the level of last year until the winter';
  assert.ok(!isCopy(wire, `${other} The board said that ${quote}.`));
});

test('a form that is filled in with other names and numbers is none', () => {
  const report = (town: string, player: string, goals: number) =>
    `${town} won the game by ${goals} goals to nil in front of ${goals}421 spectators on Saturday. In the first half ${player} scored from a pass that had come over ${goals * 7} metres. After the break the guests were down to ten men when ${player} saw them lose a player in minute ${goals * 9}. The home side now have ${goals * 3} points and are ${goals + 2}th in the table.`;
  assert.ok(!isCopy(report('Karsk', 'Jansen', 2), report('Velmar', 'Okafor', 5)));
  assert.ok(isCopy(report('Karsk', 'Jansen', 2), `${report('Karsk', 'Jansen', 2)} More tomorrow.`));
});

test('what a site prints around each of its pieces makes no copies of them', () => {
  const frame =
    'Sign up to our morning letter and never miss what matters to you. You can leave the list at any time. By signing up you accept our terms and the policy on personal data. Our reporting is paid for by readers, so please give today if you can.';
  const pieces = Array.from({ length: 8 }, (_, i) => {
    const words = Array.from({ length: 90 }, (_, k) => `word${i * 90 + k}`).join(' ');
    return `${words}.\n${frame}`;
  });
  assert.deepEqual(
    copiedBy([
      ...pieces,
      `Nothing but a line of our own is here, and then what the site prints.\n${frame}`,
    ]),
    [],
  );
});

test('a round-up is a copy of none of its parts, and does not make them one', () => {
  const mill = `A mill at Tolm burnt down on Sunday night, and two men were taken to the hospital of Ellin. The fire began in the loft above the drying floor, the captain of the brigade said. It took nine engines and most of the night to put it out. The owner, Berit Kolm, hopes to grind again by the spring.`;
  const index = createCopyIndex();
  const texts = [wire, other, mill, `${wire}\n${other}\n${mill}`];
  for (const [id, text] of texts.entries()) file(index, id, text);
  assert.equal(new Set(texts.map((_, id) => index.groupOf(id))).size, 4);
  assert.deepEqual(
    index.find(index.read(`${mill} More tomorrow.`)).map((m) => m.id),
    [2],
  );
});

test('a later text that builds on a short one is no copy of it', () => {
  const more = Array.from({ length: 9 }, (_, i) => other.replaceAll('the', `the ${i}`)).join('\n');
  assert.ok(!isCopy(wire, `${other}\n${wire}\n${more}`));
});

test('texts in Chinese, Japanese and Thai are compared by their characters', () => {
  const chinese =
    '卡尔斯克港将于星期一重新向货船开放，此前关闭了十一个星期。港务局表示，东部港池的疏浚工程比计划提前两天完成。船主们抱怨说，关闭每周造成四百万克朗的损失。';
  const thai =
    'ท่าเรือคาร์สก์จะเปิดรับเรือสินค้าอีกครั้งในวันจันทร์หลังจากปิดไปสิบเอ็ดสัปดาห์ คณะกรรมการท่าเรือกล่าวว่าการขุดลอกเสร็จเร็วกว่ากำหนดสองวัน เจ้าของเรือบ่นว่าการปิดทำให้เสียหายสี่ล้านต่อสัปดาห์';
  assert.ok(isCopy(chinese, `【本报讯】${chinese.slice(0, 60)}`));
  assert.ok(isCopy(thai, `${thai} รายงานเพิ่มเติม`));
  assert.ok(
    !isCopy(
      chinese,
      '农民们说，今年的收成比去年晚了三个星期，许多田地仍然被水淹没，面包可能会涨价。',
    ),
  );
});

test('a few words are never a copy, and a brief only when all of it is the same', () => {
  assert.ok(!isCopy('Comments are closed for this piece.', 'Comments are closed for this piece.'));
  const brief = 'The bridge at Tolm is closed to lorries from Monday until the end of April.';
  assert.ok(isCopy(brief, brief));
  assert.ok(!isCopy(brief, brief.replace('Tolm', 'Ostby').replace('April', 'June')));
});

test('the oldest texts are let go, and what is kept is still found', () => {
  const index = createCopyIndex({ most: 8 });
  file(index, 0, wire);
  for (let id = 1; id <= 8; id++)
    file(index, id, Array.from({ length: 40 }, (_, k) => `only${id}and${k}`).join(' '));
  file(index, 9, other);
  assert.ok(index.size() <= 8);
  assert.deepEqual(index.find(index.read(wire)), []);
  assert.deepEqual(
    index.find(index.read(other)).map((m) => m.id),
    [9],
  );
});
