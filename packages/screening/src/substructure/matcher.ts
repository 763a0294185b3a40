import { type AtomType, neighbourBits, undecided } from "../library/molecule-words.ts";
import type { AtomQuery, Pattern } from "./pattern.ts";

const neighbourMask = (1 << neighbourBits) - 1;
const mostAtoms = 1 << neighbourBits;
/** An atom type's answer to an atom query: no, yes, or only together with the atom's surroundings. */
const [no, yes, perhaps] = [0, 1, 2];

/** One atom of the pattern, in the order of matching. */
type Step = {
  /** Per atom type `no`, `yes` or `perhaps`. */
  readonly answers: Uint8Array;
  readonly dynamic: ((type: number, atom: number) => boolean) | null;
  /** The step that it is bonded to; -1 begins a part. */
  readonly parent: number;
  /** Per bond code 1 where it fits; 16 codes. */
  readonly bond: Uint8Array;
  /** Further bonds to earlier steps. */
  readonly closures: readonly { readonly step: number; readonly bond: Uint8Array }[];
};

/** A molecule as the matchers of one pattern see it. */
class CurrentMolecule {
  words: Uint16Array = new Uint16Array(0);
  /** Place of the first atom's type. */
  types = 0;
  atoms = 0;
  /** Counts molecules, so that what is remembered of one is not taken for the next. */
  serial = 0;
  #hasOffsets = false;
  readonly offsets = new Uint32Array(mostAtoms + 1);
  readonly #degrees: Uint8Array;

  constructor(degrees: Uint8Array) {
    this.#degrees = degrees;
  }

  set(words: Uint16Array, at: number): void {
    this.words = words;
    this.atoms = words[at]! & neighbourMask;
    this.types = at + 1;
    this.serial++;
    this.#hasOffsets = false;
  }

  /** Finds where each atom's bonds begin; needed once a first atom fits. */
  locateBonds(): void {
    if (this.#hasOffsets) return;
    let at = this.types + this.atoms;
    for (let atom = 0; atom < this.atoms; atom++) {
      this.offsets[atom] = at;
      at += this.#degrees[this.words[this.types + atom]!]!;
    }
    this.offsets[this.atoms] = at;
    this.#hasOffsets = true;
  }
}

/** Finds one match of a pattern by backtracking, atom by atom along bonds, the rarest atom first. */
class PatternMatcher {
  readonly #molecule: CurrentMolecule;
  readonly #steps: readonly Step[];
  readonly #matched: Uint16Array;
  readonly #isUsed = new Uint8Array(mostAtoms);

  constructor(molecule: CurrentMolecule, steps: readonly Step[]) {
    this.#molecule = molecule;
    this.#steps = steps;
    this.#matched = new Uint16Array(steps.length);
  }

  /** Whether the pattern is anywhere in the molecule. */
  isInside(): boolean {
    return this.#begin(0);
  }

  /** Whether it is there with its first step on this atom. */
  isAt(atom: number): boolean {
    this.#molecule.locateBonds();
    return this.#try(0, atom);
  }

