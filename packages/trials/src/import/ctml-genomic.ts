import type { Tree } from "../criteria/tree.schema.ts";
import { type CtmlWords, joined, unread } from "./ctml-words.ts";

type Change = "any" | "mutation" | "amplification" | "fusion" | "deletion";

const changeOf: Readonly<Record<string, Change>> = {
  mutation: "mutation",
  "structural variation": "fusion",
  cnv: "any",
  "any variation": "any",
};

const copyNumber: Readonly<Record<string, Change>> = {
  "homozygous deletion": "deletion",
  "heterozygous deletion": "deletion",
  "high level amplification": "amplification",
  "low amplification": "amplification",
  gain: "amplification",
};

const classification: Readonly<Record<string, string>> = {
  in_frame_del: "in-frame deletion",
  in_frame_ins: "in-frame insertion",
  missense_mutation: "missense",
  nonsense_mutation: "nonsense",
  frame_shift_del: "frameshift deletion",
  frame_shift_ins: "frameshift insertion",
  splice_site: "splice site",
};

/** Keys that only describe the leaf. */
const descriptive = new Set(["display_name", "hugo_symbol", "variant_category", "fusion_partner_hugo_symbol"]);

/**
 * One genomic leaf. Its keys describe one variant; a leading "!" on any of them asks that no such variant is there, as
 * matchengine reads it.
 */
export function genomicLeaf(leaf: Readonly<Record<string, unknown>>, words: CtmlWords, notes: string[]): Tree {
  const entries = Object.entries(leaf).map(([key, value]) => {
    const text = String(value ?? "").trim();
    return { key: key.toLowerCase(), text: text.replace(/^!/, ""), isNot: text.startsWith("!") };
  });
  const isNot = entries.some((entry) => entry.isNot);
  const value = (key: string) => entries.find((entry) => entry.key === key)?.text;
  const gene = value("hugo_symbol");
  if (gene === undefined || gene === "" || gene === "None" || /^any_gene$/i.test(gene)) {
    return joined(
      "all",
      entries.map((entry) => withoutGene(entry.key, `${entry.isNot ? "!" : ""}${entry.text}`, notes)),
    );
  }
  const ref = words.gene(gene);
  if (ref === null)
    return joined(
      "all",
      entries.map(({ key, text }) => unread(key, text, notes)),
    );
  const alterations: string[] = [];
  const unknown: Tree[] = [];
  let change: Change = changeOf[value("variant_category")?.toLowerCase() ?? ""] ?? "any";
  for (const { key, text } of entries) {
    if (key === "protein_change" || key === "wildcard_protein_change")
      alterations.push(text.replace(/^p\./, "").toUpperCase());
    else if (key === "exon") alterations.push(`EXON ${text}`);
    else if (key === "variant_classification" || key === "true_variant_classification") {
      alterations.push((classification[text.toLowerCase()] ?? text).toUpperCase());
    } else if (key === "cnv_call") change = copyNumber[text.toLowerCase()] ?? "any";
    else if (!descriptive.has(key)) unknown.push(unread(key, text, notes));
  }
  const partner = value("fusion_partner_hugo_symbol");
  if (partner !== undefined && !/^(any_gene|intergenic)$/i.test(partner))
    alterations.push(`${partner.toUpperCase()} FUSION`);
  const variant: Tree = {
    kind: "variant",
    gene: ref,
    change,
    status: "positive",
    ...(alterations.length === 0 ? {} : { alterations }),
  };
  return joined("all", [isNot ? { kind: "not", of: variant } : variant, ...unknown]);
}

/** Whole-tumour findings: mismatch repair, microsatellites, signatures. */
function withoutGene(key: string, text: string, notes: string[]): Tree {
  const isNot = text.startsWith("!");
  const plain = text.replace(/^!/, "").toLowerCase();
  if (key === "ms_status" || key === "mmr_status") {
    const isPositive = plain === "msi-h" || plain === "mmr-deficient" || plain.startsWith("deficient");
    const tree: Tree = {
      kind: "result",
      item: { id: "LAB:msi-status", en: "Microsatellite instability" },
      is: [isPositive ? "positive" : "negative"],
    };
    return isNot ? { kind: "not", of: tree } : tree;
  }
  return unread(key, text, notes);
}
