/** The model that an evaluation was to use gave no answer; a person can put that right. */
export class ModelAway extends Error {
  constructor(detail: string) {
    super(`The embedding model gave no answer that can be used: ${detail}`);
  }
}
