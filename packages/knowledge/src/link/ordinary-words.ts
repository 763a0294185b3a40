import { foldWord } from "../text/words.ts";

/**
 * English words of everyday and of study reports that vocabularies also have as a name: of a pesticide (date, beam, heat), a
 * characteristic (complete, common), a device or heading that says nothing alone (record, needle). Read off the names that
 * were recognised most often in the criteria of half of the registered trials and judged one by one. Such a word is a name
 * only where it is the whole text, or short form in capitals.
 */
const words = `accident acquired air all arm axis back beam bed can cap chronic cold common complete cycling date decision
  dependence dimension diet emergency ever face factor fall generic glass glasses heat immediate inherited laser limit
  litigation mailing method methods milk modifier mole monitor needle mono mood morbidity nail name needles past perfusion
  photography physical plan plans pot probability qualified rare read record records reflex rich same scan scarring shape
  sensitivity signing single soft stem substance switch talk total trail walking yes`;

const ordinary = new Set(words.trim().split(/\s+/).map(foldWord));

/** Whether a folded word is an ordinary one, which names a concept only alone or in capitals. */
export const isOrdinaryWord = (folded: string): boolean => ordinary.has(folded);
