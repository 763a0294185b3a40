import type { MoleculeEditor } from "./editor.ts";

type Rule = {
  name: string;
  smarts: string;
  /** New charge by position in the match. */
  charges: Readonly<Record<number, number>>;
  /** Change of the hydrogen count by position in the match. */
  hydrogens?: Readonly<Record<number, number>>;
  /** New order of bonds between positions of the match. */
  bonds?: readonly (readonly [number, number, 1 | 2 | 3])[];
  /** Every element of at least one of these must be there for the rule to apply; saves the search. */
  needs: RegExp;
};

/**
 * Functional groups that are drawn in several ways, and the way that is kept. The rules are those of RDKit's Normalizer
 * (MolVS by M. Swain, from sections 1.3 to 2.1 of the InChI technical manual and F. Atkinson's standardiser), in its order.
 */
export const normalisations: readonly Rule[] = [
  {
    name: "nitro",
    smarts: "[N,P,As,Sb;X3](=[O,S,Se,Te])=[O,S,Se,Te]",
    charges: { 0: 1, 1: -1 },
    bonds: [[0, 1, 1]],
    needs: /\[(?:N|P|As|Sb)/,
  },
  {
    name: "sulfone",
    smarts: "[S+2]([O-])([O-])",
    charges: { 0: 0, 1: 0, 2: 0 },
    bonds: [
      [0, 1, 2],
      [0, 2, 2],
    ],
    needs: /S[^\]]*\+2/,
  },
  {
    name: "pyridine oxide",
    smarts: "[nH0+0]=[OH0+0]",
    charges: { 0: 1, 1: -1 },
    bonds: [[0, 1, 1]],
    needs: /\[n/,
  },
  {
    name: "azide",
    smarts: "[*][N]=[N]#[N]",
    charges: { 2: 1, 3: -1 },
    bonds: [[2, 3, 2]],
    needs: /#/,
  },
  {
    name: "diazo",
    smarts: "[*]=[N]#[N]",
    charges: { 1: 1, 2: -1 },
    bonds: [[1, 2, 2]],
    needs: /#/,
  },
  {
    name: "sulfoxide",
    smarts: "[!O][S+0;X3](=[O])[!O]",
    charges: { 1: 1, 2: -1 },
    bonds: [[1, 2, 1]],
    needs: /\[S/,
  },
  {
    name: "phosphate",
    smarts: "[O,S,Se,Te;-1][P+;D4][O,S,Se,Te;-1]",
    charges: { 0: 0, 1: 0, 2: -1 },
    bonds: [[0, 1, 2]],
    needs: /P[^\]]*\+/,
  },
  {
    name: "amidinium",
    smarts: "[C,S&!$([S+]-[O-]);X3+1]([NX3])[NX3!H0]",
    charges: { 0: 0, 2: 1 },
    bonds: [[0, 2, 2]],
    needs: /\[[CS][^\]]*\+/,
  },
  {
    name: "phosphonium amide",
    smarts: "[P;X4+1]([NX3])[NX3!H0]",
    charges: { 0: 0, 2: 1 },
    bonds: [[0, 2, 2]],
    needs: /P[^\]]*\+/,
  },
  {
    name: "hydrazine-diazonium",
    smarts: "[CX4][NX3H]-[NX3H][CX4][NX2+]#[NX1]",
    charges: { 1: 0, 2: 1, 4: 0 },
    hydrogens: { 1: -1, 5: 1 },
    bonds: [
      [1, 2, 2],
      [4, 5, 2],
    ],
    needs: /N\+\]#/,
  },
  {
    name: "1,3-separated charges",
    smarts: "[N,P,As,Sb,O,S,Se,Te;-1]-[A+0]=[N,P,As,Sb,O,S,Se,Te;+1]",
    charges: { 0: 0, 2: 0 },
    bonds: [
      [0, 1, 2],
      [1, 2, 1],
    ],
    needs: /\+.*-|-.*\+/,
  },
  {
    name: "1,3-separated charges, ring anion",
    smarts: "[n,o,p,s;-1]:[a]=[N,O,P,S;+1]",
    charges: { 0: 0, 2: 0 },
    bonds: [[1, 2, 1]],
    needs: /\+.*-|-.*\+/,
  },
  {
    name: "1,3-separated charges, ring cation",
    smarts: "[N,O,P,S;-1]-[a+0]:[n,o,p,s;+1]",
    charges: { 0: 0, 2: 0 },
    bonds: [[0, 1, 2]],
    needs: /\+.*-|-.*\+/,
  },
  {
    name: "1,5-separated charges",
    smarts: "[N,P,As,Sb,O,S,Se,Te;-1]-[A+0]=[A]-[A]=[N,P,As,Sb,O,S,Se,Te;+1]",
    charges: { 0: 0, 4: 0 },
    bonds: [
      [0, 1, 2],
      [1, 2, 1],
      [2, 3, 2],
      [3, 4, 1],
    ],
    needs: /\+.*-|-.*\+/,
  },
  {
    name: "1,5-separated charges, ring anion",
    smarts: "[n,o,p,s;-1]:[a]:[a]:[c]=[N,O,P,S;+1]",
    charges: { 0: 0, 4: 0 },
    bonds: [[3, 4, 1]],
    needs: /\+.*-|-.*\+/,
  },
  {
    name: "1,5-separated charges, ring cation",
    smarts: "[N,O,P,S;-1]-[c]:[a]:[a]:[n,o,p,s;+1]",
    charges: { 0: 0, 4: 0 },
    bonds: [[0, 1, 2]],
    needs: /\+.*-|-.*\+/,
  },
  {
    name: "1,3-conjugated cation",
    smarts: "[N,O!$(*N);+0!H0]-[A]=[N!$(*~[N,O,P,S;-1]),O;+1H0]",
    charges: { 0: 1, 2: 0 },
    bonds: [
      [0, 1, 2],
      [1, 2, 1],
    ],
    needs: /\+/,
  },
  {
    name: "1,3-conjugated cation, ring",
    smarts: "[n;+0!H0]:[c]=[N!$(*~[N,O,P,S;-1]),O;+1H0]",
    charges: { 0: 1, 2: 0 },
    bonds: [[1, 2, 1]],
    needs: /\+/,
  },
  {
    name: "1,5-conjugated cation",
    smarts: "[N,O!$(*N);+0!H0]-[A]=[A]-[A]=[N!$(*~[N,O,P,S;-1]),O;+1H0]",
    charges: { 0: 1, 4: 0 },
    bonds: [
      [0, 1, 2],
      [1, 2, 1],
      [2, 3, 2],
      [3, 4, 1],
    ],
    needs: /\+/,
  },
  {
    name: "1,5-conjugated cation, ring",
    smarts: "[n;+0!H0]:[a]:[a]:[c]=[N!$(*~[N,O,P,S;-1]),O;+1H0]",
    charges: { 0: 1, 4: 0 },
    bonds: [[3, 4, 1]],
    needs: /\+/,
  },
  {
    name: "halogen oxide",
    smarts: "[F,Cl,Br,I,At;-1]=[O]",
    charges: { 0: 0, 1: -1 },
    bonds: [[0, 1, 1]],
    needs: /\[(?:F|Cl|Br|I|At)-/,
  },
  {
    name: "nitrile ylide",
    smarts: "[N,P,As,Sb;-1]=[C+;v3]",
    charges: { 0: 0, 1: 0 },
    bonds: [[0, 1, 3]],
    needs: /C[^\]]*\+/,
  },
];

