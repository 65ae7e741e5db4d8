import type { Element } from "./xml.ts";

/**
 * What JUnit's XML may hold, restated by hand from the schema that Jenkins validates with (junit-10): the elements that
 * we write, with their attributes and children. One attribute is not in it: the `file` of a test case, by which GitLab
 * links to the file. Stricter than it: nothing that we do not write is allowed, and failures come before other output.
 */
interface Form {
  readonly required: readonly string[];
  readonly optional?: readonly string[];
  /** The names of the children in a row must match. */
  readonly children: RegExp;
}

const counts = ["tests", "failures", "errors"];

const forms: Readonly<Record<string, Form>> = {
  testsuites: { required: ["name", ...counts], children: /^(testsuite )*$/ },
  testsuite: { required: ["name", ...counts], optional: ["skipped"], children: /^(testcase )*$/ },
  testcase: {
    required: ["name", "classname"],
    optional: ["file"],
    children: /^(failure )?(system-out )?$/,
  },
  failure: { required: ["message", "type"], children: /^$/ },
  "system-out": { required: [], children: /^$/ },
};

/** Every way in which an element and what is in it break the schema; none when they keep to it. */
export function junitErrors({ name, attributes, children }: Element): readonly string[] {
  const form = forms[name];
  if (form === undefined) return [`<${name}> is unknown`];
  const { required, optional = [] } = form;
  const given = Object.keys(attributes);
  const inside = children.map((child) => `${child.name} `).join("");
  return [
    ...required.filter((each) => !given.includes(each)).map((each) => `<${name}> has no ${each}`),
    ...given
      .filter((each) => !required.includes(each) && !optional.includes(each))
      .map((each) => `<${name}> has ${each}`),
    ...counts
      .filter((each) => given.includes(each) && !/^\d+$/.test(attributes[each] ?? ""))
      .map((each) => `${each} of <${name}> is no count`),
    ...(form.children.test(inside) ? [] : [`<${name}> holds ${inside}`]),
    ...children.flatMap(junitErrors),
  ];
}
