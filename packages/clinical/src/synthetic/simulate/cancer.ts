import { valueTypes } from "../events.ts";
import type { CancerModel, RegimenModel, StageModel } from "../model/cancer-model.ts";
import { choose } from "../model/terms.ts";
import { writeDrug } from "./diseases.ts";
import { assertionNumbers, kinds } from "./kinds.ts";
import { writeInWords, writeQuantity, writeScore } from "./measurements.ts";
import { type ActiveDisease, DAYS_PER_YEAR, type Patient } from "./patient.ts";

/** Most lines of therapy that a patient gets. */
const MOST_LINES = 4;

/** Draws the stage; its risk of death counts from the day of diagnosis. */
export function drawStage(patient: Patient, cancer: CancerModel, active: ActiveDisease): StageModel {
  const stage = choose(cancer.stages, patient.rng.next());
  if (stage.yearlyDeath > patient.cancerDeath) {
    patient.cancerDeath = stage.yearlyDeath;
    patient.cancerOnset = active.onset;
  }
  patient.influences.push({
    effects: stage.isMetastatic ? cancer.late : cancer.early,
    from: active.onset,
    to: Number.POSITIVE_INFINITY,
  });
  return stage;
}

/** Writes stage, TNM, biomarkers, surgery, lines of therapy, metastases and performance status; `diagnosis` is a row. */
export function writeCancer(
  patient: Patient,
  cancer: CancerModel,
  stage: StageModel,
  active: ActiveDisease,
  diagnosis: number,
): void {
  const { rng, events, last } = patient;
  const staged = Math.min(last, active.onset + rng.int(21));
  const addStage = (term: number): void => {
    events.columns.tumour[events.add(kinds.stage, term, staged)] = diagnosis;
  };
  addStage(stage.term);
  if (rng.next() < 0.85) {
    for (const categories of [stage.t, stage.n, stage.m]) addStage(categories[rng.int(categories.length)]!);
  }
  const altered = writeGenes(patient, cancer, staged);
  for (const { lab, positive, tested } of cancer.markers) {
    const isPositive = rng.next() < (altered.has("ERBB2") ? 0.9 : positive);
    if (rng.next() < tested) writeInWords(patient, lab, isPositive, staged);
  }
  for (const { lab, zero, low, tested } of cancer.scores) {
    const uniform = rng.next();
    const score = uniform < zero ? 0 : uniform < zero + low ? 1 + rng.int(49) : 50 + rng.int(51);
    if (rng.next() < tested) writeQuantity(patient, lab, score, staged);
  }
  writeSurgery(patient, cancer, stage, active);
  const lines = writeLines(patient, cancer, stage, active, altered);
  writeMetastases(patient, cancer, stage, active, lines);
  for (let day = staged; day <= last; day += 120 + rng.int(120)) {
    if (rng.next() < 0.75 && day >= patient.observedFrom)
      writeScore(patient, patient.model.ecog, choose(stage.ecog, rng.next()), day);
  }
}

function writeGenes(patient: Patient, cancer: CancerModel, day: number): Set<string> {
  const { rng, events } = patient;
  const altered = new Set<string>();
  for (const gene of cancer.genes) {
    const isExcluded = gene.excludes.some((other) => altered.has(other));
    const isAltered = rng.next() < gene.altered && !isExcluded;
    const alteration = choose(gene.alterations, rng.next());
    if (isAltered) altered.add(gene.gene);
    if (rng.next() >= gene.tested) continue;
    const row = events.add(kinds.variant, gene.term, day);
    const c = events.columns;
    c.valueType[row] = valueTypes.code;
    c.valueTerm[row] = isAltered ? patient.model.positive : patient.model.negative;
    if (isAltered) c.alteration[row] = alteration + 1;
  }
  return altered;
}

function writeSurgery(patient: Patient, cancer: CancerModel, stage: StageModel, active: ActiveDisease): void {
  const { rng, events, last } = patient;
  const { terms, stages, share } = cancer.surgery;
  const term = terms[rng.int(terms.length)]!;
  const day = active.onset + 14 + rng.int(30);
  if (!stages.includes(stage.group) || rng.next() >= share) return;
  if (day <= last) events.add(kinds.procedure, term, day);
  else if (patient.death === null) {
    events.columns.assertion[events.add(kinds.procedure, term, last)] = assertionNumbers.planned;
  }
}

/** Returns how many lines were begun. A line ends with progression; early stages get one planned course. */
function writeLines(
  patient: Patient,
  cancer: CancerModel,
  stage: StageModel,
  active: ActiveDisease,
  altered: Set<string>,
): number {
  const { rng, last } = patient;
  let start = active.onset + 20 + rng.int(40);
  let lines = 0;
  while (lines < MOST_LINES && start <= last) {
    const regimen = chooseRegimen(patient, cancer, stage, lines + 1, altered);
    if (regimen === null || rng.next() < 0.12) break;
    lines++;
    const months = regimen.months * (0.35 + 1.3 * rng.next());
    const end = start + Math.ceil((months * DAYS_PER_YEAR) / 12);
    writeLine(patient, cancer, regimen, lines, start, end);
    if (!stage.isMetastatic && rng.next() < 0.8) break;
    start = end + 7 + rng.int(40);
  }
  return lines;
}

function writeLine(
  patient: Patient,
  cancer: CancerModel,
  regimen: RegimenModel,
  line: number,
  start: number,
  end: number,
): void {
  const { rng, events, last } = patient;
  for (const drug of regimen.drugs) {
    const row = writeDrug(patient, drug, Math.min(last, start + rng.int(2)), end);
    if (rng.next() < 0.92) events.columns.line[row] = line;
  }
  if (!regimen.isInfused) return;
  patient.influences.push({ effects: patient.model.underChemotherapy, from: start, to: end });
  const cycles = Math.min(4, Math.floor((Math.min(end, last) - start) / 21));
  for (let cycle = 0; cycle < cycles; cycle++) events.add(kinds.procedure, cancer.chemotherapy, start + cycle * 21);
}

function chooseRegimen(
  patient: Patient,
  cancer: CancerModel,
  stage: StageModel,
  line: number,
  altered: Set<string>,
): RegimenModel | null {
  const fits = (it: RegimenModel): boolean =>
    it.lines.includes(line) &&
    it.stages.includes(stage.group) &&
    (it.needs === null || altered.has(it.needs)) &&
    (it.without === null || !altered.has(it.without));
  let total = 0;
  for (const it of cancer.regimens) if (fits(it)) total += it.weight;
  let uniform = patient.rng.next() * total;
  for (const it of cancer.regimens) {
    if (!fits(it)) continue;
    uniform -= it.weight;
    if (uniform < 0) return it;
  }
  return null;
}

function writeMetastases(
  patient: Patient,
  cancer: CancerModel,
  stage: StageModel,
  active: ActiveDisease,
  lines: number,
): void {
  const { rng, events, last } = patient;
  const isSpread = stage.isMetastatic || (lines > 1 && rng.next() < 0.6);
  if (!isSpread) return;
  for (const term of cancer.metastases) {
    const delay = stage.isMetastatic ? rng.int(60) : 200 + rng.int(500);
    const day = active.onset + delay;
    if (rng.next() < 0.38 && day <= last) events.add(kinds.condition, term, day);
  }
}
