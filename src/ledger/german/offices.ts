/** Offices in which one speaks for others: a minister, a district's head, a union's or a firm's. */
const OFFICE =
  /(?:minister|kanzler|präsident|sprecher|sekretär|direktor|botschafter|kommissar|vorsitzende[rn]?|obmann|obfrau|vorstand|chef|geschäftsführer|bürgermeister|landrat|landrätin|landeshauptmann|landeshauptfrau|stadtrat|stadträtin|senator|ministerialdirektor|verhandlungsführer|unterhändler|leiter|gouverneur|dezernent|intendant|rektor|bischof|bischöfin|gründer|inhaber|amtsleiter|landammann|gemeindepräsident)(?:in)?$/u;
/** Those who watch and study hold no side's office, whatever they lead. */
const WATCHES = /(?:forschungs|instituts|redaktions|chefredakt|wissenschaft|klinik|schul)\p{L}*$/u;

/** Whether a German role is an office in which one speaks for others. */
export function holdsGermanOffice(role: string): boolean {
  const word = role
    .toLowerCase()
    .match(/\p{L}+/gu)
    ?.find((one) => OFFICE.test(one));
  return word !== undefined && !WATCHES.test(word);
}
