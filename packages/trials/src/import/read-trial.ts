import type { CodeResolver } from "@qinghao/clinical";
import { unwrap } from "@qinghao/kernel";
import type { Knowledge } from "@qinghao/knowledge";
import { parse as parseYaml } from "yaml";
import { circeToCriteria, readCirce, toDefinition } from "../circe/index.ts";
import { trialsErrors } from "../errors.ts";
import { importCtgov } from "./ctgov.ts";
import { importCtgovXml } from "./ctgov-xml.ts";
import { importCtml } from "./ctml.ts";
import { detectFormat } from "./detect-format.ts";
import { importFhirTrial } from "./fhir-trial.ts";
import { addUnread, emptyTrial, type ImportedTrial } from "./imported-trial.ts";
import { importUsdm } from "./usdm.ts";

/** Formats that are read from text; PDF and DOCX become text first. */
export type TextFormat = "text" | "ctgov" | "ctgov-xml" | "ctml" | "circe" | "usdm" | "fhir";

/**
 * Reads a trial out of a file's text.
 * @param format told by the content when it is "auto"
 * Errors: `trials.import.unknown_format`, `trials.import.invalid`, `trials.import.empty`.
 */
export function importTrial(
  content: string,
  format: TextFormat | "auto",
  { knowledge, resolver }: { knowledge: Knowledge; resolver: CodeResolver },
): ImportedTrial {
  const told =
    format === "auto"
      ? detectFormat(content)
      : format === "ctgov" && content.trimStart().startsWith("<")
        ? "ctgov-xml"
        : format;
  const trial = readAs(told, content, knowledge, resolver);
  if (trial.criteria.length === 0 && trial.unread.length === 0) throw trialsErrors.create("import.empty");
  return trial;
}

function readAs(
  format: ImportedTrial["format"] | null,
  content: string,
  knowledge: Knowledge,
  resolver: CodeResolver,
): ImportedTrial {
  if (format === "ctgov") return importCtgov(jsonOf(content, "ClinicalTrials.gov"));
  if (format === "ctgov-xml") return importCtgovXml(content);
  if (format === "ctml")
    return importCtml(
      content.trimStart().startsWith("{") || content.trimStart().startsWith("[")
        ? jsonOf(content, "CTML")
        : parseYaml(content),
      knowledge,
    );
  if (format === "usdm") return importUsdm(jsonOf(content, "CDISC USDM"));
  if (format === "fhir") return importFhirTrial(jsonOf(content, "FHIR ResearchStudy"), resolver);
  if (format === "circe") return importCirce(jsonOf(content, "OHDSI Circe"), resolver);
  if (format !== "text") throw trialsErrors.create("import.unknown_format");
  const trial = emptyTrial("text");
  addUnread(trial, content.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n"));
  return trial;
}

function jsonOf(content: string, format: string): unknown {
  try {
    const read: unknown = JSON.parse(content);
    return Array.isArray(read) && read.length === 1 ? read[0] : read;
  } catch {
    throw trialsErrors.create("import.invalid", { format, where: "file", problem: "is not valid JSON" });
  }
}

/** A Circe cohort: its rules as criteria; a rule that the tree cannot say whole is text with a note. */
function importCirce(file: unknown, resolver: CodeResolver): ImportedTrial {
  const inner = (file as { expression?: unknown } | null)?.expression ?? file;
  const definition = toDefinition(unwrap(readCirce(inner)));
  return circeToCriteria(unwrap(definition), resolver).trial;
}