/** Applications of the whole table, and of one rule in a row, before giving up. */
const MAX_ROUNDS = 200;
const MAX_REPEATS = 20;

/** Rewrites functional groups until no rule applies; true when something changed. */
export function normaliseGroups(editor: MoleculeEditor): boolean {
  const seen = new Set<string>([editor.text]);
  let changed = false;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const rule = normalisations.find((candidate) => applyRule(editor, candidate, seen));
    if (rule === undefined) return changed;
    changed = true;
  }
  return changed;
}

function applyRule(editor: MoleculeEditor, rule: Rule, seen: Set<string>): boolean {
  let applied = false;
  for (let repeat = 0; repeat < MAX_REPEATS; repeat++) {
    if (!rule.needs.test(editor.text) || !applyOnce(editor, rule, seen)) return applied;
    applied = true;
  }
  return applied;
}

function applyOnce(editor: MoleculeEditor, rule: Rule, seen: Set<string>): boolean {
  for (const match of editor.matches(rule.smarts)) {
    for (const [position, charge] of Object.entries(rule.charges)) {
      editor.tree.atoms[match[Number(position)]!]!.charge = charge;
    }
    for (const [position, change] of Object.entries(rule.hydrogens ?? {})) {
      editor.tree.atoms[match[Number(position)]!]!.hCount += change;
    }
    for (const [a, b, order] of rule.bonds ?? []) editor.tree.setOrder(match[a]!, match[b]!, order);
    const text = editor.tree.write();
    if (seen.has(text)) editor.commit(editor.text);
    else if (editor.commit(text)) {
      seen.add(text);
      return true;
    }
  }
  return false;
}
