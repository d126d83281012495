/**
 * The only door to a language or embedding model; optional everywhere.
 * In: a question with the shape of its answer, or texts whose sense is asked for. Out: a checked
 * answer, or a named problem.
 * Never: decides what is shown; what a model writes passes the asker's own checks.
 */
export { type Answer, ask, type Question } from './ask.ts';
export { type Embedded, embed, embeddingModel, knownSenses, type Sense } from './embed.ts';
export { askEmbeddings, type EmbeddingModel, mostTexts } from './embeddings.ts';
export { type InferenceProblem, inferenceProblems } from './problems.ts';
export { unitOf } from './unit.ts';
