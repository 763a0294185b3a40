import { KnowledgePack } from "../pack/knowledge-pack.ts";
import { packMagic } from "../pack/write-pack.ts";
import { buildSearchColumns } from "./search-columns.ts";

/**
 * The pack with the columns that search-as-you-type and typing-error correction read. Everything else stays byte for
 * byte; a pack that has the columns already is answered unchanged.
 */
export function addSearchIndex(file: Uint8Array): Uint8Array {
  const pack = new KnowledgePack(file);
  if (pack.header.sections.some((section) => section.name.startsWith("search."))) return file;
  const headLength = new DataView(file.buffer, file.byteOffset).getUint32(4, true);
  const body = file.subarray(Math.ceil((8 + headLength) / 8) * 8);
  const columns = Object.entries(buildSearchColumns(pack));
  const sections = [...pack.header.sections];
  let offset = Math.ceil(body.length / 8) * 8;
  const places: number[] = [];
  for (const [name, column] of columns) {
    places.push(offset);
    sections.push({ name, offset, bytes: column.byteLength });
    offset += Math.ceil(column.byteLength / 8) * 8;
  }
  const head = new TextEncoder().encode(JSON.stringify({ ...pack.header, sections }));
  const bodyStart = Math.ceil((8 + head.length) / 8) * 8;
  const whole = new Uint8Array(bodyStart + offset);
  whole.set(new TextEncoder().encode(packMagic));
  new DataView(whole.buffer).setUint32(4, head.length, true);
  whole.set(head, 8);
  whole.set(body, bodyStart);
  for (const [index, [, column]] of columns.entries()) {
    whole.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), bodyStart + places[index]!);
  }
  return whole;
}
