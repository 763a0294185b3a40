import { type Validation, validateEndpoint } from "@qinghao/properties/training";
import { checkEndpoints } from "../endpoints.ts";
import { cliErrors } from "../errors.ts";
import { type Io, printJson, writeFully } from "../io.ts";
import { weightsFolder } from "../predict/weights.ts";
import { formatTable } from "../terminal/table.ts";
import type { ValidateModelOptions } from "./models.command.ts";

/** `qinghao models validate`: all endpoints, or one. Fails when the manifest's figures are not found again. */
export async function validateModels(io: Io, id: string | undefined, options: ValidateModelOptions): Promise<void> {
  const weightsDir = weightsFolder(io, options.weights);
  const validations: Validation[] = [];
  for (const endpoint of checkEndpoints(id === undefined ? undefined : [id])) {
    validations.push(await validateEndpoint({ endpoint, weightsDir, dataDir: options.data }));
  }
  if (options.json) await printJson(io, { validations });
  else {
    const rows = validations.map(({ endpoint, version, test, stated, sameData, reproduced }) => [
      endpoint,
      version,
      `${test.meanMae.toFixed(3)} (${stated.meanMae.toFixed(3)})`,
      `${test.ensemble.coverage.toFixed(3)} (${stated.ensemble.coverage.toFixed(3)})`,
      sameData ? "same" : "other",
      reproduced ? "yes" : "NO",
    ]);
    const head = ["endpoint", "version", "test MAE (stated)", "coverage (stated)", "data", "reproduced"];
    await writeFully(io.stdout, formatTable(head, rows));
  }
  const failed = validations.filter(({ reproduced }) => !reproduced).map(({ endpoint }) => endpoint);
  if (failed.length > 0) throw cliErrors.create("model.not_reproduced", { endpoints: failed.join(", ") });
}
