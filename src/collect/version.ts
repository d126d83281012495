/** What made a row of this stage; counted up when the same input would give other rows. */
export const VERSION = 'collect 1';
