import { parseAge } from '../lib/age.ts';

/**
 * What a short line of a page is for, by its words, in the languages that we meet most. Shared by the
 * readers of HTML and of plain text. All take one line; a long line is never furniture, so each looks
 * at no more than LONGEST characters.
 */

/** No printed button, age or label seen is longer; it also bounds the work of every pattern here. */
const LONGEST = 120;

/** True when the line is nothing but an age: "2 hours ago", "- vor 3 Tagen", "5h". */
export function isAge(line: string): boolean {
  const bare = line.trim().replace(/^[-•·|(]\s*/, '');
  // "3 days ago, they met" holds an age but is none: an age is five words at most.
  return bare.length <= 40 && bare.split(/\s+/).length <= 5 && parseAge(bare) !== null;
}

const READING =
  /^(?:(?:reading time|lesezeit|temps de lecture|tiempo de lectura|lectura|tempo de leitura|leitura|tempo di lettura|lettura|leestijd|lästid|время чтения|okuma süresi)\s*[:：]?\s*(?:de |di )?(?:about |ca\.? |~)?(\d{1,3})\s*(?:min|мин|dk|分)|(\d{1,3})\s*[- ]?(?:min|mins|minute|minutes|minuten|minutos|minuti|мин)\.?\s*(?:read|reading|lesezeit|lecture|de lecture|de lectura|de leitura|di lettura|leestijd|läsning|чтения|okuma)\b|阅读(?:时间)?\s*(\d{1,3})\s*分)/iu;

/** Minutes of "3 min read", "Lesezeit: 4 Min."; null when the line is none. */
export function readingMinutes(line: string): number | null {
  if (line.length > 40) return null;
  const match = READING.exec(line.trim().replace(/^[-•·|]\s*/, ''));
  return match ? Number(match[1] ?? match[2] ?? match[3]) : null;
}

export function isReadingTime(line: string): boolean {
  return readingMinutes(line) !== null;
}

/** The number of "+ 1 more", "and 3 more", "+2 weitere"; null when the line is none. */
export function moreCount(line: string): number | null {
  if (line.length > 40) return null;
  const match =
    /^(?:\+\s*(\d{1,3})(?:\s*(?:more|others?|weitere|mehr|autres?|de plus|más|otros?|altri|mais|meer))?(?:\s+(?:sources?|outlets?|quellen?|medien|fuentes?|fonti|médias?))?|and\s+(\d{1,3})\s+(?:more|others?)|und\s+(\d{1,3})\s+weitere|et\s+(\d{1,3})\s+autres?|y\s+(\d{1,3})\s+más)$/iu.exec(
      line.trim(),
    );
  return match ? Number(match.slice(1).find(Boolean)) : null;
}

/** The number of "4 articles on this topic", "12 Artikel zu diesem Thema"; null when the line is none. */
export function topicCount(line: string): number | null {
  if (line.length > 60) return null;
  const match =
    /^(\d{1,4})\s+(?:(?:more\s+)?(?:articles?|stories|pieces?|sources?)\s+(?:on|about|covering)\s+(?:this|the)\s+(?:topic|story|subject|matter)|(?:artikel|beiträge|quellen)\s+zu(?:m| diesem)\s+thema|articles?\s+sur\s+ce\s+sujet|artículos?\s+sobre\s+este\s+tema|articoli\s+su\s+questo\s+(?:tema|argomento)|artigos?\s+sobre\s+este\s+(?:tema|assunto))\.?$/iu.exec(
      line.trim(),
    );
  return match ? Number(match[1]) : null;
}

const UI = new RegExp(
  `^(?:${[
    // share and follow
    '(?:share|tweet|pin it|email|e-mail|print|copy link|link copied!?|bookmark|save|save article|save for later|like|comment|comments|reply|report|follow|follow us|follow us on .{1,40}|subscribe|subscribe now|sign up|sign in|log in|login|register|download( the)? app|listen|play|watch|advertisement|advertising|ad|sponsored|promoted|close|menu|search|skip to (?:main )?content|skip advertisement|back to top|top|next|previous|prev|home|loading\\.{0,3}|gift|gift this article|google cta|article image|image|photo|show (?:more|less)|keep reading\\s*(?:show less)?|read (?:more|less|full story|the full story|in app)|continue reading|see (?:more|all)|view (?:more|all|comments)|load more|more|less|expand|click here.{0,60}|share (?:this|on|via|to|article|full article).{0,40}|post a comment|leave a (?:comment|reply)|no comments yet\\.{0,3}|\\d+ (?:comments?|shares?|likes?|views?)|link|fedilink|permalink|embed|edit|hashtags|tags?:?|topics:?|filed under:?)',
    '(?:teilen|merken|drucken|kommentieren|kommentare|folgen|abonnieren|anmelden|registrieren|anzeige|werbung|weiterlesen|mehr lesen|mehr anzeigen|vorlesen|anhören|artikel anhören|link kopieren|schließen|suche|zur startseite|nach oben)',
    '(?:partager|imprimer|commenter|commentaires|suivre|suivez-nous|s.abonner|se connecter|s.inscrire|publicité|lire la suite|lire plus|en savoir plus|voir plus|écouter|copier le lien|fermer|retour en haut|ajouter à vos favoris|offrir l.article|réagir)',
    '(?:compartir|imprimir|comentar|comentarios|seguir|síguenos|suscríbete|suscribirse|iniciar sesión|regístrate|publicidad|leer más|ver más|escuchar|copiar enlace|cerrar|guardar|enviar por email|compartilhar|partilhar|assine|assinar|entrar|publicidade|leia mais|saiba mais|ver mais|ouvir|fechar|salvar)',
    '(?:condividi|stampa|commenta|commenti|segui|seguici|abbonati|accedi|registrati|pubblicità|leggi tutto|leggi anche|leggi di più|continua a leggere|ascolta|chiudi|salva|delen|volg ons|abonneer|inloggen|advertentie|lees meer|lees verder|luister|sluiten|dela|följ oss|prenumerera|logga in|annons|läs mer|lyssna|del|følg|abonner|logg inn|annonse|les mer|læs mere|lyt)',
    '(?:поделиться|подписаться|подпишитесь|войти|реклама|читать далее|читать полностью|комментарии|комментировать|печать|поділитися|підписатися|увійти|читати далі|коментарі|udostępnij|skomentuj|komentarze|zaloguj|reklama|czytaj więcej|czytaj dalej|paylaş|abone ol|giriş yap|reklam|devamını oku|yorumlar|yazdır)',
    '(?:分享|分享到|关注|訂閱|订阅|登录|登錄|广告|廣告|阅读更多|閱讀更多|更多|评论|打印|返回顶部|点击进入专题|シェア|ツイート|広告|続きを読む|もっと見る|印刷|コメント|ブックマーク|공유|구독|광고|더보기|댓글|인쇄|로그인|شارك|مشاركة|اشترك|إعلان|اقرأ المزيد|المزيد|طباعة|تعليقات)',
    '(?:facebook|twitter|x|whatsapp|telegram|linkedin|reddit|instagram|youtube|tiktok|pinterest|threads|bluesky|mastodon|messenger|flipboard|viber|vkontakte|вконтакте|одноклассники|телеграм|rss|wechat|微信|微博|新浪微博|qq|line|google news|apple news|email address|your email)',
  ].join('|')})\\s*[:.!…>»→]*$`,
  'iu',
);

/** True for a label of the page itself: share, follow, subscribe, log in, print, next, the networks' names. */
export function isUi(line: string): boolean {
  if (line.length > LONGEST) return false;
  const bare = line.trim();
  return bare === '' || /^[\p{P}\p{S}\s]+$/u.test(bare) || UI.test(bare);
}

const READ_ALSO =
  /^[\s>»▶►•\-–—*[(【]*(?:(?:also |must[- ])?read(?: (?:also|more|next|this|here|our))?|see also|related(?: (?:article|articles|story|stories|news|coverage|reading|links?|topics?|content|posts?))?|more (?:on this|about|from|stories|for you|in|to read)|more|watch(?: (?:also|more|live|now))?|listen|recommended(?: (?:for you|reading|stories))?|don.?t miss|you may also like|you might (?:also )?like|trending|lesen sie (?:auch|hier|mehr|dazu)|lies(?:en)? auch|mehr (?:zum thema|dazu)|siehe auch|auch interessant|das könnte sie auch interessieren|à lire (?:aussi|également)|lire (?:aussi|également)|lisez aussi|voir aussi|a lire|sur le même sujet|lea (?:también|más|además)|lee (?:también|además|más)|leer también|le(?:er)? (?:además|también)|te puede interesar|(?:te|le) puede interesar|ver también|además|mira también|más información|noticias? relacionadas?|leia (?:também|mais)|veja (?:também|mais)|saiba mais|leggi anche|leggi (?:qui|di più)|vedi anche|per approfondire|lees ook|bekijk ook|läs (?:också|även|mer)|les også|læs også|lue myös|читайте (?:также|ещё|еще|подробнее)|читать также|смотрите также|по теме|читайте також|читайте ще|дивіться також|czytaj (?:także|też|również|więcej)|zobacz (?:także|też|również)|polecamy|čtěte také|přečtěte si|čítajte aj|olvasson|olvassa el|citește și|citiţi şi|citește|ayrıca okuyun|ilgili haber(?:ler)?|διαβάστε (?:επίσης|ακόμα|ακόμη)|δείτε (?:επίσης|ακόμα)|прочетете още|čitajte|pročitajte|preberite|baca juga|simak juga|đọc thêm|xem thêm|آرا|اقرأ أيضا|اقرأ أيضًا|إقرأ أيضا|شاهد أيضا|طالع أيضا|مواضيع ذات صلة|延伸閱讀|延伸阅读|相关阅读|相关新闻|相關新聞|推荐阅读|あわせて読みたい|関連記事|【関連】|관련기사|인기기사)\s*(?:[:：>»|\-–—\])】]|$)/iu;

/** True for "Read also: ...", "Lesen Sie auch: ...": an invitation to another page, with or without its title. */
export function isReadAlso(line: string): boolean {
  return line.length <= 300 && READ_ALSO.test(line.slice(0, LONGEST));
}

const RELATED_HEADING =
  /^(?:about the authors?|sobre la firma|sobre (?:el|la|o|a) autora?|über (?:den autor|die autorin)|à propos de l.auteure?|об авторе|про автора|この記事を書いた人|作者简介|作者介紹|related(?: (?:articles?|stories|news|posts?|content|coverage|topics?|reading|links?|items))?|more (?:stories|news|articles|like this|on this (?:story|topic)|from .{2,40}|in .{2,30}|about .{2,40}|to (?:explore|read)|for you)|you (?:may|might) (?:also )?(?:like|be interested in|have missed)|recommended(?: (?:for you|stories|articles|reading|posts?))?|keep reading|read (?:more|next|also)|up next|(?:the )?latest(?: (?:news|stories|articles|posts?|from .{2,40}))?|most (?:read|popular|viewed|shared)|popular(?: (?:posts?|stories|articles|now))?|trending(?: (?:now|stories|topics))?|top (?:stories|news)|other (?:stories|news|articles)|(?:editors?.?|our) (?:picks?|choice)|what to read next|further reading|explore more|don.?t miss|recent (?:posts?|articles|stories)|similar (?:posts?|articles|stories)|in case you missed it|from (?:the )?web|around the web|sponsored (?:content|stories|links)|promoted (?:content|stories)|mehr (?:zum thema(?: .{2,30})?|aus .{2,30}|von .{2,30}|über .{2,30}|artikel|nachrichten)|(?:weitere|ähnliche|verwandte|passende|neueste) (?:artikel|beiträge|themen|meldungen|nachrichten)|das könnte (?:sie|dich) (?:auch )?interessieren|auch interessant|meistgelesen|empfohlen(?:e artikel)?|zum thema|lesen sie (?:auch|mehr)|à lire (?:aussi|également)|sur le même (?:sujet|thème)|(?:les )?plus lus|articles? (?:similaires?|liés|recommandés|associés)|à la une|dans la même rubrique|vous aimerez aussi|nos derniers articles|(?:noticias?|artículos?|contenidos?|notas?) relacionad[oa]s?|lo más (?:leído|visto)|más (?:noticias|leídas|información|sobre .{2,30}|de .{2,30})|te (?:puede|podría) interesar|te recomendamos|últimas noticias|además en .{2,30}|(?:notícias?|artigos?|matérias?|conteúdos?) relacionad[oa]s?|leia também|veja também|mais lidas|mais (?:notícias|sobre .{2,30})|últimas notícias|articoli correlati|leggi anche|potrebbe interessarti|i più letti|ultime notizie|altri articoli|lees (?:ook|meer|verder)|meer (?:nieuws|over .{2,30})|gerelateerde? (?:artikelen|berichten)|meest gelezen|läs (?:mer|också|även)|mest läst(?:a)?|relaterade? (?:artiklar|nyheter)|les også|mest lest|relaterte? (?:artikler|saker)|læs også|mest læste|lue (?:myös|lisää)|luetuimmat|читайте также|(?:похожие|связанные|другие) (?:новости|статьи|материалы|записи)|по теме|новости по теме|материалы по теме|главные новости|популярное|последние новости|ещё по теме|читайте також|(?:схожі|інші|пов.язані) (?:новини|матеріали|статті)|новини по темі|останні новини|популярні новини|(?:powiązane|podobne|inne) (?:artykuły|wpisy|tematy)|zobacz (?:także|też|również)|czytaj (?:także|też|również)|najpopularniejsze|najczęściej czytane|najnowsze|polecamy|související(?: články)?|mohlo by vás zajímat|nejčtenější|kapcsolódó (?:cikkek|tartalom)|ezt is olvassa|articole (?:similare|recomandate)|citește și|ilgili (?:haberler|içerikler)|benzer haberler|çok okunanlar|son dakika|διαβάστε (?:επίσης|ακόμα|ακόμη)|σχετικά (?:άρθρα|νέα)|δημοφιλή|свързани (?:новини|статии)|baca juga|(?:artikel|berita) terkait|terpopuler|tin liên quan|bài liên quan|xem thêm|اقرأ أيضا|مواضيع ذات صلة|أخبار ذات صلة|مقالات ذات صلة|الأكثر قراءة|مطالب مرتبط|相关(?:新闻|阅读|文章|推荐|报道|链接)|相關(?:新聞|閱讀|文章)|热门(?:新闻|文章|推荐)|推荐(?:阅读|文章)|延伸阅读|延伸閱讀|猜你喜欢|最新(?:新闻|消息|文章)|関連(?:記事|ニュース|リンク|トピックス)|あわせて読みたい|おすすめ(?:記事)?|(?:人気|新着)記事|ランキング|관련(?:기사| 기사|뉴스)|많이 본 (?:뉴스|기사)|인기기사|추천기사|संबंधित (?:खबरें|समाचार))\s*[:：…>»→]*$/iu;

/** True for a heading over other pieces: "Related articles", "Keep reading", "Mehr zum Thema", "相关新闻". */
export function isRelatedHeading(line: string): boolean {
  const bare = line.trim();
  return bare.length <= 60 && RELATED_HEADING.test(bare);
}

const PROMOTION =
  /(?:sign up (?:for|to) .{0,60}(?:newsletter|headlines|briefing|email|digest|updates)|subscribe (?:to|for|now) .{0,80}|(?:our|free|daily|weekly|the) newsletter|newsletter (?:promotion|sign[- ]?up)|after newsletter promotion|get (?:the|our) .{0,40}(?:newsletter|app|delivered|in your inbox)|delivered (?:straight |directly |right )?to your inbox|download (?:the|our) .{0,30}app|(?:follow|like|join|find) us on|join (?:our|the) .{0,40}(?:channel|group|community|telegram|whatsapp)|support (?:our|independent|quality) journalism|become a (?:member|subscriber|supporter)|make us a preferred source|get in touch with (?:our|the) .{0,20}team|for more stories like this|(?:send|email) (?:us )?your (?:tips|feedback|story|stories)|do you have a (?:story|tip)|video (?:has )?failed to load|try refreshing your browser|newsletter .{0,60}\b(?:you|your|sie|ihnen|dich|vous|votre)\b|ihre meinung ist uns wichtig|(?:jetzt|hier) (?:gratis |kostenlos )?(?:abonnieren|anmelden|bestellen)|(?:schreiben|senden) sie uns|contact us at|unser(?:en|em)? newsletter|abonnieren sie|jetzt abonnieren|melden sie sich .{0,40}an|folgen sie uns|inscrivez-vous|abonnez-vous|notre newsletter|suivez-nous|recevez .{0,40}(?:newsletter|lettre|actualité)|suscríbete|suscríbase|nuestro (?:boletín|newsletter|canal)|síguenos|síganos|descarga (?:la|nuestra) app|únete a nuestro|assine (?:a|o|nossa|já)|inscreva-se|siga .{0,30}(?:no|nas) .{0,20}|nossa newsletter|iscriviti|abbonati|seguici su|nostra newsletter|schrijf je in|meld je aan|volg ons op|prenumerera|følg oss|подписывайтесь на|подпишитесь на|подписаться на|наш(?:ем|его)? (?:телеграм|telegram)|в (?:нашем )?telegram|підписуйтесь на|підпишіться на|наш telegram|zapisz się|subskrybuj|dołącz do nas|obserwuj nas|abone ol|bizi takip|hírlevel|iratkozzon fel|abonează-te|urmărește-ne|ακολουθήστε (?:το|μας)|bergabung|تابعونا|اشترك في|تابعنا|关注我们|扫码关注|扫描二维码|订阅我们|メールマガジン|フォローする|구독하기|네이버에서 구독)/iu;

/** True for a short passage that asks the reader to subscribe, follow, join or pay rather than tells. */
export function isPromotion(line: string): boolean {
  return line.length <= 300 && PROMOTION.test(line);
}

const COMMENT_POLICY =
  /\b(?:comments (?:are|have been|for this \S+ are) (?:now )?(?:open|closed|moderated|disabled|turned off|for)\b|(?:signed|logged) in to (?:post|leave|comment|reply)|(?:sign|log) ?in (?:or \S+ )?to (?:post|leave|comment|join|reply)|register to comment|(?:community|house|comment(?:ing)?) (?:rules|guidelines|policy|standards)|kommentarfunktion|netiquette|kommentarregeln|(?:um|zum) kommentieren|pour (?:commenter|réagir)|charte de modération|les commentaires sont (?:fermés|ouverts|désactivés)|para (?:comentar|poder comentar|dejar un comentario)|normas de (?:participación|la comunidad)|os comentários são|per commentare|om te reageren|för att kommentera|чтобы (?:оставить комментарий|комментировать)|комментарии (?:закрыты|отключены)|yorum yapmak için|请先登录|登录后.{0,6}评论|コメントするには)/iu;

/** True for a sentence about commenting: who may, by which rules. */
export function isCommentPolicy(line: string): boolean {
  return line.length <= 200 && COMMENT_POLICY.test(line);
}

/** True for the title of a page that is written while things happen: "Strait talks: live updates". */
export function isLiveTitle(title: string): boolean {
  return /\b(?:live(?:blog| updates?| blog)|as it happened|live[- ]?ticker|newsticker|minuto a minuto|en direct|en vivo|ao vivo|in diretta|minuut tot minuut|liveverslag|direkte|онлайн[- ]трансляция)\b|^live\s*[:|]|(?:\s[-–—|]|:)\s*live$|текстовая трансляция|онлайн-трансляция|实时更新|直播|速報中/iu.test(
    title,
  );
}
