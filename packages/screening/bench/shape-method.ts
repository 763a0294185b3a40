import path from "node:path";
import type { ChemKit } from "@qinghao/chemistry";
import { ligandMethod, readSettings } from "../src/methods/index.ts";
import { librarySmiles } from "./shape-overlays.ts";

const ligandCount = 60;
/** Ibuprofen. */
const query = "CC(C)Cc1ccc(cc1)C(C)C(=O)O";

/** Ligands per CPU second of the campaign method with its usual settings; most of it goes into conformers. */
export async function measureMethod(kit: ChemKit, datasets: string) {
  const method = ligandMethod("shape");
  const settings = readSettings(method, { query });
  const score = await method.open(kit, settings, 1);
  const ligands = librarySmiles(path.join(datasets, "libraries/screening_library.tsv.gz"), ligandCount);
  score(ligands.slice(0, 10));
  const before = process.cpuUsage();
  const outcomes = score(ligands);
  const { user, system } = process.cpuUsage(before);
  const result = {
    settings,
    ligands: ligands.length,
    failed: outcomes.filter(({ ok }) => !ok).length,
    ligandsPerCpuSecond: (1e6 * ligands.length) / (user + system),
  };
  console.log(result);
  return result;
}
