import { HELP_VI } from "../../src/functions/help.vi";
import { functionHelp } from "../../src/taskpane/functionHelp";

const real = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = real;
});

test("functions are explained in Vietnamese without any request", async () => {
  globalThis.fetch = () => Promise.reject(new Error("no request"));
  const help = await functionHelp("vi");
  expect(help.map(({ name }) => name)).toEqual(Object.keys(HELP_VI).map((id) => `KPI.${id}`));
  expect(help[0]!.description).toBe(HELP_VI["DANHGIA"]!.description);
});

test("in English by the metadata beside the pane, with the same examples", async () => {
  const asked: unknown[] = [];
  const english = {
    id: "DAT",
    description: "Whether a target is reached",
    parameters: [{ name: "thuc_hien", description: "Actual value" }],
  };
  globalThis.fetch = (address) => {
    asked.push(address);
    return Promise.resolve(new Response(JSON.stringify({ functions: [english] })));
  };
  const help = await functionHelp("en");
  expect(asked).toEqual(["functions-en.json"]);
  const { description, parameters, example } = help.find(({ name }) => name === "KPI.DAT")!;
  expect({ description, parameters, example }).toEqual({
    description: english.description,
    parameters: english.parameters,
    example: HELP_VI["DAT"]!.example,
  });
});

test("in Vietnamese where the English words cannot be had", async () => {
  globalThis.fetch = () => Promise.reject(new Error("offline"));
  expect(await functionHelp("en")).toEqual(await functionHelp("vi"));
});
