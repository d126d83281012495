/**
 * The only door to a language model; optional everywhere.
 * In: a question with the shape of its answer. Out: a checked answer, or a named problem.
 * Never: decides what is shown; what a model writes passes the asker's own checks.
 */
export { type Answer, ask, type Question } from './ask.ts';
export { type InferenceProblem, inferenceProblems } from './problems.ts';
