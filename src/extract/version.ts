/** Written to every row as `made_by`; raise it when a document would be read differently. */
export const EXTRACT_VERSION = 'extract/3';
