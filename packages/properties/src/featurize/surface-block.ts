import { binOf, type DescriptorBlock } from "./block.ts";

const logPEdges = [-0.4, -0.2, 0, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6];
const mrEdges = [1.29, 1.82, 2.24, 2.45, 2.75, 3.05, 3.63, 3.8, 4.0];
const chargeEdges = [-0.3, -0.25, -0.2, -0.15, -0.1, -0.05, 0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3];
const stateEdges = [-0.39, 0.29, 0.717, 1.165, 1.54, 1.807, 2.05, 4.69, 9.17, 15];

const bins = (name: string, edges: readonly number[]): string[] =>
  Array.from({ length: edges.length + 1 }, (_, i) => `${name}${i}`);

const names = [
  "logP",
  "molarRefractivity",
  "tpsa",
  "labuteSurface",
  "polarFraction",
  "hydrogenSurface",
  "logPPositive",
  "logPNegative",
  "chargeMax",
  "chargeMin",
  "chargeAbsMax",
  "chargeAbsMean",
  "hydrogenChargeMax",
  "stateMax",
  "stateMin",
  "stateAbsMax",
  "stateAbsMin",
  "stateMean",
  "logPPerAtom",
  "mrPerAtom",
  "positiveSurface",
  "negativeSurface",
  "estimatedSolubility",
  ...bins("logPSurface", logPEdges),
  ...bins("mrSurface", mrEdges),
  ...bins("chargeSurface", chargeEdges),
  ...bins("stateSurface", stateEdges),
  ...bins("surfaceState", mrEdges),
] as const;

/**
 * Lipophilicity, refractivity, charge and state, in total and as surface area (square angstrom) per bin of each.
 * Source of the binned areas: Labute 2000, doi 10.1016/S1093-3263(00)00068-1. `estimatedSolubility` is the linear ESOL form of Delaney 2004, doi 10.1021/ci034243x.
 */
export const surfaceBlock: DescriptorBlock = {
  names,
  write(graph, fields, out, at) {
    const { n } = graph;
    let logP = 0;
    let mr = 0;
    let tpsa = 0;
    let surface = fields.hydrogenSurface;
    let up = 0;
    let down = 0;
    let qMax = -9;
    let qMin = 9;
    let qAbs = 0;
    let hMax = 0;
    let sMax = -99;
    let sMin = 99;
    let sAbsMax = 0;
    let sAbsMin = 99;
    let sSum = 0;
    let positive = 0;
    let negative = 0;
    let aromatic = 0;
    let weightHeavy = 0;
    const binStart = at + 23;
    const logPAt = binStart;
    const mrAt = logPAt + logPEdges.length + 1;
    const chargeAt = mrAt + mrEdges.length + 1;
    const stateAt = chargeAt + chargeEdges.length + 1;
    const surfaceAt = stateAt + stateEdges.length + 1;
    out.fill(0, binStart, at + names.length);
    for (let a = 0; a < n; a++) {
      const l = fields.logP[a]!;
      const area = fields.surface[a]!;
      const q = fields.charge[a]!;
      const s = fields.state[a]!;
      logP += l;
      mr += fields.mr[a]!;
      tpsa += fields.tpsa[a]!;
      surface += area;
      if (l > 0) up += l;
      else down += l;
      qMax = Math.max(qMax, q);
      qMin = Math.min(qMin, q);
      qAbs += Math.abs(q);
      hMax = Math.max(hMax, fields.hydrogenCharge[a]!);
      sMax = Math.max(sMax, s);
      sMin = Math.min(sMin, s);
      sAbsMax = Math.max(sAbsMax, Math.abs(s));
      sAbsMin = Math.min(sAbsMin, Math.abs(s));
      sSum += s;
      if (q > 0.1) positive += area;
      if (q < -0.1) negative += area;
      aromatic += graph.aromatic[a]!;
      weightHeavy += graph.z[a]!;
      out[logPAt + binOf(logPEdges, l)]! += area;
      out[mrAt + binOf(mrEdges, fields.mr[a]!)]! += area;
      out[chargeAt + binOf(chargeEdges, q)]! += area;
      out[stateAt + binOf(stateEdges, s)]! += area;
      out[surfaceAt + binOf(mrEdges, area / 3)]! += s;
    }
    const size = Math.max(1, n);
    const esol = 0.16 - 0.63 * logP - 0.0062 * weightHeavy * 2.05 - 0.74 * (aromatic / size);
    out.set(
      [
        logP,
        mr,
        tpsa,
        surface,
        tpsa / Math.max(1, surface),
        fields.hydrogenSurface,
        up,
        down,
        n ? qMax : 0,
        n ? qMin : 0,
        n ? Math.max(Math.abs(qMax), Math.abs(qMin)) : 0,
        qAbs / size,
        hMax,
        n ? sMax : 0,
        n ? sMin : 0,
        sAbsMax,
        n ? sAbsMin : 0,
        sSum / size,
        logP / size,
        mr / size,
        positive,
        negative,
        esol,
      ],
      at,
    );
  },
};
