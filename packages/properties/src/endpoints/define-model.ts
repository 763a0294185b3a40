/** A sentence or name in the languages of the product. */
export type Bilingual = { readonly en: string; readonly zh: string };

/** What is known of a property model before its weights: the facts that every screen, file and record repeats. */
export type ModelDeclaration<Id extends string = string> = {
  readonly id: Id;
  readonly name: Bilingual;
  readonly description: Bilingual;
  readonly unit: string;
  readonly task: "regression";
  /** Values outside are cut off. */
  readonly plausible: readonly [lowest: number, highest: number];
  /** Larger is better, smaller is better, or neither. */
  readonly preference: "higher" | "lower" | "none";
  readonly interval: { readonly kind: "conformal"; readonly level: number };
  readonly domain: { readonly kind: "nearest-neighbour"; readonly fingerprint: string };
  readonly evidence: {
    readonly dataset: string;
    /** Folder of the data inside the TDC benchmark group. */
    readonly folder: string;
    readonly split: Bilingual;
    readonly metric: "mae";
    readonly citation: string;
    readonly licence: Bilingual;
  };
};

/** Declares a model; the id keeps its literal type so that the endpoint union derives from the registry. */
export const defineModel = <const Id extends string>(declaration: ModelDeclaration<Id>): ModelDeclaration<Id> =>
  declaration;

export const conformal = ({ level }: { level: number }): ModelDeclaration["interval"] => ({ kind: "conformal", level });

export const nearestNeighbour = (fingerprint: string): ModelDeclaration["domain"] => ({
  kind: "nearest-neighbour",
  fingerprint,
});

/** How the TDC ADMET benchmark group divides its sets. */
export const officialScaffoldSplit: Bilingual = {
  en: "TDC ADMET benchmark group, official scaffold split",
  zh: "TDC ADMET 基准组，官方骨架划分",
};
