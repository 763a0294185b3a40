import { createHash } from "node:crypto";

const padding = Buffer.from("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a", "hex");
const padded = (password: string): Buffer => Buffer.concat([Buffer.from(password, "latin1"), padding]).subarray(0, 32);
const md5 = (...parts: Buffer[]): Buffer => createHash("md5").update(Buffer.concat(parts)).digest();
const KEY_BYTES = 5;

/** RC4, which the oldest locked files use. */
function rc4(key: Buffer, data: Buffer): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, at) => at);
  const swap = (a: number, b: number) => {
    [state[a], state[b]] = [state[b]!, state[a]!];
  };
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + state[i]! + key[i % key.length]!) & 255;
    swap(i, j);
  }
  let i = 0;
  let j = 0;
  const coded = data.map((byte) => {
    i = (i + 1) & 255;
    j = (j + state[i]!) & 255;
    swap(i, j);
    return byte ^ state[(state[i]! + state[j]!) & 255]!;
  });
  return Buffer.from(coded);
}

/** The standard security handler of PDF 1.4, revision 2 with 40 bits: ISO 32000-1, 7.6.3, algorithms 2 to 4. */
export class Encryption {
  readonly id = "00112233445566778899aabbccddeeff";
  readonly #key: Buffer;
  readonly #owner: Buffer;
  readonly #user: Buffer;

  constructor({ user, owner }: { readonly user: string; readonly owner: string }) {
    this.#owner = rc4(md5(padded(owner)).subarray(0, KEY_BYTES), padded(user));
    const permissions = Buffer.from("fcffffff", "hex");
    this.#key = md5(padded(user), this.#owner, permissions, Buffer.from(this.id, "hex")).subarray(0, KEY_BYTES);
    this.#user = rc4(this.#key, padding);
  }

  get dictionary(): string {
    return `<< /Filter /Standard /V 1 /R 2 /O <${this.#owner.toString("hex")}> /U <${this.#user.toString("hex")}> /P -4 >>`;
  }

  /** A stream of the object with this number. */
  encrypt(stream: Buffer, number: number): Buffer {
    const place = Buffer.from([number & 255, (number >> 8) & 255, (number >> 16) & 255, 0, 0]);
    return rc4(md5(this.#key, place).subarray(0, KEY_BYTES + 5), stream);
  }
}
