// Makes sure that the programs which the tests run are on this machine: installs them with apt when root, else says what is missing.
import { execFileSync, spawnSync } from "node:child_process";

const TOOLS = [
  { package: "chromium", check: () => found("chromium"), for: "end-to-end tests" },
  { package: "libreoffice-calc", check: () => found("soffice"), for: "recalculating and printing the workbooks" },
  { package: "libreoffice-writer", check: () => found("lowriter"), for: "plans as Word files and PDFs" },
  { package: "fonts-liberation", check: () => font("Liberation Serif"), for: "measuring printed text" },
  { package: "fonts-noto-core", check: () => font("Noto Sans"), for: "Vietnamese letters in pictures" },
  { package: "poppler-utils", check: () => found("pdftoppm"), for: "looking at printed pages" },
  {
    package: "python3-openpyxl",
    check: () => spawnSync("/usr/bin/python3", ["-c", "import openpyxl"]).status === 0,
    for: "a second reader of .xlsx files",
  },
  { package: "libxml2-utils", check: () => found("xmllint"), for: "well-formed manifests" },
];

const found = (command) => spawnSync("sh", ["-c", `command -v ${command}`]).status === 0;

function font(name) {
  const list = spawnSync("fc-list", [":", "family"], { encoding: "utf8" });
  return list.status === 0 && list.stdout.includes(name);
}

const missing = () => TOOLS.filter((tool) => !tool.check());

let lacking = missing();
if (lacking.length > 0 && process.getuid?.() === 0 && found("apt-get")) {
  const names = lacking.map((tool) => tool.package);
  console.log(`Installing with apt: ${names.join(" ")} fontconfig`);
  const options = { stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
  execFileSync("apt-get", ["update", "-qq"], options);
  execFileSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...names, "fontconfig"], options);
  lacking = missing();
}
if (lacking.length > 0) {
  console.error("The tests need programs that this machine lacks:");
  for (const tool of lacking) console.error(`  ${tool.package}: ${tool.for}`);
  console.error(`As root: apt-get install ${lacking.map((tool) => tool.package).join(" ")}`);
  process.exit(1);
}
