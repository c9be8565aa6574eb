import { importPlan } from "../src/pipeline";
import { seedPlans } from "../src/seeds";

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

  it("stops when it is cancelled", async () => {
    const signal = AbortSignal.abort();
    const { value, messages } = await importPlan({ kind: "text", name: "x", text: seedPlans[0]!.text }, { signal });
    expect(value).toBeUndefined();
    expect(messages.map((message) => message.code)).toEqual(["cancelled"]);
  });
});
