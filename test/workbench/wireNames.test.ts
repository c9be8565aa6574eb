import { ALL_TYPES } from "../../src/workbench/excelObjects/allTypes";
import { readWireNames } from "../support/officeSchema";

const wire = readWireNames();
/** Names of the stand-in for classes that Microsoft's client calls otherwise. */
const ALIASES: Readonly<Record<string, string>> = { ChartSeriesFill: "ChartFill" };

test.each(ALL_TYPES.map((type) => [type.name, type] as const))(
  "every member of %s is spelled as Microsoft's client sends it",
  (name, type) => {
    const known = wire.get(ALIASES[name] ?? name);
    expect(known).toBeDefined();
    const own = [...Object.keys(type.properties ?? {}), ...Object.keys(type.navigation ?? {}), ...Object.keys(type.methods ?? {})];
    expect(own.filter((member) => !known!.members.has(member))).toEqual([]);
  },
);