  /** Tries every atom for a step that begins a part. */
  #begin(step: number): boolean {
    const { answers } = this.#steps[step]!;
    const { words, types, atoms } = this.#molecule;
    for (let atom = 0; atom < atoms; atom++) {
      if (answers[words[types + atom]!] === no || this.#isUsed[atom] === 1) continue;
      this.#molecule.locateBonds();
      if (this.#try(step, atom)) return true;
    }
    return false;
  }

  /** Puts `atom` on `step` and goes on; leaves no trace. The caller has seen that the atom is free. */
  #try(step: number, atom: number): boolean {
    const { answers, dynamic, closures } = this.#steps[step]!;
    const { words, types } = this.#molecule;
    const type = words[types + atom]!;
    const answer = answers[type];
    if (answer === no || (answer === perhaps && !dynamic!(type, atom))) return false;
    for (const { step: other, bond } of closures) {
      if (bond[this.#codeBetween(atom, this.#matched[other]!)] === 0) return false;
    }
    if (step + 1 === this.#steps.length) return true;
    this.#matched[step] = atom;
    this.#isUsed[atom] = 1;
    const found = this.#next(step + 1);
    this.#isUsed[atom] = 0;
    return found;
  }

  #next(step: number): boolean {
    const { parent, bond } = this.#steps[step]!;
    if (parent < 0) return this.#begin(step);
    const { words, offsets } = this.#molecule;
    const from = this.#matched[parent]!;
    for (let k = offsets[from]!; k < offsets[from + 1]!; k++) {
      const word = words[k]!;
      const atom = word & neighbourMask;
      if (bond[word >> neighbourBits] === 1 && this.#isUsed[atom] === 0 && this.#try(step, atom)) return true;
    }
    return false;
  }

  /** The code of the bond between two atoms; 15, which no query takes, where there is none. */
  #codeBetween(a: number, b: number): number {
    const { words, offsets } = this.#molecule;
    for (let k = offsets[a]!; k < offsets[a + 1]!; k++) {
      if ((words[k]! & neighbourMask) === b) return words[k]! >> neighbourBits;
    }
    return 15;
  }
}

export type MoleculeMatcher = {
  /** For the molecule that begins at `at`: whether the pattern is in it, or null where only the toolkit can tell. */
  matches(words: Uint16Array, at: number): boolean | null;
};

/**
 * Prepares a pattern for the molecules of one segment: each atom query is put to each atom type once.
 * @param frequencies how often each type occurs, so that the search begins at the rarest atom
 */
export function compileMatcher(
  pattern: Pattern,
  types: readonly AtomType[],
  frequencies: ArrayLike<number>,
): MoleculeMatcher {
  const molecule = new CurrentMolecule(Uint8Array.from(types, ({ degree }) => degree));
  const compile = (of: Pattern, root: number | null) =>
    new PatternMatcher(molecule, planSteps(of, root, types, frequencies, compileDynamic));
  /** The query of an atom that holds recursive SMARTS; their answers are remembered per molecule and atom. */
  const compileDynamic = (query: AtomQuery): ((type: number, atom: number) => boolean) => {
    if (query.kind === "type") return (type) => query.test(types[type]!);
    if (query.kind === "not") {
      const of = compileDynamic(query.of);
      return (type, atom) => !of(type, atom);
    }
    if (query.kind === "inside") return remembered(molecule, compile(query.pattern, 0));
    const of = query.of.map(compileDynamic);
    return query.kind === "and"
      ? (type, atom) => of.every((part) => part(type, atom))
      : (type, atom) => of.some((part) => part(type, atom));
  };
  const matcher = compile(pattern, null);
  return {
    matches(words, at) {
      if ((words[at]! & undecided) !== 0) return null;
      molecule.set(words, at);
      return matcher.isInside();
    },
  };
}

function remembered(molecule: CurrentMolecule, matcher: PatternMatcher): (type: number, atom: number) => boolean {
  const serials = new Uint32Array(mostAtoms);
  const answers = new Uint8Array(mostAtoms);
  return (_, atom) => {
    if (serials[atom] !== molecule.serial) {
      answers[atom] = matcher.isAt(atom) ? 1 : 0;
      serials[atom] = molecule.serial;
    }
    return answers[atom] === 1;
  };
}

/** The answer of a query to an atom type, without looking into recursive SMARTS. */
function staticAnswer(query: AtomQuery, type: AtomType): number {
  if (query.kind === "type") return query.test(type) ? yes : no;
  if (query.kind === "inside") return perhaps;
  if (query.kind === "not") {
    const answer = staticAnswer(query.of, type);
    return answer === perhaps ? perhaps : answer === yes ? no : yes;
  }
  const [deciding, neutral] = query.kind === "and" ? [no, yes] : [yes, no];
  let answer = neutral;
  for (const part of query.of) {
    const one = staticAnswer(part, type);
    if (one === deciding) return deciding;
    if (one === perhaps) answer = perhaps;
  }
  return answer;
}

function planSteps(
  { atoms, bonds }: Pattern,
  root: number | null,
  types: readonly AtomType[],
  frequencies: ArrayLike<number>,
  compileDynamic: (query: AtomQuery) => (type: number, atom: number) => boolean,
): Step[] {
  const answers = atoms.map((query) => Uint8Array.from(types, (type) => staticAnswer(query, type)));
  const costs = answers.map((table) =>
    table.reduce((sum, answer, type) => sum + (answer === no ? 0 : frequencies[type]!), 0),
  );
  const codes = bonds.map(({ query }) =>
    Uint8Array.from({ length: 16 }, (_, code) => (code < 15 && query(code) ? 1 : 0)),
  );
  const stepOf = new Map<number, number>();
  const steps: Step[] = [];
  const addStep = (atom: number, via: number) => {
    const closures: { step: number; bond: Uint8Array }[] = [];
    bonds.forEach(({ begin, end }, bond) => {
      const other = begin === atom ? end : end === atom ? begin : -1;
      const step = stepOf.get(other);
      if (bond !== via && step !== undefined) closures.push({ step, bond: codes[bond]! });
    });
    const bond = bonds[via];
    const parent = bond === undefined ? -1 : stepOf.get(bond.begin === atom ? bond.end : bond.begin)!;
    const dynamic = answers[atom]!.includes(perhaps) ? compileDynamic(atoms[atom]!) : null;
    stepOf.set(atom, steps.length);
    steps.push({ answers: answers[atom]!, dynamic, parent, bond: codes[via] ?? new Uint8Array(16), closures });
  };
  /** Of the bonds that lead from matched to unmatched atoms, the one to the rarest atom. */
  const cheapestBond = (): { atom: number; bond: number } | null => {
    let best: { atom: number; bond: number } | null = null;
    bonds.forEach(({ begin, end }, bond) => {
      if (stepOf.has(begin) === stepOf.has(end)) return;
      const atom = stepOf.has(begin) ? end : begin;
      if (best === null || costs[atom]! < costs[best.atom]!) best = { atom, bond };
    });
    return best;
  };
  while (stepOf.size < atoms.length) {
    const next = cheapestBond();
    if (next !== null) addStep(next.atom, next.bond);
    else if (root !== null && stepOf.size === 0) addStep(root, -1);
    else {
      const free = [...atoms.keys()].filter((atom) => !stepOf.has(atom));
      addStep(
        free.reduce((best, atom) => (costs[atom]! < costs[best]! ? atom : best)),
        -1,
      );
    }
  }
  return steps;
}
