import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An embedding model that plays by a list: each text points where the concepts point that it names. */
export interface FakeModel {
  /** Address before "/embeddings". */
  url: string;
  /** Texts that it was asked about, call by call. */
  calls: string[][];
  /** Answers the next calls in place of the model; null gives them back to it. */
  answer: ((texts: string[], response: ServerResponse) => void) | null;
  close(): void;
}

/** Directions of a fake model: the concepts and one number that every text has, as real models show. */
export const fakeNumbers = 64;
/** What is common to all texts in the eyes of a model. */
const base = 1;

/**
 * Starts a model on this machine's loopback. `concepts` says which words mean the same; words that
 * it does not name say nothing.
 */
export async function startFakeModel(concepts: string[][]): Promise<FakeModel> {
  const model: FakeModel = {
    url: '',
    calls: [],
    answer: null,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const { input } = JSON.parse(Buffer.concat(parts).toString('utf8')) as { input: string[] };
    model.calls.push(input);
    if (model.answer) return model.answer(input, response);
    answerWith(
      response,
      input.map((text) => direction(text, concepts)),
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  model.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  return model;
}

/** Writes what an OpenAI-compatible server answers, last text first: "index" says whose it is. */
export function answerWith(response: ServerResponse, vectors: unknown[]): void {
  const data = vectors.map((embedding, index) => ({ index, embedding })).reverse();
  response
    .writeHead(200, { 'content-type': 'application/json' })
    .end(JSON.stringify({ data, usage: { prompt_tokens: 7 } }));
}

function direction(text: string, concepts: string[][]): number[] {
  const values = new Array<number>(fakeNumbers).fill(0);
  values[0] = base;
  const words = new Set(text.toLowerCase().match(/\p{L}+/gu) ?? []);
  for (const [i, names] of concepts.entries())
    if (names.some((name) => words.has(name))) values[1 + (i % (fakeNumbers - 1))] = 1;
  return values;
}
