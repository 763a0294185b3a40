import type { ChemKit } from "@qinghao/chemistry";
import type { Backend } from "@qinghao/compute";
import { featurise } from "../featurize/featurise.ts";
import { coverage } from "../interval/conformal.ts";
import { evaluate } from "../model/evaluate.ts";
import type { OpenModel } from "../model/open-models.ts";
import type { Manifest, ScoredRows } from "../schema.ts";
import type { LabelledRow } from "./dataset.ts";
import {
  bootstrapMean,
  coefficientOfDetermination,
  mean,
  meanAbsoluteError,
  rootMeanSquareError,
  spearman,
  standardDeviation,
} from "./metrics.ts";
import { roundedRows } from "./rounded-rows.ts";

type Scored = { measured: number; value: number; lo: number; hi: number; inDomain: boolean; bySeed: readonly number[] };

/**
 * Scores a model on labelled rows, every row counted: one whose structure cannot be read gets the mean of the training
 * values, with an interval of the plausible range, outside the domain. `rows` holds the readable ones.
 */
export async function scoreTest(
  model: OpenModel,
  kit: ChemKit,
  backend: Backend,
  rows: readonly LabelledRow[],
): Promise<{ test: Manifest["test"]; rows: ScoredRows }> {
  const { manifest, declaration, parts } = model;
  const unreadable: string[] = [];
  const fallback = mean(parts.training.measured);
  const scored: Scored[] = [];
  const features = rows.map((row) => featurise(kit, row.smiles));
  const readable = features.flatMap((result) => (result.ok ? [result.value] : []));
  const evaluated = await evaluate(model, backend, readable);
  const positions: number[] = [];
  let next = 0;
  rows.forEach((row, i) => {
    const { measured } = row;
    if (!features[i]!.ok) {
      unreadable.push(row.smiles);
      const [lo, hi] = declaration.plausible;
      scored.push({
        measured,
        value: fallback,
        lo,
        hi,
        inDomain: false,
        bySeed: manifest.model.seeds.map(() => fallback),
      });
      return;
    }
    const one = evaluated[next++]!;
    positions.push(i);
    const inDomain = (one.neighbours[0]?.similarity ?? 0) >= manifest.domain.minTanimoto;
    scored.push({
      measured,
      value: one.value,
      lo: one.value - one.half,
      hi: one.value + one.half,
      inDomain,
      bySeed: one.bySeed,
    });
  });
  const values = scored.map((one) => one.value);
  const measured = scored.map((one) => one.measured);
  const perSeed = manifest.model.seeds.map((seed, s) => ({
    seed,
    mae: meanAbsoluteError(
      scored.map((one) => one.bySeed[s]!),
      measured,
    ),
  }));
  const seedMaes = perSeed.map((one) => one.mae);
  const part = (wanted: boolean) => {
    const rowsOf = scored.filter((one) => one.inDomain === wanted);
    return {
      n: rowsOf.length,
      mae: mean(rowsOf.map((one) => Math.abs(one.value - one.measured))),
      coverage: coverage(
        rowsOf.map((one) => one.lo),
        rowsOf.map((one) => one.hi),
        rowsOf.map((one) => one.measured),
      ),
    };
  };
  const test = {
    perSeed,
    meanMae: mean(seedMaes),
    sdMae: standardDeviation(seedMaes),
    ensemble: {
      n: scored.length,
      mae: bootstrapMean(scored.map((one) => Math.abs(one.value - one.measured))),
      rmse: rootMeanSquareError(values, measured),
      r2: coefficientOfDetermination(values, measured),
      spearman: spearman(values, measured),
      coverage: coverage(
        scored.map((one) => one.lo),
        scored.map((one) => one.hi),
        measured,
      ),
      meanWidth: mean(scored.map((one) => one.hi - one.lo)),
      inDomain: part(true),
      outOfDomain: part(false),
      unreadable,
    },
  };
  return {
    test,
    rows: roundedRows({
      row: positions,
      measured: positions.map((i) => rows[i]!.measured),
      value: evaluated.map((one) => one.value),
      expected: evaluated.map((one) => one.half / manifest.interval.quantile),
      similarity: evaluated.map((one) => one.neighbours[0]?.similarity ?? 0),
    }),
  };
}
