import { suggest } from "./suggest.ts";
import type { SchemaViolation } from "./validators.generated.js";

const isAlternative = (each: SchemaViolation): boolean =>
  each.keyword === "oneOf" || each.keyword === "anyOf";

const isBelow = (each: SchemaViolation, path: string, levels = 1): boolean =>
  each.instancePath.startsWith(`${path}/`) &&
  each.instancePath.slice(path.length).split("/").length - 1 >= levels;

/**
 * The violations that tell an author something, each slip once.
 *
 * Drops what only repeats another: the failed branches of an alternative, the alternative itself where something
 * deeper, a key's form or an inner alternative tells more, and a missing property whose name is only mistyped.
 */
export function telling(violations: readonly SchemaViolation[]): readonly SchemaViolation[] {
  const alternatives = violations.filter(isAlternative);
  return violations.filter((each) => {
    const path = each.instancePath;
    if (isMistyped(each, violations)) return false;
    if (alternatives.some((alternative) => isOtherForm(each, alternative, violations)))
      return false;
    const here = alternatives.filter((alternative) => alternative.instancePath === path);
    if (isAlternative(each)) {
      const toldElsewhere = violations.some(
        (other) =>
          isBelow(other, path) ||
          (other.instancePath === path &&
            (other.keyword === "propertyNames" || other.keyword === "additionalProperties")),
      );
      return !toldElsewhere && here[0] === each;
    }
    // The form of a key is told by `propertyNames`, which names the key.
    if (each.keyword === "pattern" && "propertyName" in each) return false;
    if (here.length === 0 || each.keyword === "propertyNames") return true;
    return each.keyword !== "type" && !/\/(?:oneOf|anyOf)\/\d+\//.test(each.schemaPath);
  });
}

/** True for a missing property when an unknown one of the same object is probably meant for it. */
function isMistyped(each: SchemaViolation, violations: readonly SchemaViolation[]): boolean {
  if (each.keyword !== "required") return false;
  const missing = String(each.params["missingProperty"]);
  return violations.some(
    (other) =>
      other.keyword === "additionalProperties" &&
      other.instancePath === each.instancePath &&
      suggest(String(other.params["additionalProperty"]), [missing]) === missing,
  );
}

const isShallow = (each: SchemaViolation, path: string): boolean =>
  each.instancePath === path && !isAlternative(each);

/** True for a scalar that a branch would have as an object: then the author had another branch in mind. */
const wantsObject = (each: SchemaViolation, path: string): boolean =>
  isBelow(each, path) &&
  !isBelow(each, path, 2) &&
  each.keyword === "type" &&
  each.params["type"] === "object";

/**
 * True for what a branch says that the author did not mean, where a value is one thing or many things by their name.
 *
 * Something wrong two levels down means that the names were meant; scalars one level down mean that they were not.
 */
function isOtherForm(
  each: SchemaViolation,
  alternative: SchemaViolation,
  violations: readonly SchemaViolation[],
): boolean {
  const path = alternative.instancePath;
  const isChoiceOfForms = alternative.parentSchema["properties"] === undefined;
  if (!isChoiceOfForms || alternative.keyword !== "oneOf") return false;
  if (isShallow(each, path)) return violations.some((other) => isBelow(other, path, 2));
  return (
    wantsObject(each, path) &&
    violations.some(
      (other) => (isShallow(other, path) || isBelow(other, path)) && !wantsObject(other, path),
    )
  );
}
