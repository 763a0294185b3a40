import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readTextLines } from "../src/index.ts";

async function* pieces(bytes: Uint8Array, size: number): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function linesOf(bytes: Uint8Array, size = 3): Promise<string[]> {
  const lines: string[] = [];
  for await (const batch of readTextLines(pieces(bytes, size))) lines.push(...batch.map(({ text }) => text));
  return lines;
}

const text = "肺癌 IIIA期\n\nNSCLC";
const expected = ["肺癌 IIIA期", "", "NSCLC"];
/** 肺癌 in GB18030, from the standard's code table. */
const gb = Uint8Array.from([0xb7, 0xce, 0xb0, 0xa9, 0x0a]);

describe("lines of a text", () => {
  it.each([
    ["UTF-8", new TextEncoder().encode(text)],
    ["gzip", gzipSync(text)],
    ["UTF-16", Buffer.from(`\uFEFF${text}`, "utf16le")],
    ["Windows line ends", new TextEncoder().encode(text.replaceAll("\n", "\r\n"))],
  ])("of %s, empty ones included", async (_name, bytes) => {
    expect(await linesOf(bytes)).toEqual(expected);
  });

  it("of GB18030", async () => {
    expect(await linesOf(gb)).toEqual(["肺癌"]);
  });

  it("refuses what is empty or no text", async () => {
    await expect(linesOf(new Uint8Array(0))).rejects.toMatchObject({ code: "chemistry.file.empty" });
    const zip = Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]);
    await expect(linesOf(zip)).rejects.toMatchObject({ code: "chemistry.file.binary" });
  });

  it("gives the lines before the place where a compressed file ends early, then says so", async () => {
    const numbers = Array.from({ length: 5000 }, (_, n) => `line ${(n * 7919) % 100_003}`);
    const whole = gzipSync(numbers.join("\n"));
    const read: string[] = [];
    const reading = (async () => {
      for await (const batch of readTextLines(pieces(whole.subarray(0, whole.length / 2), 512))) {
        read.push(...batch.map((line) => line.text));
      }
    })();
    await expect(reading).rejects.toMatchObject({ code: "chemistry.file.gzip_truncated" });
    expect(read.length).toBeGreaterThan(100);
    expect(read).toEqual(numbers.slice(0, read.length));
  });
});
