/** A small, strict reader of the XML that we write: elements, attributes, text, no more. */

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
}

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };

/** The text behind its references; refuses a reference that XML does not know by itself. */
export function unescapeXml(text: string): string {
  return text.replaceAll(/&([^;]*);?/g, (whole, name: string) => {
    const found = name.startsWith("#") ? String.fromCodePoint(Number(name.slice(1))) : named[name];
    if (found === undefined || !whole.endsWith(";")) throw new Error(`no reference: ${whole}`);
    return found;
  });
}

/** The root element of a document; refuses what is not well-formed, or nothing that we write. */
export function elementsOf(text: string): Element {
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
  if (!text.startsWith(declaration)) throw new Error("no declaration");
  // oxlint-disable-next-line no-control-regex -- these are what XML cannot hold.
  if (/[\0-\x08\x0B\f\x0E-\x1F\uFFFE\uFFFF]|\p{Surrogate}/u.test(text)) throw new Error("not XML");
  const top: Element = { name: "", attributes: {}, children: [] };
  const open: Element[] = [top];
  const token = /<(\/?)([\w-]+)((?: [\w-]+="[^"<]*")*)(\/?)>|([^<]+)/gy;
  token.lastIndex = declaration.length;
  while (token.lastIndex < text.length) {
    const found = token.exec(text);
    if (found === null) throw new Error("not well-formed");
    const [, closing, name = "", given = "", empty, words] = found;
    if (words !== undefined) {
      unescapeXml(words);
      continue;
    }
    if (closing === "/") {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes another element`);
      continue;
    }
    const pairs = [...given.matchAll(/ ([\w-]+)="([^"]*)"/g)];
    const element: Element = {
      name,
      attributes: Object.fromEntries(
        pairs.map(([, key = "", value = ""]) => [key, unescapeXml(value)]),
      ),
      children: [],
    };
    open.at(-1)?.children.push(element);
    if (empty !== "/") open.push(element);
  }
  const [root, another] = top.children;
  if (open.length !== 1 || root === undefined || another !== undefined)
    throw new Error("not one whole element");
  return root;
}
