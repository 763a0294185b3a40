import type { DescriptorBlock } from "./block.ts";
import { atomRoles, role } from "./pharmacophore.ts";

const roles = ["donor", "acceptor", "basic", "acidic", "hydrophobic", "aromatic", "halogen", "carbonyl"] as const;
/** Pairs that carry signal; hydrophobic-hydrophobic and the like only repeat the size. */
const pairs = [
  ["donor", "donor"],
  ["donor", "acceptor"],
  ["acceptor", "acceptor"],
  ["basic", "acidic"],
  ["basic", "basic"],
  ["acidic", "acidic"],
  ["donor", "aromatic"],
  ["acceptor", "aromatic"],
  ["basic", "aromatic"],
  ["acidic", "aromatic"],
  ["donor", "halogen"],
  ["halogen", "halogen"],
  ["basic", "hydrophobic"],
  ["acidic", "hydrophobic"],
  ["donor", "hydrophobic"],
  ["acceptor", "hydrophobic"],
  ["basic", "acceptor"],
  ["basic", "halogen"],
  ["acidic", "acceptor"],
  ["acidic", "halogen"],
] as const;
/** Bins of topological distance: 1, 2, 3, 4, 5, 6-7, 8-10, 11 and more. */
const binOfDistance = (d: number): number => (d <= 5 ? d - 1 : d <= 7 ? 5 : d <= 10 ? 6 : 7);
const binCount = 8;
const lags = 6;
const autoNames = ["charge", "logP", "state", "tpsa"] as const;

/**
 * Role counts, role pairs by topological distance, and autocorrelations of charge, logP, state and polar surface.
 * Sources: Stiefl et al. 2006 (ErG), doi 10.1021/ci050457y; Moreau & Broto 1980 (autocorrelation over lags 1 to 6).
 */
export const pharmacophoreBlock: DescriptorBlock = {
  names: [
    ...roles.map((name) => `role:${name}`),
    ...pairs.flatMap(([a, b]) => Array.from({ length: binCount }, (_, bin) => `pair:${a}-${b}:${bin}`)),
    ...autoNames.flatMap((name) => Array.from({ length: lags }, (_, lag) => `auto:${name}:${lag + 1}`)),
  ],
  write(graph, fields, out, at) {
    const { n } = graph;
    const bits = atomRoles(graph);
    out.fill(0, at, at + this.names.length);
    roles.forEach((name, i) => {
      for (let a = 0; a < n; a++) if (bits[a]! & role[name]) out[at + i]!++;
    });
    const pairAt = at + roles.length;
    const autoAt = pairAt + pairs.length * binCount;
    const averages = autoNames.map((name) => mean(fields[name]));
    const members: number[][] = roles.map((name) => {
      const list: number[] = [];
      for (let a = 0; a < n; a++) if (bits[a]! & role[name]) list.push(a);
      return list;
    });
    pairs.forEach(([first, second], p) => {
      const left = members[roles.indexOf(first)]!;
      const right = members[roles.indexOf(second)]!;
      for (const a of left) {
        for (const b of right) {
          const d = fields.distance[a * n + b]!;
          if (d === 0 || d === 255 || (first === second && b <= a)) continue;
          out[pairAt + p * binCount + binOfDistance(d)]!++;
        }
      }
    });
    for (let a = 0; a < n; a++) {
      for (let b = 0; b < a; b++) {
        const d = fields.distance[a * n + b]!;
        if (d > lags) continue;
        for (let k = 0; k < autoNames.length; k++) {
          const values = fields[autoNames[k]!];
          out[autoAt + k * lags + d - 1]! += (values[a]! - averages[k]!) * (values[b]! - averages[k]!);
        }
      }
    }
  },
};

function mean(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return values.length > 0 ? sum / values.length : 0;
}
