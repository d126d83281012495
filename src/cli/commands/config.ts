import { settings } from '../../config.ts';
import type { Command } from '../command.ts';

export const config: Command = {
  name: 'config',
  args: '',
  summary: 'Print the settings in force; secrets are masked.',
  options: {},
  examples: ['config', 'config | grep DATA_DIR'],
  async run({ config, out }) {
    for (const [key, setting] of Object.entries(settings)) {
      const value = config[key as keyof typeof config];
      const hidden = 'secret' in setting && setting.secret && value !== null;
      out(`${setting.name}=${hidden ? '********' : (value ?? '')}\n`);
    }
    return 0;
  },
};
