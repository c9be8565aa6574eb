import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import ts from "typescript";

const SRC = resolve(__dirname, "../src");

/** Who may import whom: rooms by room, and the outside libraries a room may use. */
const ROOMS: Readonly<Record<string, { readonly rooms: readonly string[]; readonly outside: readonly (string | RegExp)[] }>> = {
  text: { rooms: [], outside: [] },
  result: { rooms: ["text"], outside: [] },
  messages: { rooms: ["result"], outside: [] },
  plan: { rooms: ["text"], outside: [] },
  xlsx: { rooms: ["result"], outside: ["fflate", "saxes"] },
  reader: { rooms: ["text", "result", "xlsx"], outside: ["fflate", "saxes", /^pdfjs-dist/] },
  parser: { rooms: ["text", "result", "plan"], outside: [] },
  review: { rooms: ["text", "result", "plan"], outside: [] },
  tracking: { rooms: ["text", "plan"], outside: [] },
  workbook: { rooms: ["text", "result", "plan", "tracking"], outside: [] },
  render: { rooms: ["workbook", "xlsx", "result"], outside: [] },
  host: { rooms: ["result", "plan", "tracking", "workbook"], outside: [] },
  functions: { rooms: ["text", "result", "plan", "parser/phrases", "tracking"], outside: [] },
  pipeline: { rooms: ["reader", "parser", "review", "plan", "tracking", "workbook", "result", "text"], outside: [] },
  seeds: { rooms: ["seedReviews"], outside: [] },
  seedReviews: { rooms: [], outside: [] },
  // The pane shows what the other rooms make: their types everywhere, their work through pipeline, host and render.
  taskpane: {
    rooms: ["pipeline", "host", "render", "messages", "seeds", "result", "text", "plan", "review", "tracking", "workbook", "functions"],
    outside: ["react", /^react-dom/, /^react\//, /^@fluentui\//],
  },
  workbench: {
    rooms: ["functions", "workbook", "render", "xlsx", "tracking", "plan", "text", "result"],
    outside: [/^@univerjs\//, "react", /^react-dom/, /^react\//, "rxjs"],
  },
  cli: { rooms: ["pipeline", "render", "messages", "seeds", "result", "plan", "text", "review", "workbook"], outside: [/^node:/] },
};

interface Import {
  readonly from: string;
  readonly to: string;
  readonly outside: boolean;
  readonly typeOnly: boolean;
}

const files = walk(SRC).filter((file) => /\.tsx?$/.test(file) && !file.endsWith(".d.ts"));
const imports = files.flatMap(importsOf);

describe("architecture", () => {
  it("has a row in the table for every room", () => {
    const rooms = new Set(files.map((file) => roomOf(relative(SRC, file))));
    expect([...rooms].filter((room) => !(room in ROOMS))).toEqual([]);
    expect(files.length).toBeGreaterThan(20);
  });

  it("lets a room import only what the table allows", () => {
    const broken = imports.filter((one) => !isAllowed(one)).map((one) => `${one.from} imports ${one.to}`);
    expect(broken).toEqual([]);
  });

  it("has no cycle of files", () => {
    expect(findCycle(imports.filter((one) => !one.outside && !one.typeOnly))).toEqual([]);
  });

  it("has no barrel inside a room", () => {
    expect(files.map((file) => relative(SRC, file)).filter((file) => /\/index\.ts$/.test(file))).toEqual([]);
  });

  it("calls Excel, Office and CustomFunctions only where they live", () => {
    const allowed: Readonly<Record<string, RegExp>> = {
      Excel: /^host\//,
      Office: /^(host\/|taskpane\/index\.tsx$)/,
      CustomFunctions: /^functions\/register\.ts$/,
    };
    const broken: string[] = [];
    for (const file of files) {
      const name = relative(SRC, file);
      for (const used of hostGlobalsOf(file)) if (!allowed[used]!.test(name)) broken.push(`${name} uses ${used}`);
    }
    expect(broken).toEqual([]);
  });
});

function isAllowed(one: Import): boolean {
  const room = roomOf(one.from);
  const row = ROOMS[room];
  if (!row) return false;
  if (one.outside) return row.outside.some((allowed) => (typeof allowed === "string" ? one.to === allowed : allowed.test(one.to)));
  const target = roomOf(one.to);
  if (target === room) return true;
  return row.rooms.some((allowed) => allowed === target || one.to.startsWith(`${allowed}/`));
}

function roomOf(file: string): string {
  return file.includes("/") ? file.slice(0, file.indexOf("/")) : file.replace(/\.tsx?$/, "");
}

function walk(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? walk(path) : [path];
  });
}

function importsOf(file: string): Import[] {
  const source = parse(file);
  const found: Import[] = [];
  const add = (specifier: string, typeOnly: boolean): void => {
    if (!specifier.startsWith(".")) {
      found.push({ from: relative(SRC, file), to: specifier, outside: true, typeOnly });
      return;
    }
    const target = resolve(dirname(file), specifier);
    const path = [target, `${target}.ts`, `${target}.tsx`].find((candidate) => files.includes(candidate));
    if (path) found.push({ from: relative(SRC, file), to: relative(SRC, path), outside: false, typeOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier))
      add(node.moduleSpecifier.text, node.importClause?.isTypeOnly ?? false);
    if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier))
      add(node.moduleSpecifier.text, node.isTypeOnly);
    if (
      ts.isCallExpression(node) &&
      node.expression.kind === ts.SyntaxKind.ImportKeyword &&
      node.arguments[0] &&
      ts.isStringLiteral(node.arguments[0])
    )
      add(node.arguments[0].text, false);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Host globals used as values; a type such as `Excel.Range` needs no running Excel. */
function hostGlobalsOf(file: string): Set<string> {
  const used = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node)) return;
    if (
      ts.isPropertyAccessExpression(node) &&
      ts.isIdentifier(node.expression) &&
      ["Excel", "Office", "CustomFunctions"].includes(node.expression.text)
    )
      used.add(node.expression.text);
    ts.forEachChild(node, visit);
  };
  visit(parse(file));
  return used;
}

function parse(file: string): ts.SourceFile {
  return ts.createSourceFile(
    file,
    readFileSync(file, "utf8"),
    ts.ScriptTarget.ES2022,
    true,
    file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
}

function findCycle(edges: readonly Import[]): string[] {
  const next = new Map<string, string[]>();
  for (const { from, to } of edges) next.set(from, [...(next.get(from) ?? []), to]);
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): string[] => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return [];
    path.push(file);
    for (const target of next.get(file) ?? []) {
      const cycle = visit(target);
      if (cycle.length > 0) return cycle;
    }
    path.pop();
    done.add(file);
    return [];
  };
  for (const file of next.keys()) {
    const cycle = visit(file);
    if (cycle.length > 0) return cycle;
  }
  return [];
}
