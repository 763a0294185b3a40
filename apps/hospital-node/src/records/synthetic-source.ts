import type { CodeResolver, Fact, PatientRecord, Unmapped } from "@qinghao/clinical";
import { readQuantity } from "@qinghao/clinical";
import { type GenerateOptions, generatePatients } from "@qinghao/clinical/synthetic";
import type { RecordSource } from "./record-source.ts";

/** People made up by seed. Codes that the generator leaves without a concept are looked up as a reader would. */
export const syntheticSource = (options: GenerateOptions): RecordSource => ({
  name: "synthetic",
  read: async (resolver) => {
    const counted = new Map<string, Unmapped>();
    const count = (row: Omit<Unmapped, "count">) => {
      const key = `${row.what}|${row.system}|${row.code}|${row.reason}`;
      const known = counted.get(key);
      counted.set(key, { ...row, count: (known?.count ?? 0) + 1 });
    };
    const records: PatientRecord[] = [];
    for (const { person, facts } of generatePatients(options)) {
      records.push({ person, facts: facts.map((fact) => resolved(fact, resolver, count)) });
      // A long population leaves room for the pages and the queue.
      if (records.length % 100 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    return { records, unmapped: [...counted.values()] };
  },
  stamp: async () => JSON.stringify(options),
});

function resolved(fact: Fact, resolver: CodeResolver, count: (row: Omit<Unmapped, "count">) => void): Fact {
  const found = fact.concept === null ? resolver.resolve(fact.codes, fact.kind) : null;
  const code = fact.codes[0];
  if (fact.concept === null && found === null && code !== undefined) {
    const display = code.display === undefined ? {} : { display: code.display };
    count({ what: "code", system: code.system, code: code.code, ...display, reason: "no-concept" });
  }
  const { value } = fact;
  if (found === null) {
    if (value?.type === "quantity" && value.canonical === null && value.unitState !== "canonical") {
      count({ what: "unit", system: fact.concept ?? "", code: value.unit ?? "", reason: value.unitState });
    }
    return fact;
  }
  const item = resolver.labItem(found.concept);
  const read = value?.type === "quantity" && item !== null ? { ...value, ...readQuantity(value, item) } : value;
  return { ...fact, ...found, value: read };
}
