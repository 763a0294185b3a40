import { lintDocument, terminologyOf } from "@qinghao/trials";
import { openKnowledge } from "../concepts/open-knowledge.ts";
import { cliErrors } from "../errors.ts";
import { ExitError, exitCodes } from "../exit-codes.ts";
import { type Io, printJson, writeFully } from "../io.ts";
import { say } from "../terminal/language.ts";
import type { LintOptions } from "./criteria.command.ts";
import { readCriteria } from "./read-criteria.ts";

/** `qinghao criteria lint`. Ends with exit code 1 where criteria contradict each other. */
export async function lintFile(io: Io, path: string, options: LintOptions): Promise<void> {
  const document = await readCriteria(io, path);
  const findings = lintDocument(document, terminologyOf(await openKnowledge(io, options.knowledge)));
  if (options.json) await printJson(io, findings);
  else if (findings.length === 0)
    await writeFully(io.stdout, `${say(io.language, { en: "Nothing was found.", zh: "未发现问题。" })}\n`);
  else
    for (const { severity, criteria, message, example } of findings) {
      const shown = example === null || example === undefined ? "" : `\n    ${say(io.language, example)}`;
      await writeFully(io.stdout, `${severity}  ${criteria.join(", ")}  ${say(io.language, message)}${shown}\n`);
    }
  const errors = findings.filter(({ severity }) => severity === "error").length;
  if (errors > 0) throw new ExitError(exitCodes.failed, cliErrors.create("criteria.contradict", { count: errors }));
}
