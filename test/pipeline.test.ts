import { createTracking, importPlan, reopenPlan } from "../src/pipeline";
import type { CalendarDate } from "../src/plan/date";
import { fromXlsx } from "../src/render/fromXlsx";
import { toXlsx } from "../src/render/toXlsx";
import { seedPlans } from "../src/seeds";
import { compileState } from "../src/workbook/compileWorkbook";
import { decodeState } from "../src/workbook/planState";

/** Codes of the messages of severity error. */
async function refusal(bytes: Uint8Array, name = "ke-hoach.txt"): Promise<string[]> {
  const { value, messages } = await importPlan({ kind: "file", name, bytes });
  expect(value).toBeUndefined();
  return messages.filter((message) => message.severity === "error").map((message) => message.code);
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("importing a plan", () => {
  it("refuses an empty file", async () => {
    expect(await refusal(new Uint8Array())).toEqual(["file-empty"]);
  });

  it("refuses a binary file that is called .txt", async () => {
    const bytes = Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256);
    expect(await refusal(bytes)).toEqual(["file-binary"]);
  });

  it("refuses a text that is no plan", async () => {
    const story = "Ngày xửa ngày xưa, có một cô bé sống cùng bà ngoại ở bìa rừng.\nCô bé rất thích hát.\n".repeat(20);
    expect(await refusal(utf8(story))).toEqual(["not-a-plan"]);
  });

  it("refuses a text of 20 MB", async () => {
    expect(await refusal(utf8("- Tỷ lệ hồ sơ đạt tối thiểu 80%.\n".repeat(620_000)))).toEqual(["file-too-large"]);
  });

  it("reads every built-in plan, and the same twice", async () => {
    for (const seed of seedPlans) {
      const input = { kind: "text", name: seed.id, text: seed.text } as const;
      const first = await importPlan(input, { review: seed.review });
      const second = await importPlan(input, { review: seed.review });
      expect(first.value?.plan.targets.length).toBeGreaterThan(3);
      expect(first.value?.plan.tasks.length).toBeGreaterThan(5);
      expect(JSON.stringify(second)).toBe(JSON.stringify(first));
      expect(first.messages.filter((message) => message.code === "review-decision-unmatched" || message.severity === "error")).toEqual([]);
    }
  });

  it("takes its review along in the workbook, so that every decision can be changed on another machine", async () => {
    const seed = seedPlans.find(({ review }) => review !== undefined)!;
    const imported = (await importPlan({ kind: "text", name: seed.id, text: seed.text }, { review: seed.review })).value!;
    expect(imported.review!.decisions.length).toBeGreaterThan(0);
    const file = fromXlsx(toXlsx(createTracking(imported, { asOf: "2024-06-30" as CalendarDate, dialect: "native" }))).value!;
    const state = decodeState(file.state).value!;
    const { value: reopened, messages } = reopenPlan(state);
    expect(messages).toEqual([]);
    expect(reopened.review).toEqual(imported.review);
    expect(JSON.parse(JSON.stringify(reopened.plan))).toEqual(JSON.parse(JSON.stringify(imported.plan)));
    expect(JSON.parse(JSON.stringify(reopened.parsed))).toEqual(JSON.parse(JSON.stringify(imported.parsed)));
    expect(compileState(state).state).toBe(file.state);

    const unreviewed = createTracking(
      { document: imported.document, parsed: imported.parsed, plan: imported.plan },
      { asOf: "2024-06-30" as CalendarDate, dialect: "native" },
    );
    const plain = reopenPlan(decodeState(unreviewed.state).value!).value;
    expect(plain.review).toBeUndefined();
    expect(plain.parsed).toEqual(plain.plan);
  });

  it("stops when it is cancelled", async () => {
    const signal = AbortSignal.abort();
    const { value, messages } = await importPlan({ kind: "text", name: "x", text: seedPlans[0]!.text }, { signal });
    expect(value).toBeUndefined();
    expect(messages.map((message) => message.code)).toEqual(["cancelled"]);
  });

  it("tells what the reader noted", async () => {
    const bytes = Uint8Array.from(
      Buffer.from("C\u00f4 b\u00e9 s\u00f4ng \u00f0\u00f4 c\u00f9ng b\u00e0 ngo\u00e0i.\n".repeat(20), "latin1"),
    );
    const { messages } = await importPlan({ kind: "file", name: "truyen.txt", bytes });
    expect(messages).toContainEqual(expect.objectContaining({ code: "not-a-plan", severity: "error" }));
    expect(messages).toContainEqual(expect.objectContaining({ code: "text-decoded-legacy", severity: "warning" }));
  });
});
