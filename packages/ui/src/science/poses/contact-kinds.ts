/** Kinds of contact between a ligand and its receptor, in the order of a legend. */
export const contactKinds = [
  "hydrogen-bond",
  "salt-bridge",
  "pi-stacking",
  "pi-cation",
  "halogen-bond",
  "metal",
  "hydrophobic",
] as const;
export type ContactKind = (typeof contactKinds)[number];

/** How a kind is drawn: colours of a light and a dark page, and dashes that tell kinds apart without colour. */
export type ContactStyle = { readonly light: string; readonly dark: string; readonly dashes: string };

export const contactStyles: Readonly<Record<ContactKind, ContactStyle>> = {
  "hydrogen-bond": { light: "#1d4ed8", dark: "#93b4ff", dashes: "6 4" },
  "salt-bridge": { light: "#b45309", dark: "#fdba74", dashes: "10 4" },
  "pi-stacking": { light: "#15803d", dark: "#86efac", dashes: "2 3" },
  "pi-cation": { light: "#a21caf", dark: "#f0abfc", dashes: "8 3 2 3" },
  "halogen-bond": { light: "#0f766e", dark: "#5eead4", dashes: "4 2" },
  metal: { light: "#6d28d9", dark: "#c4b5fd", dashes: "" },
  hydrophobic: { light: "#6b7280", dark: "#9ca3af", dashes: "1 5" },
};

/** What a residue is like, which its colour shows. */
export type ResidueFamily = "acidic" | "basic" | "polar" | "apolar" | "nucleotide" | "cofactor" | "metal" | "water";

export const residueFills: Readonly<Record<ResidueFamily, { readonly light: string; readonly dark: string }>> = {
  acidic: { light: "#fde2e1", dark: "#4a2220" },
  basic: { light: "#dbe7fd", dark: "#1e2f52" },
  polar: { light: "#d9f2ee", dark: "#173b37" },
  apolar: { light: "#eef1ea", dark: "#2b302a" },
  nucleotide: { light: "#efe3fa", dark: "#38244d" },
  cofactor: { light: "#fbeecb", dark: "#42350f" },
  metal: { light: "#e4def7", dark: "#2f2652" },
  water: { light: "#e0f2fe", dark: "#12344a" },
};
