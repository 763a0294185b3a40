import { propertiesErrors } from "../errors.ts";

export type Tensor = Float32Array | Int8Array | Uint8Array | Uint16Array | Uint32Array;
const types = { f32: Float32Array, i8: Int8Array, u8: Uint8Array, u16: Uint16Array, u32: Uint32Array } as const;
type TypeName = keyof typeof types;

const magic = "QHT1";
const align = (offset: number): number => (offset + 7) & ~7;

/** Named arrays in one file: magic, header length (u32), JSON header, then the arrays, 8-byte aligned, little-endian. */
export function encodeTensors(tensors: Readonly<Record<string, Tensor>>): Uint8Array {
  const entries: { name: string; type: TypeName; offset: number; length: number }[] = [];
  let offset = 0;
  for (const [name, tensor] of Object.entries(tensors)) {
    entries.push({ name, type: typeName(tensor), offset, length: tensor.length });
    offset = align(offset + tensor.byteLength);
  }
  const header = new TextEncoder().encode(JSON.stringify(entries));
  const body = align(8 + header.length);
  const out = new Uint8Array(body + offset);
  out.set(new TextEncoder().encode(magic));
  new DataView(out.buffer).setUint32(4, header.length, true);
  out.set(header, 8);
  for (const { name, offset: at } of entries) {
    const { buffer, byteOffset, byteLength } = tensors[name]!;
    out.set(new Uint8Array(buffer, byteOffset, byteLength), body + at);
  }
  return out;
}

/** @throws `properties.weights_invalid` when the bytes are no such file */
export function decodeTensors(bytes: Uint8Array): Map<string, Tensor> {
  try {
    if (new TextDecoder().decode(bytes.subarray(0, 4)) !== magic) throw new Error("it does not begin with QHT1");
    const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true);
    const entries = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length))) as {
      name: string;
      type: TypeName;
      offset: number;
      length: number;
    }[];
    const body = align(8 + length);
    return new Map(
      entries.map((entry) => {
        const type = types[entry.type];
        const begin = body + entry.offset;
        const part = bytes.slice(begin, begin + entry.length * type.BYTES_PER_ELEMENT);
        return [entry.name, new type(part.buffer)];
      }),
    );
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw propertiesErrors.create("weights_invalid", { reason }, cause);
  }
}

/** One array of a decoded file, with the type it must have. */
export function takeTensor<K extends TypeName>(
  tensors: ReadonlyMap<string, Tensor>,
  name: string,
  type: K,
): InstanceType<(typeof types)[K]> {
  const tensor = tensors.get(name);
  if (tensor === undefined || typeName(tensor) !== type)
    throw propertiesErrors.create("weights_invalid", { reason: `the array ${name} is missing or of another type` });
  return tensor as InstanceType<(typeof types)[K]>;
}

function typeName(tensor: Tensor): TypeName {
  return (Object.keys(types) as TypeName[]).find((name) => tensor instanceof types[name])!;
}
