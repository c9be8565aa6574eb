import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readXlsx } from "../../src/xlsx/readXlsx";
import { seedPlans } from "../../src/seeds";

const CLI = join(__dirname, "../../dist/cli.js");
const SEEDS = join(__dirname, "../../seeds");
const folder = mkdtempSync(join(tmpdir(), "so-theo-doi-"));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function run(...words: string[]): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...words], { encoding: "utf8", maxBuffer: 1 << 27 });
  return { code: status, out: stdout, err: stderr };
}

/** Writes a file and reads it with the program. */
function readFile(name: string, content: string | Uint8Array): Outcome {
  const file = join(folder, name);
  writeFileSync(file, content);
  return run("read", file);
}

describe("the command line", () => {
  it.each(seedPlans.map((seed) => seed.id))("prints the plan of %s as JSON, each source with its words", (id) => {
    const { code, out } = run("read", join(SEEDS, `${id}.txt`), "--json");
    expect(code).toBe(0);
    const plan = JSON.parse(out) as {
      targets: { statement: string; source: { text: string; spans: unknown[] } }[];
      unread: { text: string };
    };
    expect(plan.targets.length).toBeGreaterThan(3);
    for (const target of plan.targets) {
      expect(target.source.spans.length).toBeGreaterThan(0);
      expect(target.source.text.length).toBeGreaterThan(5);
    }
    expect(typeof plan.unread.text).toBe("string");
  });

  it("takes a built-in plan by its id, with the same result as its file", () => {
    const id = seedPlans[0]!.id;
    expect(run("read", id).out).toBe(run("read", join(SEEDS, `${id}.txt`)).out);
  });

  it("builds a workbook that holds the plan's tables and no KPI function", () => {
    const file = join(folder, "so.xlsx");
    const { code, err } = run("build", seedPlans[0]!.id, "-o", file, "--date", "2024-06-30");
    expect(err).toContain("chỉ tiêu");
    expect(code).toBe(0);
    const book = readXlsx(new Uint8Array(readFileSync(file)));
    expect(book.sheets.map((sheet) => sheet.name)).toEqual(expect.arrayContaining(["Thông tin", "Tổng quan", "Chỉ tiêu", "Nhiệm vụ"]));
    expect(JSON.stringify(book, (_key, value: unknown) => (value instanceof Map ? [...value] : value))).not.toContain("KPI.");
  });

  it("refuses bad input with one clear sentence and exit code 1", () => {
    const cases: Outcome[] = [
      readFile("rong.txt", ""),
      readFile(
        "nhi-phan.txt",
        Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256),
      ),
      readFile("truyen.txt", "Ngày xửa ngày xưa, có một cô bé sống cùng bà ngoại ở bìa rừng.\n".repeat(30)),
      readFile("qua-lon.txt", "a".repeat(21_000_000)),
      run("read", join(folder, "khong-co.txt")),
    ];
    for (const { code, out, err } of cases) {
      expect(code).toBe(1);
      expect(out).toBe("");
      expect(err.trim().length).toBeGreaterThan(20);
      expect(err).not.toMatch(/\bat .*\(|Error:|undefined/);
    }
  });

  it("says how it is used when asked", () => {
    const { code, out } = run("--help");
    expect(code).toBe(0);
    expect(out).toContain("so-theo-doi build FILE");
  });

  it("fills a trial workbook with figures that say that they are invented", () => {
    const file = join(folder, "thu.xlsx");
    expect(run("build", seedPlans[0]!.id, "-o", file, "--date", "2024-06-30", "--sample").code).toBe(0);
    const targets = readXlsx(new Uint8Array(readFileSync(file))).sheets.find((sheet) => sheet.name === "Chỉ tiêu")!;
    expect(JSON.stringify([...targets.rows.values()].map((row) => [...row.values()]))).toContain("Số liệu minh hoạ");
  });

  it("says how it is used, with exit code 2", () => {
    for (const words of [
      [],
      ["draw"],
      ["read"],
      ["read", "a", "b"],
      ["read", "a", "--blue"],
      ["build", "a"],
      ["build", "a", "-o", "b", "--date", "2024-02-31"],
    ]) {
      const { code, err } = run(...words);
      expect(code).toBe(2);
      expect(err).toContain("so-theo-doi read FILE");
    }
  });
});
