import { atomicWeights } from "@qinghao/chemistry";
import type { AtomType } from "../library/molecule-words.ts";
import type { AtomQuery, Pattern } from "./pattern.ts";
import { readLogic, type Scanner } from "./smarts-scanner.ts";

/** Symbols by atomic number, from 1 on. */
const symbols = (
  "H He Li Be B C N O F Ne Na Mg Al Si P S Cl Ar K Ca Sc Ti V Cr Mn Fe Co Ni Cu Zn Ga Ge As Se Br Kr Rb Sr Y Zr Nb Mo Tc Ru " +
  "Rh Pd Ag Cd In Sn Sb Te I Xe Cs Ba La Ce Pr Nd Pm Sm Eu Gd Tb Dy Ho Er Tm Yb Lu Hf Ta W Re Os Ir Pt Au Hg Tl Pb Bi Po At " +
  "Rn Fr Ra Ac Th Pa U Np Pu Am Cm Bk Cf Es Fm Md No Lr"
).split(" ");
const numberOf = new Map(symbols.map((symbol, i) => [symbol, i + 1]));
const aromaticSymbols = ["se", "as", "te", "si", "b", "c", "n", "o", "p", "s"];
const bareSymbols = ["Cl", "Br", "B", "C", "N", "O", "P", "S", "F", "I"];

const typeQuery = (test: (type: AtomType) => boolean): AtomQuery => ({ kind: "type", test });
const anyAtom = typeQuery(() => true);
const aliphatic = (number: number) => typeQuery((type) => type.atomicNumber === number && !type.isAromatic);
const aromatic = (number: number) => typeQuery((type) => type.atomicNumber === number && type.isAromatic);
const isAromatic = typeQuery((type) => type.isAromatic);
const isAliphatic = typeQuery((type) => !type.isAromatic);
const capitalised = (symbol: string): string => symbol[0]!.toUpperCase() + symbol.slice(1);

const logic = {
  not: (of: AtomQuery): AtomQuery => ({ kind: "not", of }),
  and: (of: AtomQuery[]): AtomQuery => ({ kind: "and", of }),
  or: (of: AtomQuery[]): AtomQuery => ({ kind: "or", of }),
};

/** What the reader of atoms needs from that of patterns. */
export type AtomContext = { parse(smarts: string): Pattern };

/** An atom outside brackets; null where none begins. */
export function readBareAtom(scanner: Scanner): AtomQuery | null {
  if (scanner.take("*")) return anyAtom;
  const symbol = bareSymbols.find((known) => scanner.take(known));
  if (symbol !== undefined) return aliphatic(numberOf.get(symbol)!);
  const ring = aromaticSymbols.slice(4).find((known) => scanner.take(known));
  if (ring !== undefined) return aromatic(numberOf.get(capitalised(ring))!);
  if (scanner.take("A")) return isAliphatic;
  if (scanner.take("a")) return isAromatic;
  return null;
}

/** What stands between brackets, the scanner behind `[`; reads past `]`. */
export function readBracketAtom(scanner: Scanner, context: AtomContext): AtomQuery {
  const from = scanner.at;
  const query = readLogic(scanner, () => readPrimitive(scanner, context, scanner.at === from), logic);
  if (query === null) scanner.refuse();
  if (scanner.take(":")) scanner.number();
  if (!scanner.take("]")) scanner.refuse();
  return query;
}

function readPrimitive(scanner: Scanner, context: AtomContext, isFirst: boolean): AtomQuery | null {
  const isotope = scanner.number();
  if (isotope !== null) return typeQuery((type) => type.isotope === isotope);
  if (scanner.take("*")) return anyAtom;
  if (scanner.take("$")) return { kind: "inside", pattern: context.parse(scanner.parenthesised()) };
  if (scanner.take("#")) {
    const number = scanner.number() ?? scanner.refuse();
    return typeQuery((type) => type.atomicNumber === number);
  }
  if (scanner.peek() === "@") {
    while (scanner.take("@") || scanner.take("?"));
    if (/[A-Z]/.test(scanner.peek()) && scanner.peek() !== "H") scanner.refuse();
    return anyAtom;
  }
  if (scanner.peek() === "+" || scanner.peek() === "-") return readCharge(scanner);
  return readHydrogen(scanner, isFirst) ?? readSymbol(scanner) ?? readCount(scanner);
}

function readCharge(scanner: Scanner): AtomQuery {
  const sign = scanner.peek();
  let charge = 0;
  while (scanner.take(sign)) charge++;
  const number = charge === 1 ? scanner.number() : null;
  const wanted = (number ?? charge) * (sign === "+" ? 1 : -1);
  return typeQuery((type) => type.charge === wanted);
}

/** `[H]`, `[2H]`, `[H+]` are hydrogen; elsewhere H counts hydrogens. */
function readHydrogen(scanner: Scanner, isFirst: boolean): AtomQuery | null {
  if (scanner.peek() !== "H" || /[a-z]/.test(scanner.peek(1))) return null;
  const isAlone =
    /\[\d*$/.test(scanner.text.slice(0, scanner.at)) && /^H([+-]+\d*)?(:\d+)?\]/.test(scanner.text.slice(scanner.at));
  scanner.at++;
  if (isAlone) return typeQuery((type) => type.atomicNumber === 1);
  // Whether a leading H of an expression is the element or a count is the toolkit's business.
  if (isFirst && !/\d/.test(scanner.peek())) scanner.refuse();
  const count = scanner.number() ?? 1;
  return typeQuery((type) => type.hydrogens === count);
}

function readSymbol(scanner: Scanner): AtomQuery | null {
  const pair = scanner.peek() + scanner.peek(1);
  const number = numberOf.get(pair) ?? (isCountLetter(scanner.peek()) ? undefined : numberOf.get(scanner.peek()));
  if (number !== undefined && number < atomicWeights.length) {
    scanner.at += symbols[number - 1]!.length;
    return aliphatic(number);
  }
  const ring = aromaticSymbols.find((known) => scanner.take(known));
  if (ring !== undefined) return aromatic(numberOf.get(capitalised(ring))!);
  if (scanner.take("A")) return isAliphatic;
  if (scanner.take("a")) return isAromatic;
  return null;
}

const isCountLetter = (letter: string): boolean => "DXRH".includes(letter);

/** `D`, `X`, `v`, `h`, `R`, `r`, `x`, each with a number or without. */
function readCount(scanner: Scanner): AtomQuery | null {
  const letter = scanner.peek();
  if (letter === "" || !"DXvhRrx".includes(letter)) return /[\],;&:!]/.test(letter) ? null : scanner.refuse();
  scanner.at++;
  if (scanner.peek() === "{") scanner.refuse();
  const count = scanner.number();
  const asked = count ?? 1;
  if (letter === "D") return typeQuery((type) => type.degree === asked);
  if (letter === "X") return typeQuery((type) => type.degree + type.implicitHydrogens === asked);
  if (letter === "v") return typeQuery((type) => type.valence === asked);
  if (letter === "h")
    return typeQuery((type) => (count === null ? type.implicitHydrogens > 0 : type.implicitHydrogens === count));
  if (letter === "R") return typeQuery((type) => (count === null ? type.rings > 0 : type.rings === count));
  if (letter === "r") return typeQuery((type) => (count === null ? type.rings > 0 : type.smallestRing === count));
  return typeQuery((type) => (count === null ? type.ringBonds > 0 : type.ringBonds === count));
}
