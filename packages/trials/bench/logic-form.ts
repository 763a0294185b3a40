/** A call of the corpus's logical form with the calls chained behind it: `cond().name('HIV').neg()`. */
export type Call = { fn: string; args: (Call[] | string)[] };

/** Reads a logical form; null where it is not well formed. Every value is a chain of calls. */
export function readLogicForm(text: string): Call[] | null {
  const reader = { text, at: 0 };
  const chain = readChain(reader);
  return chain !== null && reader.at >= text.trimEnd().length ? chain : null;
}

type Reader = { text: string; at: number };

function skip(reader: Reader): void {
  while (/\s/.test(reader.text[reader.at] ?? "x")) reader.at++;
}

function readChain(reader: Reader): Call[] | null {
  const calls: Call[] = [];
  for (;;) {
    skip(reader);
    const name = /^[A-Za-z_]\w*/.exec(reader.text.slice(reader.at, reader.at + 40))?.[0];
    if (name === undefined) return calls.length > 0 ? calls : null;
    reader.at += name.length;
    if (reader.text[reader.at] !== "(") {
      calls.push({ fn: name, args: [] });
    } else {
      reader.at++;
      const args = readArgs(reader);
      if (args === null) return null;
      calls.push({ fn: name, args });
    }
    if (reader.text[reader.at] !== ".") return calls;
    reader.at++;
  }
}

function readArgs(reader: Reader): Call["args"] | null {
  const args: Call["args"] = [];
  for (;;) {
    skip(reader);
    const mark = reader.text[reader.at];
    if (mark === undefined) return null;
    if (mark === ")") {
      reader.at++;
      return args;
    }
    if (mark === ",") {
      reader.at++;
      continue;
    }
    if (mark === "'") {
      const end = reader.text.indexOf("'", reader.at + 1);
      if (end < 0) return null;
      args.push(reader.text.slice(reader.at + 1, end));
      reader.at = end + 1;
      continue;
    }
    const chain = readChain(reader);
    if (chain === null) return null;
    args.push(chain);
  }
}
