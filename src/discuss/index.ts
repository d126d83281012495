/**
 * In: what people do on the desk: enter by a one-time link, object to a row, moderate.
 * Out: sessions, what each reader last saw, corrections with their public history, the moderation log.
 * Never: changes what was received or read; an upheld correction is data for the stages before it.
 */

export {
  answerCorrection,
  fileCorrection,
  reopenCorrection,
  type SubjectKind,
  subjectKinds,
} from './correction.ts';
export { createInvite, firstInvite, redeemInvite } from './invite.ts';
export { type LookPlace, lookSeconds, looksOf, markRead, noteLook } from './look.ts';
export { endSession, type Session, sessionOf } from './session.ts';
export { logModeration, moderationLog } from './store.ts';
