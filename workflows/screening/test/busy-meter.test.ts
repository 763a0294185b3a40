import { expect, test } from "vitest";
import { BusyMeter } from "../src/busy-meter.ts";

test("the share of busy slots is that of the time since it was last asked", async () => {
  let now = 0;
  const meter = new BusyMeter(2, () => now);
  expect(meter.take()).toBe(0);
  const ends: (() => void)[] = [];
  const task = () => meter.during(() => new Promise<void>((end) => ends.push(end)));
  const first = task();
  now = 10;
  const second = task();
  now = 20;
  ends[0]!();
  await first;
  now = 40;
  // One slot of two for 10, both for 10, one for 20: 50 of 80.
  expect(meter.take()).toBeCloseTo(50 / 80, 9);
  now = 50;
  expect(meter.take()).toBeCloseTo(1 / 2, 9);
  ends[1]!();
  await second;
  now = 60;
  expect(meter.take()).toBe(0);
});
