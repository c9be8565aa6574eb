import { readFileSync } from "node:fs";
import { join } from "node:path";
import { SaxesParser } from "saxes";

const ROOT = join(__dirname, "../..");
const text = readFileSync(join(ROOT, "manifest.xml"), "utf8");

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  readonly text: string[];
}

const root = parse(text);
const all = descendants(root);
const resources = all.filter((element) => ["bt:Image", "bt:Url", "bt:String"].includes(element.name) && element.attributes["id"]);

describe("manifest", () => {
  it("keeps the element order that Office asks for", () => {
    checkOrder(
      "OfficeApp",
      "Id Version ProviderName DefaultLocale DisplayName Description IconUrl HighResolutionIconUrl SupportUrl Hosts Requirements DefaultSettings Permissions VersionOverrides",
    );
    checkOrder("VersionOverrides", "Hosts Resources");
    checkOrder("Resources", "bt:Images bt:Urls bt:ShortStrings bt:LongStrings");
    checkOrder("DesktopFormFactor", "GetStarted FunctionFile ExtensionPoint");
    checkOrder("CustomTab", "Group Label");
    checkOrder("Control", "Label Supertip Icon Action");
    const host = all.find((element) => element.name === "Host" && element.attributes["xsi:type"] === "Workbook")!;
    expect(host.children.map((child) => child.name)).toEqual(["Runtimes", "AllFormFactors", "DesktopFormFactor"]);
    const functions = all.find((element) => element.attributes["xsi:type"] === "CustomFunctions")!;
    expect(functions.children.map((child) => child.name)).toEqual(["Script", "Page", "Metadata", "Namespace"]);
  });

  it("resolves every resource id, and uses every resource", () => {
    const ids = resources.map((element) => element.attributes["id"]!);
    const used = all.flatMap((element) => (element.attributes["resid"] ? [element.attributes["resid"]] : []));
    expect(new Set(ids).size).toBe(ids.length);
    expect(used.filter((id) => !ids.includes(id))).toEqual([]);
    expect(ids.filter((id) => !used.includes(id))).toEqual([]);
    expect(ids.filter((id) => id.length > 32)).toEqual([]);
  });

  it("keeps the lengths of short and long strings in both languages", () => {
    const tooLong = (parent: string, limit: number): string[] =>
      all
        .filter((element) => element.name === parent)
        .flatMap(descendants)
        .flatMap((element) => [element.attributes["DefaultValue"], element.attributes["Value"]])
        .filter((value): value is string => value !== undefined && value.length > limit);
    expect(tooLong("bt:ShortStrings", 125)).toEqual([]);
    expect(tooLong("bt:LongStrings", 250)).toEqual([]);
    expect(tooLong("DisplayName", 125)).toEqual([]);
    expect(tooLong("Description", 250)).toEqual([]);
  });

  it("speaks Vietnamese by default and English as an override", () => {
    expect(valueOf("DefaultLocale")).toBe("vi-VN");
    for (const element of resources.filter((one) => one.name === "bt:String" && one.attributes["id"] !== "Functions.Namespace"))
      expect(element.children.map((child) => child.attributes["Locale"])).toEqual(["en-US"]);
    for (const name of ["DisplayName", "Description"])
      expect(all.find((element) => element.name === name)!.children.map((child) => child.attributes["Locale"])).toEqual(["en-US"]);
  });

  it("names only https addresses of one origin", () => {
    const addresses = all
      .flatMap((element) => [element.attributes["DefaultValue"], element.attributes["Value"]])
      .filter((value): value is string => /^https?:/.test(value ?? ""));
    expect(addresses.length).toBeGreaterThan(10);
    expect(new Set(addresses.map((address) => new URL(address).origin))).toEqual(new Set(["https://localhost:3443"]));
  });

  it("has icons of the sizes it names", () => {
    for (const size of [16, 32, 64, 80, 128]) {
      const png = readFileSync(join(ROOT, `assets/icon-${size}.png`));
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
    }
  });

  it("runs pane and functions in one shared runtime under the namespace KPI", () => {
    const runtime = all.find((element) => element.name === "Runtime")!;
    const page = all.find((element) => element.name === "Page")!.children[0]!;
    const show = all.find((element) => element.attributes["xsi:type"] === "ShowTaskpane")!.children[0]!;
    expect(runtime.attributes["lifetime"]).toBe("long");
    expect([page.attributes["resid"], show.attributes["resid"]]).toEqual([runtime.attributes["resid"], runtime.attributes["resid"]]);
    expect(resources.find((element) => element.attributes["id"] === "Functions.Namespace")!.attributes["DefaultValue"]).toBe("KPI");
  });

  it("is a GUID with a version, for ExcelApi 1.9 and later", () => {
    expect(valueOf("Id")).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(valueOf("Version")).toMatch(/^\d+\.\d+\.\d+\.\d+$/);
    expect(all.find((element) => element.name === "Set")!.attributes).toEqual({ Name: "ExcelApi", MinVersion: "1.9" });
  });
});

function checkOrder(name: string, expected: string): void {
  for (const element of all.filter((one) => one.name === name))
    expect(element.children.map((child) => child.name).join(" ")).toBe(expected);
  expect(all.some((one) => one.name === name)).toBe(true);
}

function valueOf(name: string): string {
  return all.find((element) => element.name === name)!.text.join("");
}

function descendants(element: Element): Element[] {
  return [element, ...element.children.flatMap(descendants)];
}

function parse(xml: string): Element {
  const top: Element = { name: "", attributes: {}, children: [], text: [] };
  const open = [top];
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes }) => {
    const element: Element = { name, attributes: attributes as Record<string, string>, children: [], text: [] };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on("text", (words) => open.at(-1)!.text.push(words.trim()));
  parser.on("closetag", () => void open.pop());
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(xml).close();
  return top.children[0]!;
}
