import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { canonicalJson, type LogLine, nextLogLine, sha256OfJson, verifyLog } from "../src/index.ts";

async function logOf(length: number): Promise<LogLine[]> {
  const lines: LogLine[] = [];
  for (let at = 0; at < length; at++) {
    const entry = { kind: "load" as const, source: `file ${at}`, dataVersion: at };
    lines.push(await nextLogLine(lines.at(-1) ?? null, `2026-01-0${at + 1}T00:00:00Z`, entry));
  }
  return lines;
}

describe("the log", () => {
  test("canonical JSON has one text for one value", async () => {
    expect(canonicalJson({ b: [1, { d: null, c: "x" }], a: undefined, A: 2 })).toBe(
      '{"A":2,"b":[1,{"c":"x","d":null}]}',
    );
    expect(await sha256OfJson({ b: 1, a: 2 })).toBe(createHash("sha256").update('{"a":2,"b":1}').digest("hex"));
  });

  test("is whole as written", async () => {
    const lines = await logOf(5);
    expect(await verifyLog(lines)).toEqual({ ok: true, lines: 5, head: lines[4]!.hash });
    expect(await verifyLog([])).toMatchObject({ ok: true, lines: 0 });
  });

  test("shows a changed, left out, swapped or re-hashed line", async () => {
    const lines = await logOf(5);
    const changed = lines.map((line, at) =>
      at === 2 ? { ...line, entry: { kind: "load" as const, source: "another", dataVersion: 2 } } : line,
    );
    expect(await verifyLog(changed)).toEqual({ ok: false, seq: 3, why: "altered" });
    expect(await verifyLog(lines.filter((_, at) => at !== 1))).toEqual({ ok: false, seq: 2, why: "missing" });
    expect(await verifyLog([lines[0]!, lines[2]!, lines[1]!])).toMatchObject({ ok: false });
    const { hash: _, ...body } = changed[2]!;
    const rehashed = changed.map((line, at) => (at === 2 ? line : line));
    rehashed[2] = { ...body, hash: await sha256OfJson(body) };
    expect(await verifyLog(rehashed)).toEqual({ ok: false, seq: 4, why: "unchained" });
  });
});
