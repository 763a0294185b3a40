import { InvalidArgumentError, Option } from "commander";

export const serverOption = () =>
  new Option("--server <url>", "where the server answers (or QINGHAO_SERVER; default http://127.0.0.1:3000)");
export const knowledgeOption = () =>
  new Option(
    "--knowledge <folder>",
    "folder of the packs (or QINGHAO_KNOWLEDGE; default: those built from the committed tables)",
  );
export const jsonOption = () => new Option("--json", "print JSON");
export const endpointOption = () =>
  new Option("--endpoint <id>", "property to predict; repeat for several (default: all)").argParser(
    (value: string, before: string[] | undefined) => [...(before ?? []), value],
  );

/** Parses a whole number within bounds. */
export const wholeNumber = (least: number, most: number) => (value: string) => {
  const number = Number(value);
  if (!Number.isInteger(number) || number < least || number > most) {
    throw new InvalidArgumentError(`expected a whole number from ${least} to ${most}.`);
  }
  return number;
};

export const cpuOption = () =>
  new Option("--cpu <number>", "threads to use (default: one per core)").argParser(wholeNumber(1, 256));

/** Three numbers with commas between, such as a place in Å. */
export type Triple = readonly [number, number, number];

/** Parses a pH. */
export function acidity(value: string): number {
  const number = value.trim() === "" ? Number.NaN : Number(value);
  if (!(number >= 0 && number <= 14)) throw new InvalidArgumentError("expected a number from 0 to 14.");
  return number;
}

/** Parses `x,y,z`. */
export function triple(value: string): Triple {
  const [x, y, z, ...rest] = value.split(",").map((part) => (part.trim() === "" ? Number.NaN : Number(part)));
  if (x === undefined || y === undefined || z === undefined || rest.length > 0 || ![x, y, z].every(Number.isFinite))
    throw new InvalidArgumentError("expected three numbers with commas between.");
  return [x, y, z];
}
