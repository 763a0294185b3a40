import { type Assembly, type NameIndex, oneByName } from "../assembly.ts";
import { labelKey } from "../label-key.ts";

/** Words that say a salt, a hydrate or a form behind the name of a substance. */
const formWords =
  / (hydrochloride|dihydrochloride|hcl|sodium|disodium|potassium|calcium|magnesium|sulfate|sulphate|phosphate|mesylate|mesilate|maleate|fumarate|tartrate|citrate|acetate|succinate|besylate|besilate|tosylate|ditosylate|bromide|hydrobromide|chloride|nitrate|malate|lactate|hemihydrate|monohydrate|dihydrate|hydrate|anhydrous)$/;

/** Finds drugs by name: a preferred name before a synonym, the bare substance when the name says a salt. */
export class DrugFinder {
  readonly #preferred: NameIndex;
  readonly #all: NameIndex;

  constructor(assembly: Assembly) {
    this.#preferred = assembly.nameIndex(["drug"], (term) => term.language === "en" && term.role === "preferred");
    this.#all = assembly.nameIndex(["drug"], (term) => term.language === "en");
  }

  find(name: string): string | undefined {
    for (let text = labelKey(name); ; ) {
      const found = oneByName(this.#preferred, text) ?? oneByName(this.#all, text);
      if (found !== undefined) return found;
      const bare = text.replace(formWords, "");
      if (bare === text) return undefined;
      text = bare;
    }
  }
}
