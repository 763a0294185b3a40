import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import path from "node:path";
import { writeNdjson, writeOmop } from "@qinghao/clinical";
import { type GenerateOptions, generatePatients } from "@qinghao/clinical/synthetic";

const pieceLength = 1 << 18;

/**
 * Writes a synthetic population as files of FHIR R4 (bulk NDJSON) or OMOP CDM 5.4 (CSV), once: a folder that is there
 * stays as it is, so that the people stay the same. Written beside its place, so that a killed writer leaves nothing.
 */
export async function writePopulation(folder: string, format: "fhir" | "omop", people: GenerateOptions): Promise<void> {
  if (existsSync(folder)) return;
  const draft = `${folder}.draft`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  const files = new Map<string, { handle: FileHandle; text: string }>();
  const write = async (name: string, line: string) => {
    let file = files.get(name);
    if (file === undefined) {
      file = { handle: await open(path.join(draft, name), "w", 0o600), text: "" };
      files.set(name, file);
    }
    file.text += line;
    if (file.text.length < pieceLength) return;
    await file.handle.write(file.text);
    file.text = "";
  };
  for (const { name, line } of linesOf(format, people)) await write(name, line);
  for (const { handle, text } of files.values()) {
    await handle.write(text);
    await handle.close();
  }
  renameSync(draft, folder);
}

function* linesOf(format: "fhir" | "omop", people: GenerateOptions): Generator<{ name: string; line: string }> {
  const records = generatePatients(people);
  if (format === "fhir") {
    for (const { type, line } of writeNdjson(records)) yield { name: `${type}.ndjson`, line };
    return;
  }
  const source = {
    name: `Qinghao synthetic patients, ${people.flavour}`,
    holder: "Qinghao",
    description: `Seed ${people.seed}, ${people.count} people`,
    release: people.asOf,
  };
  for (const { table, line } of writeOmop(records, source)) yield { name: `${table.toUpperCase()}.csv`, line };
}
