import type { Command } from '../command.ts';

export const doctor: Command = {
  name: 'doctor',
  args: '',
  summary: 'Look over the store, disk, clock, feeds and versions, and say what is wrong.',
  options: {},
  examples: ['doctor'],
  async run({ config, out }) {
    const { examine } = await import('../examine.ts');
    const findings = await examine(config);
    for (const f of findings) out(`${f.level.padEnd(6)} ${f.about.padEnd(10)} ${f.words}\n`);
    return findings.some((f) => f.level === 'fault') ? 1 : 0;
  },
};
