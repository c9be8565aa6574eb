/** Packages that ship ES modules only and that Univer requires from CommonJS. */
const esmOnly = [
  "rbush",
  "unicode-regex",
  "regexp-util",
  "cjk-regex",
  "kdbush",
  "quickselect",
  "nanoid",
  "franc-min",
  "trigram-utils",
  "n-gram",
  "collapse-white-space",
  "localforage",
];

const swc = [
  "@swc/jest",
  { jsc: { target: "es2022", parser: { syntax: "typescript", tsx: true }, transform: { react: { runtime: "automatic" } } } },
];

const common = {
  testEnvironment: "node",
  transform: { "\\.(ts|tsx|js|jsx|mjs)$": swc, "\\.txt$": "<rootDir>/test/support/textTransform.cjs" },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join("|")})/)`],
  moduleNameMapper: { "^lodash-es$": "lodash", "\\.css$": "<rootDir>/test/support/emptyModule.cjs" },
};

/** `unit` runs from source; `e2e` runs what `npm run build` made. */
module.exports = {
  projects: [
    {
      ...common,
      displayName: "unit",
      testMatch: ["<rootDir>/test/**/*.test.{ts,tsx}"],
      testPathIgnorePatterns: ["/node_modules/", "<rootDir>/test/e2e/"],
    },
    { ...common, displayName: "e2e", testMatch: ["<rootDir>/test/e2e/**/*.test.ts"] },
  ],
};
