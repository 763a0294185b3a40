import { elementsOf, readXml } from "../read-xml.ts";
import { readShared, sharedDataset } from "../shared-dataset.ts";

const FOLDER = "peer_tests/fhirpath";

export type SuiteCase = {
  readonly name: string;
  readonly expression: string;
  readonly resource: unknown;
  /** Expected results as texts with their types, or a failure. */
  readonly outputs: readonly { readonly type: string; readonly text: string }[];
  readonly mustFail: boolean;
  readonly asPredicate: boolean;
};

/** The cases of HL7's XML suite for R4; inputs in XML are read from their JSON twins beside the suite. */
export function readHl7Cases(): readonly SuiteCase[] {
  if (sharedDataset(FOLDER) === undefined) return [];
  const root = readXml(readShared(`${FOLDER}/hl7_xml/fhir-r4.xml`));
  return elementsOf(root, "test").map((test) => {
    const expression = elementsOf(test, "expression")[0]!;
    return {
      name: test.attributes.name!,
      expression: expression.text,
      resource: readInput(test.attributes.inputfile),
      outputs: elementsOf(test, "output").map((own) => ({ type: own.attributes.type ?? "", text: own.text })),
      mustFail: expression.attributes.invalid !== undefined,
      asPredicate: test.attributes.predicate === "true",
    };
  });
}

/** A resource of the suite, parsed anew, since an engine may write into it. */
export function readInput(file: string | undefined): unknown {
  if (file === undefined) return {};
  const name = file.replace(/\.xml$/, ".json");
  const path = [`${FOLDER}/resources/r4/${name}`, `${FOLDER}/hl7_xml/input-r4/${name}`].find(
    (own) => sharedDataset(own) !== undefined,
  );
  if (path === undefined) throw new Error(`no JSON of ${file}`);
  return JSON.parse(readShared(path));
}
