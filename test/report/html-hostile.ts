/** Texts that try to become markup, to leave an attribute, to turn the line, or to break the layout. */
export const hostileTexts: readonly (readonly [name: string, text: string])[] = [
  ["a script", "<script>alert(1)</script>"],
  ["the end of everything", "</title></style></table><script>alert(1)</script>"],
  ["the end of a double quote", `"><img src=x onerror=alert(1)>`],
  ["the end of a single quote", `' onmouseover='alert(1)`],
  ["a script as an address", "javascript:alert(1)"],
  ["a drawing that acts", "<svg/onload=alert(1)>"],
  ["a comment left open", "<!-- "],
  ["the end of character data", "]]><x>"],
  ["markup escaped beforehand", "&lt;script&gt;"],
  ["a template", "${alert(1)} {{1+1}}"],
  ["a turned line", "\u202Eevil\u202C"],
  ["a word of 10,000 letters", "W".repeat(10_000)],
];

const ours = new Set(
  "a article b bdi body br caption circle code dd desc details div dl doctype dt figcaption figure footer h1 h2 h3 head header html li line main meta nav ol p path pre rect section span style summary svg table tbody td text tfoot th thead title tr ul".split(
    " ",
  ),
);

/** What a hostile text has managed: elements that we never write, event handlers, scripts, turned lines. */
export function unescapedIn(markup: string): readonly string[] {
  const elements = [...markup.matchAll(/<[/!]?([a-zA-Z0-9]*)/g)].filter(
    (each) => !ours.has((each[1] ?? "").toLowerCase()),
  );
  const bare = markup.replaceAll(/"[^"]*"/g, '""');
  const attributes = [...bare.matchAll(/<[^>]*\s(?:on[a-z]+|style|src|srcset|action)\s*=/g)];
  const links = [...markup.matchAll(/href="(?![/#?])[^"]*"/g)];
  const turned = [...markup.matchAll(/[\u202A-\u202E\u2066-\u2069]/g)];
  return [...elements, ...attributes, ...links, ...turned].map((each) => each[0]);
}
