import { readdirSync } from "node:fs";
import { elementsOf, readXml } from "../read-xml.ts";
import { readShared, sharedDataset } from "../shared-dataset.ts";

export const CQL_FOLDER = "peer_tests/cql_tests/cql";

export type CqlCase = {
  readonly file: string;
  readonly id: string;
  readonly expression: string;
  /** The expected expression, or undefined where the suite says that there is no value. */
  readonly output: string | undefined;
  readonly isInvalid: boolean;
};

/** Every case of HL7's suite, in the order of its files; without the datasets, none. */
export function readCqlCases(): readonly CqlCase[] {
  const folder = sharedDataset(CQL_FOLDER);
  if (folder === undefined) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(".xml"))
    .sort()
    .flatMap(readFile);
}

function readFile(file: string): readonly CqlCase[] {
  const root = readXml(readShared(`${CQL_FOLDER}/${file}`));
  return elementsOf(root, "group").flatMap((group) =>
    elementsOf(group, "test").map((test) => {
      const expression = elementsOf(test, "expression")[0];
      const invalid = expression?.attributes.invalid;
      return {
        file: file.replace(".xml", ""),
        id: `${group.attributes.name}/${test.attributes.name}`,
        expression: expression?.text.trim() ?? "",
        output: elementsOf(test, "output")[0]?.text.trim(),
        isInvalid: invalid !== undefined && invalid !== "false",
      };
    }),
  );
}
