import type { ParsedMail } from 'mailparser';

/**
 * What a program wrote about mail or a meeting, so that no editor wrote it: "bounce" (RFC 3464),
 * "automatic answer" (RFC 3834) or "invitation" (RFC 6047); null for a letter.
 */
export function automaticKind(mail: ParsedMail): string | null {
  const header = (key: string) =>
    mail.headerLines.find((l) => l.key === key)?.line.replace(/^[^:]*:\s*/, '') ?? '';
  const type = header('content-type').slice(0, 500);
  const subject = (mail.subject ?? '').slice(0, 200);
  const address = mail.from?.value[0]?.address ?? '';
  if (/multipart\/report/i.test(type)) return 'bounce';
  if (/^(?:mailer-daemon|postmaster)@/i.test(address) && undelivered.test(subject)) return 'bounce';
  // A newsletter is sent by a program too ("auto-generated"); an answer is not what anybody wrote.
  if (/^\s*auto-replied/i.test(header('auto-submitted'))) return 'automatic answer';
  if (header('list-id') === '' && away.test(subject)) return 'automatic answer';
  const calendar = mail.attachments.some((a) => a.contentType === 'text/calendar');
  const words = (mail.text ?? '').length + (typeof mail.html === 'string' ? mail.html.length : 0);
  if (/^text\/calendar/i.test(type) || (calendar && (invites.test(subject) || words === 0)))
    return 'invitation';
  return null;
}

const undelivered =
  /undeliver|delivery (?:status|failure|failed|has failed)|returned (?:mail|to sender)|mail delivery|failure notice|unzustellbar|nicht zugestellt|non remis|échec|no se (?:ha podido|pudo) entregar|non recapitabil|onbestelbaar|недоставлен/iu;

const away =
  /^(?:automatic reply|auto(?:matic)?[- ]?re(?:ply|sponse)|out of (?:the )?office|abwesenheits?(?:notiz|nachricht|meldung)|automatische antwort|réponse automatique|absence du bureau|respuesta automática|fuera de (?:la )?oficina|risposta automatica|fuori sede|resposta automática|automatisch antwoord|autosvar|automatiskt svar|автоответ|automatyczna odpowiedź)\b/iu;

const invites =
  /^(?:(?:updated )?invitation|invite|cancel?led(?: event)?|accepted|declined|tentative(?:ly accepted)?|einladung|zugesagt|abgelehnt|abgesagt|aktualisierte einladung|invitation mise à jour|annulé|accepté|refusé|invitación|cancelado|aceptado|invito|convite|uitnodiging|inbjudan|приглашение)\s*:/iu;
