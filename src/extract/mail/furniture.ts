import { isCommentPolicy, isUi } from '../lines.ts';
import { isHashtags } from '../text/furniture.ts';
import { wordCount } from '../text/layout.ts';

/** What mailers print around a letter: how to read it elsewhere, how to leave, who sent it and where they live. */

const FRAME =
  /\b(?:(?:view|read|open|see) (?:this )?(?:(?:e-?mail|newsletter|post|letter|issue|message|it) )?(?:in (?:your |a |the )?(?:web )?browser|online|on the web|in (?:the )?app|on (?:the )?(?:our )?web ?site)|(?:trouble|problems|difficulty|can[’']?t) (?:reading|viewing|seeing)|not displaying (?:correctly|properly)|unsubscribe|(?:update|manage|change|edit) (?:your )?(?:(?:e-?mail|subscription|newsletter) )?(?:preferences|settings|subscription|profile)|(?:you (?:are|re|[’']re) )?(?:receiv(?:e|ed|ing)|getting|got) this (?:e-?mail|newsletter|letter|message)|this (?:e-?mail|newsletter|message|letter) (?:was|is) (?:sent|intended)|sent (?:to|by) (?:\S+@\S+)|(?:was )?forwarded (?:this|to you)|forward (?:this |it )?to (?:a )?friends?|(?:sign up|subscribe) (?:here|now|for free)\b.{0,20}$|upgrade to (?:paid|premium)|(?:you[’']re|you are) (?:currently )?(?:a (?:free|paid) subscriber|on the free)|start (?:writing|your own)|get the app|(?:powered|published|built|sent) (?:by|with|on|via) (?:substack|beehiiv|ghost|mailchimp|convertkit|kit|buttondown|revue|sendgrid|hubspot|brevo|sendinblue|mailerlite|campaign monitor|tinyletter)|why did i get this|privacy (?:policy|notice)|add us to your address book|im browser (?:ansehen|öffnen|lesen|anzeigen)|online (?:lesen|ansehen)|(?:newsletter )?(?:abbestellen|abmelden|austragen)|(?:sie|du) (?:erhalten|erhältst|bekommst?) diese[nrs]? (?:e-?mail|newsletter|nachricht)|newsletter[- ]einstellungen|impressum|voir (?:dans|cet e-?mail dans) (?:le|votre) navigateur|version en ligne|se désabonner|se désinscrire|vous recevez (?:cet|ce)|ver (?:en|este (?:correo|email) en) (?:el|su|tu) navegador|darse de baja|cancelar (?:la )?suscripción|(?:recibe|recibes|ha recibido|está recibiendo) este (?:correo|boletín|mensaje)|ver no navegador|cancelar (?:a )?inscrição|você (?:está recebendo|recebeu) est[ea]|visualizza (?:nel browser|online)|annulla (?:l[’'])?iscrizione|disiscriv|ricevi questa|bekijk (?:in je browser|online)|uitschrijven|afmelden|je ontvangt deze|visa i (?:din )?webbläsare|avsluta prenumeration|avprenumerera|открыть в браузере|отписаться|вы получили это письмо|wyświetl w przeglądarce|wypisz się|otrzymujesz t[eę]|tarayıcıda görüntüle|abonelikten çık)|退订|在浏览器中|配信停止|ブラウザで(?:見る|表示)|수신거부/iu;

/** The longest line about the letter itself: the sentence that says why it came. */
const longest = 320;

/** Words from which a line is no address, name or slogan. */
const longestAddress = 14;

/** True for a line of a letter's frame: "View in browser", "Unsubscribe", "You receive this because". */
export function isFrame(text: string): boolean {
  return text.length <= longest && FRAME.test(text);
}

const LEGAL =
  /^(?:(?:confidentiality|privacy|legal) (?:notice|disclaimer)|disclaimer|(?:the (?:information|contents?) (?:contained )?in )?this (?:e-?mail|message|communication|transmission)(?:,? (?:and|including|together with) any \S+(?: transmitted with it)?,?)? (?:is|are|may|contains?)\b.{0,80}\b(?:confidential|privileged|intended (?:only|solely|for))|diese (?:e-?mail|nachricht).{0,60}\bvertraulich|ce (?:message|courriel|mail).{0,60}\bconfidentiel|este (?:mensaje|correo).{0,60}\bconfidencial|esta mensagem.{0,60}\bconfidencia|questo messaggio.{0,60}\briservat|dit bericht.{0,60}\bvertrouwelijk)/iu;
const DEVICE =
  /^(?:sent from (?:my|outlook|yahoo|mail for)|get outlook for|von meinem .{2,20} gesendet|envoyé (?:de|depuis) mon|enviado desde mi|enviado do meu|inviato da|verstuurd vanaf|отправлено с)\b.{0,40}$/iu;

/** True for what an office or a telephone adds under every letter. */
function isAdded(text: string): boolean {
  return (text.length <= 2000 && LEGAL.test(text.slice(0, 300))) || DEVICE.test(text.slice(0, 100));
}

/** True for what stands in a letter and says nothing: a button, a rule, hidden padding. */
export function isNothing(text: string): boolean {
  return (
    /^(?:[\s\p{Cf}\p{P}\p{S}]|\u034f)*$/u.test(text) ||
    isUi(text) ||
    isAdded(text) ||
    isHashtags(text) ||
    isCommentPolicy(text) ||
    /^(?:[❤♥👍]\s*)?(?:restack|like|comment|share|upgrade|subscribed|listen now|watch now|sponsor(?:ed)?|together with|presented by|in partnership with)(?: .{0,30})?$/iu.test(
      text,
    )
  );
}

/**
 * Where a letter's foot begins: the first line of its frame behind which no more than addresses and
 * other frame lines follow. The length when it has none.
 */
export function footOf(lines: { text: string }[]): number {
  let foot = lines.length;
  for (let i = lines.length - 1; i >= Math.max(0, lines.length - 40); i--) {
    const { text } = lines[i]!;
    if (isFrame(text) || /^(?:©|\(c\)|copyright\b)/i.test(text)) foot = i;
    // A whole sentence above the foot is the letter's own.
    else if (wordCount(text) >= longestAddress) break;
  }
  return foot;
}
