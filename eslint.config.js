const tseslint = require("typescript-eslint");
const reactHooks = require("eslint-plugin-react-hooks");
const officeAddins = require("eslint-plugin-office-addins");

module.exports = tseslint.config(
  { ignores: ["dist", "dist-workbench", "dist-bench", "node_modules", "test-output", "coverage"] },
  ...tseslint.configs.recommended,
  {
    files: ["**/*.{ts,tsx}"],
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "no-restricted-globals": [
        "error",
        { name: "Excel", message: "Only src/host may call Excel." },
        { name: "Office", message: "Only src/host and src/taskpane/index.tsx may call Office." },
        { name: "CustomFunctions", message: "Only src/functions/register.ts may call CustomFunctions." },
      ],
      "no-console": "error",
    },
  },
  { files: ["**/*.{js,cjs,mjs}"], rules: { "@typescript-eslint/no-require-imports": "off" } },
  {
    files: ["src/host/**/*.ts"],
    plugins: { "office-addins": officeAddins },
    rules: { ...officeAddins.configs.recommended.rules, "no-restricted-globals": "off" },
  },
  { files: ["src/functions/register.ts", "src/taskpane/index.tsx"], rules: { "no-restricted-globals": "off" } },
  { files: ["src/cli.ts", "bench/**/*.ts", "test/**/*.ts"], rules: { "no-console": "off" } },
  { files: ["test/**/*.{ts,tsx}", "bench/**/*.ts"], rules: { "no-restricted-globals": "off" } },
  {
    files: ["src/taskpane/**/*.tsx", "src/workbench/**/*.tsx"],
    plugins: { "react-hooks": reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
);
