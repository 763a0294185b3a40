import type { AtomQuery, BondQuery, Pattern } from "./pattern.ts";
import { readBareAtom, readBracketAtom } from "./smarts-atom.ts";
import { readLogic, Scanner } from "./smarts-scanner.ts";

const order = (code: number): number => code & 7;
const singleOrAromatic: BondQuery = (code) => order(code) === 1 || order(code) === 4;
const bondTests: Readonly<Record<string, BondQuery>> = {
  "-": (code) => order(code) === 1,
  "=": (code) => order(code) === 2,
  "#": (code) => order(code) === 3,
  ":": (code) => order(code) === 4,
  "~": () => true,
  "@": (code) => code >= 8,
};
const bondLogic = {
  not:
    (of: BondQuery): BondQuery =>
    (code) =>
      !of(code),
  and:
    (of: BondQuery[]): BondQuery =>
    (code) =>
      of.every((query) => query(code)),
  or:
    (of: BondQuery[]): BondQuery =>
    (code) =>
      of.some((query) => query(code)),
};

/**
 * Reads a SMARTS as RDKit does, where it is understood here: elements, D X v H h R r x, charges, isotopes, recursion, rings,
 * bond expressions, unconnected parts. Stereochemistry is read over, as RDKit's search does unless it is told otherwise.
 * @throws UnsupportedSmarts for everything else
 */
export function parseSmarts(smarts: string): Pattern {
  const scanner: Scanner = new Scanner(smarts);
  const atoms: AtomQuery[] = [];
  const bonds: Pattern["bonds"][number][] = [];
  const openRings = new Map<number, { atom: number; query: BondQuery | null }>();
  const branches: number[] = [];
  let previous = -1;
  const readBond = (): BondQuery | null => {
    if (/^(->|<-|\$)/.test(scanner.text.slice(scanner.at, scanner.at + 2))) scanner.refuse();
    const primitive = (): BondQuery | null => {
      if (scanner.take("/") || scanner.take("\\")) {
        return singleOrAromatic;
      }
      const test = bondTests[scanner.peek()];
      if (test !== undefined) scanner.at++;
      return test ?? null;
    };
    return readLogic(scanner, primitive, bondLogic);
  };
  const ringClosure = (query: BondQuery | null): boolean => {
    const label = readRingLabel(scanner);
    if (label === null) return false;
    const open = openRings.get(label);
    if (open === undefined) openRings.set(label, { atom: previous, query });
    else {
      openRings.delete(label);
      bonds.push({ begin: open.atom, end: previous, query: open.query ?? query ?? singleOrAromatic });
    }
    return true;
  };
  while (!scanner.isAtEnd) {
    if (scanner.take("(")) {
      // Parentheses around a whole part ask for parts of one or several molecules.
      if (previous < 0) scanner.refuse();
      branches.push(previous);
    } else if (scanner.take(")")) {
      previous = branches.pop() ?? scanner.refuse();
    } else if (scanner.take(".")) {
      if (branches.length > 0) scanner.refuse();
      previous = -1;
    } else {
      const query = readBond();
      if (previous >= 0 && ringClosure(query)) continue;
      const atom = scanner.take("[") ? readBracketAtom(scanner, { parse: parseSmarts }) : readBareAtom(scanner);
      if (atom === null) scanner.refuse();
      atoms.push(atom);
      if (previous >= 0) bonds.push({ begin: previous, end: atoms.length - 1, query: query ?? singleOrAromatic });
      else if (query !== null) scanner.refuse();
      previous = atoms.length - 1;
    }
  }
  if (atoms.length === 0 || openRings.size > 0 || branches.length > 0) scanner.refuse();
  return { atoms, bonds };
}

/** `1`, `%12` or `%(123)`; null where none begins. */
function readRingLabel(scanner: Scanner): number | null {
  if (scanner.take("%")) {
    if (scanner.peek() === "(") return Number(scanner.parenthesised());
    const label = Number(scanner.peek() + scanner.peek(1));
    scanner.at += 2;
    return label;
  }
  const digit = scanner.peek();
  if (digit === "" || digit < "0" || digit > "9") return null;
  scanner.at++;
  return Number(digit);
}
