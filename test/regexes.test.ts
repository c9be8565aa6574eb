import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { checkSync } from "recheck";
import ts from "typescript";

// The build in JavaScript runs everywhere; without this a server for the machine's own platform would be started.
process.env["RECHECK_BACKEND"] = "pure";

const SRC = resolve(__dirname, "../src");
/** For one expression: the slowest needs 5 s on two busy cores. */
const TIME_LIMIT_MS = 60_000;

/** An expression is judged by the steps that it takes: the checker's own clocks would call it slow on a busy machine. */
const LIMITS: Parameters<typeof checkSync>[2] = {
  timeout: TIME_LIMIT_MS,
  seedingTimeout: null,
  incubationTimeout: null,
  attackTimeout: null,
};

interface Expression {
  readonly at: string;
  readonly pattern: string;
  readonly flags: string;
}

/** What stands for a part that is only known at run time, as in `</${name}>`: a letter that means itself, also behind a backslash. */
const UNKNOWN_PART = "_";

function expressionsOf(path: string): Expression[] {
  const file = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true);
  const found: Expression[] = [];
  const add = (node: ts.Node, pattern: string, flags: string): void => {
    const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    found.push({ at: `${relative(SRC, path)}:${line}`, pattern, flags });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf("/");
      add(node, node.text.slice(1, end), node.text.slice(end + 1));
    } else if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === "RegExp") {
      const [pattern, flags] = node.arguments ?? [];
      add(node, wordsOf(pattern), flags === undefined ? "" : wordsOf(flags));
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** The text of a string or template; fails for an expression that is put together elsewhere, which nobody could check here. */
function wordsOf(node: ts.Node | undefined): string {
  if (node && ts.isStringLiteralLike(node)) return node.text;
  if (node && ts.isTemplateExpression(node))
    return node.head.text + node.templateSpans.map((span) => UNKNOWN_PART + span.literal.text).join("");
  throw new Error(`A regular expression must be a literal or a template: ${node?.getText() ?? "no argument"}`);
}

function sourceFiles(): string[] {
  return readdirSync(SRC, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(?:[cm]?[jt]s|tsx)$/.test(name))
    .map((name) => join(SRC, name));
}

// Words somewhere before a place ("…[^,;]{0,60}$") or near others are looked for with `clauseBefore` and `follows` of parser/phrases/nearWords.
const expressions = sourceFiles().flatMap(expressionsOf);
const rooms = [...new Set(expressions.map(({ at }) => at.split(/[/:]/)[0]!))].sort();

test.each(rooms)(
  "every regular expression in %s takes time in proportion to the text",
  (room) => {
    const own = new Map(expressions.filter(({ at }) => at.split(/[/:]/)[0] === room).map((one) => [`/${one.pattern}/${one.flags}`, one]));
    const unsafe = [...own].flatMap(([shown, { at, pattern, flags }]) => {
      const verdict = checkSync(pattern, flags, LIMITS);
      if (verdict.status === "safe") return [];
      return [{ at, shown, is: verdict.status === "vulnerable" ? verdict.complexity.summary : verdict.error.kind }];
    });
    expect(unsafe).toEqual([]);
  },
  10 * TIME_LIMIT_MS,
);

test("a dangerous expression is found", () => {
  expect(checkSync("\\s+$", "").status).toBe("vulnerable");
  expect(checkSync("^(?:a|a)*b$", "").status).toBe("vulnerable");
});
