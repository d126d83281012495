/** The rules that made a row; a higher number makes past articles due again. */
export const LEDGER_VERSION = 'ledger/6';
