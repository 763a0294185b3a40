import { execFileSync } from "node:child_process";
import path from "node:path";
import { expect, test } from "vitest";

const script = path.join(import.meta.dirname, "print-verdicts.ts");
const verdictsIn = (zone: string): string =>
  execFileSync(process.execPath, [script], { encoding: "utf8", env: { ...process.env, TZ: zone } });

test("verdicts are the same whatever the machine's time zone is", () => {
  const here = verdictsIn("UTC");
  expect(here.trim().split("\n").length).toBeGreaterThan(300);
  for (const zone of ["Asia/Shanghai", "America/Los_Angeles", "Pacific/Kiritimati", "Pacific/Pago_Pago"]) {
    expect(verdictsIn(zone)).toBe(here);
  }
});
