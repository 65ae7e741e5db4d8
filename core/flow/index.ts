// Moves here when the engine is finished.
export * from "../funnel/index.ts";
