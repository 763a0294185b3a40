/** One atom of a SMILES, all of its hydrogens explicit. */
export type TreeAtom = {
  isotope: string;
  symbol: string;
  chirality: string;
  hCount: number;
  charge: number;
  map: string;
  /** Bonds in the order in which the text mentions them. */
  ringBonds: number[];
  children: { bond: number; atom: number }[];
};

export type TreeBond = {
  a: number;
  b: number;
  /** Bond symbol as written before the child, or before the ring digit at `a`; empty for single or aromatic. */
  symbol: string;
  /** Bond symbol before the ring digit at `b`. */
  closeSymbol: string;
  removed: boolean;
};

const atomText = /^\[(\d*)([A-Z][a-z]?|[a-z][a-z]?|\*|'[^']*'|#\d+)(@[^\]H+\-:]*|)(H\d*)?([+-]\d*|[+]+|[-]+)?(:\d+)?\]/;

/**
 * A SMILES whose atoms are all in brackets, as an editable spanning tree: charges, hydrogens and bond orders change in
 * place, bonds can be cut, and everything untouched, stereo marks included, is written back as it was. Atom i is the
 * i-th atom of the text.
 */
export class SmilesTree {
  readonly atoms: TreeAtom[] = [];
  readonly bonds: TreeBond[] = [];
  #roots: number[] = [];

  /** Parses what RDKit writes with `allHsExplicit`; null for anything else. */
  static parse(text: string): SmilesTree | null {
    const tree = new SmilesTree();
    return tree.#read(text) ? tree : null;
  }

  #read(text: string): boolean {
    const open = new Map<string, number>();
    const stack: number[] = [];
    let previous = -1;
    let symbol = "";
    let at = 0;
    while (at < text.length) {
      const char = text[at]!;
      if (char === "[") {
        const match = atomText.exec(text.slice(at, at + 40));
        if (match === null) return false;
        previous = this.#addAtom(match, previous, symbol);
        symbol = "";
        at += match[0].length;
      } else if (char === "(") {
        stack.push(previous);
        at++;
      } else if (char === ")") {
        previous = stack.pop() ?? -1;
        at++;
      } else if (char === ".") {
        previous = -1;
        at++;
      } else if (text.startsWith("->", at) || text.startsWith("<-", at)) {
        symbol = text.slice(at, at + 2);
        at += 2;
      } else if ("-=#:/\\$~".includes(char)) {
        symbol = char;
        at++;
      } else {
        const digits = /^(?:%\((\d+)\)|%(\d\d)|(\d))/.exec(text.slice(at, at + 10));
        if (digits === null || previous < 0) return false;
        this.#closeRing(open, digits[1] ?? digits[2] ?? digits[3]!, previous, symbol);
        symbol = "";
        at += digits[0].length;
      }
    }
    return open.size === 0 && stack.length === 0;
  }

  #addAtom(match: RegExpExecArray, parent: number, symbol: string): number {
    const [, isotope = "", element = "*", chirality = "", h = "", charge = "", map = ""] = match;
    const index = this.atoms.length;
    this.atoms.push({
      isotope,
      symbol: element,
      chirality,
      hCount: h === "" ? 0 : h === "H" ? 1 : Number(h.slice(1)),
      charge: chargeOf(charge),
      map,
      ringBonds: [],
      children: [],
    });
    if (parent < 0) this.#roots.push(index);
    else {
      this.bonds.push({ a: parent, b: index, symbol, closeSymbol: "", removed: false });
      this.atoms[parent]!.children.push({ bond: this.bonds.length - 1, atom: index });
    }
    return index;
  }

  #closeRing(open: Map<string, number>, digit: string, atom: number, symbol: string): void {
    const bond = open.get(digit);
    if (bond === undefined) {
      open.set(digit, this.bonds.length);
      this.atoms[atom]!.ringBonds.push(this.bonds.length);
      this.bonds.push({ a: atom, b: -1, symbol, closeSymbol: "", removed: false });
      return;
    }
    open.delete(digit);
    this.bonds[bond]!.b = atom;
    this.bonds[bond]!.closeSymbol = symbol;
    this.atoms[atom]!.ringBonds.push(bond);
  }

  bondBetween(i: number, j: number): TreeBond | undefined {
    return this.bonds.find(
      (bond) => !bond.removed && ((bond.a === i && bond.b === j) || (bond.a === j && bond.b === i)),
    );
  }

  bondsOf(atom: number): TreeBond[] {
    return this.bonds.filter((bond) => !bond.removed && (bond.a === atom || bond.b === atom));
  }

  /** 1, 2, 3, 1.5 for aromatic, 0 for a dative or unspecified bond. */
  orderOf(bond: TreeBond): number {
    const symbol = bond.symbol === "" ? bond.closeSymbol : bond.symbol;
    if (symbol === "=") return 2;
    if (symbol === "#") return 3;
    if (symbol === "->" || symbol === "<-" || symbol === "~") return 0;
    if (symbol === ":") return 1.5;
    return symbol === "" && this.isAromatic(bond.a) && this.isAromatic(bond.b) ? 1.5 : 1;
  }

  isAromatic(atom: number): boolean {
    const first = this.atoms[atom]!.symbol[0]!;
    return first >= "a" && first <= "z";
  }

  setOrder(i: number, j: number, order: 1 | 2 | 3): void {
    const bond = this.bondBetween(i, j);
    if (bond === undefined) return;
    bond.closeSymbol = "";
    bond.symbol = order === 3 ? "#" : order === 2 ? "=" : this.isAromatic(i) && this.isAromatic(j) ? "-" : "";
  }

  /** Cuts a bond. Its atoms lose their stereo marks, which no longer mean anything. */
  cut(bond: TreeBond): void {
    bond.removed = true;
    for (const end of [bond.a, bond.b]) this.atoms[end]!.chirality = "";
    const parent = this.atoms[bond.a]!;
    const child = parent.children.find(({ atom, bond: id }) => this.bonds[id] === bond && atom === bond.b);
    if (child === undefined) return;
    parent.children = parent.children.filter((other) => other !== child);
    this.#roots.push(child.atom);
  }

  /** Atoms of each connected fragment. */
  fragments(): number[][] {
    const seen = new Uint8Array(this.atoms.length);
    const neighbours: number[][] = this.atoms.map(() => []);
    for (const { a, b, removed } of this.bonds) {
      if (removed) continue;
      neighbours[a]!.push(b);
      neighbours[b]!.push(a);
    }
    const fragments: number[][] = [];
    for (let start = 0; start < this.atoms.length; start++) {
      if (seen[start]) continue;
      const fragment = [start];
      seen[start] = 1;
      for (let k = 0; k < fragment.length; k++) {
        for (const next of neighbours[fragment[k]!]!) {
          if (seen[next]) continue;
          seen[next] = 1;
          fragment.push(next);
        }
      }
      fragments.push(fragment.sort((a, b) => a - b));
    }
    return fragments;
  }

  /** The SMILES of some fragments (all by default). */
  write(atoms?: readonly number[]): string {
    const wanted = atoms === undefined ? null : new Set(atoms);
    const digits = new Map<number, number>();
    return this.#roots
      .filter((root) => wanted === null || wanted.has(root))
      .map((root) => this.#writeFrom(root, digits))
      .join(".");
  }

  #writeFrom(root: number, digits: Map<number, number>): string {
    let text = "";
    let index = root;
    for (;;) {
      const atom = this.atoms[index]!;
      text += atomToText(atom);
      for (const id of atom.ringBonds) {
        const bond = this.bonds[id]!;
        if (bond.removed) continue;
        const opens = !digits.has(id);
        if (opens) digits.set(id, digits.size + 1);
        text += (bond.a === index ? bond.symbol : bond.closeSymbol) + ringDigit(digits.get(id)!);
      }
      if (atom.children.length === 0) return text;
      const last = atom.children.length - 1;
      for (const { bond, atom: child } of atom.children.slice(0, last)) {
        text += `(${this.bonds[bond]!.symbol}${this.#writeFrom(child, digits)})`;
      }
      text += this.bonds[atom.children[last]!.bond]!.symbol;
      index = atom.children[last]!.atom;
    }
  }
}

function chargeOf(text: string): number {
  if (text === "") return 0;
  const sign = text[0] === "+" ? 1 : -1;
  const rest = text.slice(1);
  return rest === "" ? sign : /^\d+$/.test(rest) ? sign * Number(rest) : sign * text.length;
}

function atomToText({ isotope, symbol, chirality, hCount, charge, map }: TreeAtom): string {
  const h = hCount === 0 ? "" : hCount === 1 ? "H" : `H${hCount}`;
  const size = Math.abs(charge);
  const sign = charge === 0 ? "" : `${charge > 0 ? "+" : "-"}${size === 1 ? "" : size}`;
  return `[${isotope}${symbol}${chirality}${h}${sign}${map}]`;
}

const ringDigit = (n: number): string => (n < 10 ? String(n) : n < 100 ? `%${n}` : `%(${n})`);
