import type { DatasetFacts } from "./source-tables.ts";

const licences: Readonly<Record<string, string>> = {
  G: "free to ship with attribution",
  H: "terms of the Human Phenotype Ontology: content unaltered, version shown",
  S: "share-alike",
  own: "the project's own",
};

/** Sources of the core pack and of the share-alike pack, each in the order of their names. */
export function splitByLicence(facts: readonly DatasetFacts[]): { core: DatasetFacts[]; shareAlike: DatasetFacts[] } {
  const sorted = [...facts].sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    core: sorted.filter((one) => one.licence.class !== "S"),
    shareAlike: sorted.filter((one) => one.licence.class === "S"),
  };
}

/** The text of NOTICE: every source of the core pack with its attribution, licence and changes. */
export function renderNotice(facts: readonly DatasetFacts[]): string {
  const { core } = splitByLicence(facts);
  return [
    "Qinghao",
    "Copyright Qinghao contributors",
    "",
    "This product is licensed under the Apache License, Version 2.0 (see LICENSE). It contains tables of the following",
    "sources in datasets/knowledge. Share-alike sources stand apart, with a notice of their own in",
    "datasets/knowledge/share-alike/NOTICE; they do not reach the code or the other tables.",
    "",
    "This file is made from the dataset.json of each source by",
    "    node packages/knowledge/src/node/licences-command.ts",
    ...core.flatMap(entryOf),
    "",
    ...derivedTables,
    "",
  ].join("\n");
}

/** Tables in the code that were worked out from libraries. */
const derivedTables = [
  "Character tables in the code",
  "  packages/knowledge/src/text/traditional.ts is worked out from opencc-js 1.4.2 (MIT; its dictionaries, OpenCC, Apache-2.0).",
  "  packages/knowledge/src/search/pinyin-table.ts is worked out from pinyin-pro 3.29.4 (MIT).",
  "",
  "Units in the code",
  "  packages/clinical/src/units/ucum-essence.ts holds codes and definitions of the Unified Code for Units of Measure,",
  "  version 2.2, unchanged; Copyright Regenstrief Institute, Inc. and The UCUM Organization. All rights reserved. This",
  "  product includes all or a portion of the UCUM table, UCUM codes, and UCUM definitions or is derived from it, subject",
  "  to a license from Regenstrief Institute, Inc. and The UCUM Organization; terms at https://ucum.org/license.",
  "  packages/clinical/src/fhirpath uses the npm package fhirpath 5.2.0 (LHNCBC, National Library of Medicine, and Health",
  "  Samurai; its licence file ships with it) and, through it, @lhncbc/ucum-lhc and antlr4.",
];

/** The notice of the optional pack. */
export function renderShareAlikeNotice(facts: readonly DatasetFacts[]): string {
  const { shareAlike } = splitByLicence(facts);
  return [
    "Qinghao, share-alike knowledge pack",
    "",
    "The tables in the folders named below, and the pack share-alike.pack that is built from them, are offered under the",
    "licences of their sources: CC BY-SA 4.0 as a whole, its parts under the licence that stands beside them. Who passes",
    "the pack on, or tables made from it, does so under the same terms and with these lines.",
    ...shareAlike.flatMap(entryOf),
    "",
  ].join("\n");
}

function entryOf({ name, title, version, date, licence, url, origin, changes }: DatasetFacts): string[] {
  return [
    "",
    `${title} (datasets/knowledge/${name})`,
    `  version:     ${version} (${date})`,
    `  licence:     ${licence.id}; ${licences[licence.class] ?? licence.class}`,
    `  attribution: ${licence.attribution}`,
    `  address:     ${url}`,
    `  taken from:  ${origin}`,
    `  changes:     ${changes}`,
    ...(licence.notice ? [`  notice:      ${licence.notice}`] : []),
  ];
}

/** The licence manifest: one entry per source, for programs. */
export function renderLicences(facts: readonly DatasetFacts[]): string {
  const { core, shareAlike } = splitByLicence(facts);
  const entries = [...core, ...shareAlike].map(({ name, title, version, date, licence, url, files }) => ({
    name,
    title,
    version,
    date,
    licence: licence.id,
    class: licence.class,
    pack: licence.class === "S" ? "share-alike" : "core",
    attribution: licence.attribution,
    url,
    tables: files.length,
  }));
  return `${JSON.stringify({ schema: 1, sources: entries }, null, 2)}\n`;
}
