import { lintDocument, type Terminology, terminologyOf, type Witness } from "@qinghao/trials";
import { openKnowledge } from "../concepts/open-knowledge.ts";
import { cliErrors } from "../errors.ts";
import { ExitError, exitCodes } from "../exit-codes.ts";
import { type Io, printJson, writeFully } from "../io.ts";
import { type Language, say } from "../terminal/language.ts";
import type { LintOptions } from "./criteria.command.ts";
import { readCriteria } from "./read-criteria.ts";

/** `qinghao criteria lint`. Ends with exit code 1 where criteria contradict each other. */
export async function lintFile(io: Io, path: string, options: LintOptions): Promise<void> {
  const document = await readCriteria(io, path);
  const terminology = terminologyOf(await openKnowledge(io, options.knowledge));
  const findings = lintDocument(document, terminology);
  if (options.json) await printJson(io, findings);
  else if (findings.length === 0)
    await writeFully(io.stdout, `${say(io.language, { en: "Nothing was found.", zh: "未发现问题。" })}\n`);
  else
    for (const { severity, criteria, message, witness } of findings) {
      const shown = witness === null ? "" : `\n    ${exampleOf(witness, terminology, io.language)}`;
      await writeFully(io.stdout, `${severity}  ${criteria.join(", ")}  ${say(io.language, message)}${shown}\n`);
    }
  const errors = findings.filter(({ severity }) => severity === "error").length;
  if (errors > 0) throw new ExitError(exitCodes.failed, cliErrors.create("criteria.contradict", { count: errors }));
}

/** The made-up patient of a finding on one line, with what the engine says of the criteria. */
function exampleOf(
  { record, asOf, verdicts, eligible }: Witness,
  terminology: Terminology,
  language: Language,
): string {
  const { person, facts } = record;
  const shown = facts.map(({ concept, value, start }) => {
    const name = concept === null ? "?" : terminology.name(concept, language);
    const number = value?.type === "quantity" ? ` ${value.value} ${value.unit ?? ""}`.trimEnd() : "";
    return `${name}${number} (${start ?? "?"})`;
  });
  const judged = verdicts.map(({ criterion, verdict }) => `${criterion} ${verdict}`).join(", ");
  const patient = [person.sex, person.birth ?? "?", ...shown].join("; ");
  return say(language, {
    en: `Example, as of ${asOf}: ${patient} -> ${judged}; eligible: ${eligible}`,
    zh: `示例（截至 ${asOf}）：${patient} -> ${judged}；是否符合：${eligible}`,
  });
}
