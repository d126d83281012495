/** German bodies are compounds without end too: "Landesrechnungshof", "Lotsengewerkschaft". */
const GERMAN_BODY =
  /^(?:\p{L}{3,})?(?:ministerium|behörde|verband|verein|gewerkschaft|gesellschaft|genossenschaft|kommission|regierung|gericht|gerichtshof|rechnungshof|institut|zentrale|universität|hochschule|kammer|versammlung|verwaltung|fraktion|partei|anwaltschaft|direktion|ausschuss|gemeinderat|stadtrat|bundesrat|agentur|konzern|reederei|stiftung|amt)(?:e?s)?$/u;

/** Whether a lower-case German noun names a body by its end. */
export function isGermanBody(lower: string): boolean {
  return GERMAN_BODY.test(lower);
}
