export type XmlElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The text directly inside, references resolved. */
  readonly text: string;
};

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

type Open = { name: string; attributes: Record<string, string>; children: XmlElement[]; text: string };

/** Reads the XML that the published test suites use: elements, attributes, comments, character references. */
export function readXml(source: string): XmlElement {
  const text = source.replace(/<!--[\s\S]*?-->/g, "").replace(/<\?[\s\S]*?\?>/g, "");
  const stack: Open[] = [{ name: "", attributes: {}, children: [], text: "" }];
  const pattern = /<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/g;
  for (const match of text.matchAll(pattern)) {
    const [, closing, name, attributes, empty, characters] = match;
    const top = stack.at(-1)!;
    if (characters !== undefined) top.text += resolve(characters);
    else if (closing === "/") {
      const done = stack.pop()!;
      if (done.name !== name || stack.length === 0) throw new Error(`unbalanced ${name}`);
      stack.at(-1)!.children.push(done);
    } else {
      const element: Open = { name: name!, attributes: readAttributes(attributes ?? ""), children: [], text: "" };
      if (empty === "/") top.children.push(element);
      else stack.push(element);
    }
  }
  const root = stack[0]!.children[0];
  if (stack.length !== 1 || root === undefined) throw new Error("no root element");
  return root;
}

/** Every element of a name below an element, in the order of the document. */
export const elementsOf = (element: XmlElement, name: string): readonly XmlElement[] =>
  element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...elementsOf(child, name)]);

function readAttributes(text: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name, double, single] of text.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    attributes[name!] = resolve(double ?? single ?? "");
  }
  return attributes;
}

const resolve = (text: string): string =>
  text.replace(/&(#x?[\da-f]+|\w+);/gi, (whole, name: string) => {
    if (name.startsWith("#x")) return String.fromCodePoint(Number.parseInt(name.slice(2), 16));
    if (name.startsWith("#")) return String.fromCodePoint(Number(name.slice(1)));
    return ENTITIES[name] ?? whole;
  });
