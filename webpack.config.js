const path = require("path");
const { DefinePlugin, BannerPlugin, IgnorePlugin } = require("webpack");
const { EsbuildPlugin } = require("esbuild-loader");
const HtmlWebpackPlugin = require("html-webpack-plugin");
const CopyWebpackPlugin = require("copy-webpack-plugin");
const { FunctionsMetadataPlugin } = require("./webpack.functions");
const { frameHtml } = require("./src/workbench/frameHtml.cjs");
const { version } = require("./package.json");

const DEV_ORIGIN = "https://localhost:3443";
const OFFICE_JS = path.dirname(require.resolve("@microsoft/office-js/dist/office.js"));
/** What Excel on Windows, Mac and the web fetches, measured: nothing else of the package is needed. */
const OFFICE_FILES = [
  "office.js",
  "excel-win32-16.01.js",
  "excel-mac-16.00.js",
  "excel-web-16.00.js",
  "vi-vn/office_strings.js",
  "en-us/office_strings.js",
  "telemetry/**/*.js",
  "ariatelemetry/**/*.js",
];
const OFFICE_CDN = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

/**
 * Three builds: the add-in (dist), the command line (dist/cli.js) and the workbench (dist-workbench).
 * --env origin=https://HOST writes the manifest for that host; --env officejs=cdn loads office.js from Microsoft instead of our own origin.
 */
module.exports = (env, argv) => {
  const production = argv.mode !== "development";
  const serving = Boolean(env.WEBPACK_SERVE);
  const origin = env.origin ? new URL(env.origin).origin : DEV_ORIGIN;
  const common = {
    mode: production ? "production" : "development",
    devtool: production ? false : "source-map",
    resolve: { extensions: [".ts", ".tsx", ".js", ".mjs"] },
    module: {
      rules: [
        { test: /\.tsx?$/, loader: "esbuild-loader", options: { target: "es2020", tsconfig: "./tsconfig.json" } },
        { test: /\.txt$/, type: "asset/source" },
        { test: /\.css$/, use: ["style-loader", "css-loader"] },
      ],
    },
    // ascii: a server that names no charset must not garble Vietnamese strings.
    // The prebuilt worker of pdf.js is copied as it is: minifying it again takes longer than everything else.
    optimization: { minimizer: [new EsbuildPlugin({ target: "es2020", css: true, charset: "ascii", exclude: /pdf\.worker/ })] },
    performance: { hints: false },
    stats: "errors-warnings",
    cache: { type: "filesystem", cacheDirectory: path.resolve(__dirname, "node_modules/.cache/webpack") },
  };

  const addIn = {
    ...common,
    name: "add-in",
    entry: { functions: "./src/functions/runtime.ts", taskpane: "./src/taskpane/index.tsx" },
    output: {
      path: path.resolve(__dirname, "dist"),
      filename: "[name].js",
      chunkFilename: "[name].[contenthash:8].js",
      publicPath: serving ? "/frame/" : "auto",
      clean: { keep: /^cli\./ },
    },
    plugins: [
      new DefinePlugin({ __VERSION__: JSON.stringify(version) }),
      new HtmlWebpackPlugin({
        template: "./src/taskpane/taskpane.html",
        filename: "taskpane.html",
        chunks: ["functions", "taskpane"],
        chunksSortMode: "manual",
        hash: true, // the web view caches scripts hard: a new build has a new address
        templateParameters: { officeJs: env.officejs === "cdn" ? OFFICE_CDN : "office/office.js", development: !production },
      }),
      new CopyWebpackPlugin({
        patterns: [
          ...OFFICE_FILES.map((from) => ({
            from,
            context: OFFICE_JS,
            to: from.includes("*") ? "office/[path][name][ext]" : `office/${from}`,
            info: { minimized: true },
          })),
          { from: "assets/icon-*.png", to: "assets/[name][ext]" },
          { from: "manifest.xml", to: "manifest.xml", transform: (bytes) => bytes.toString("utf8").replaceAll(DEV_ORIGIN, origin) },
        ],
      }),
      new FunctionsMetadataPlugin(),
    ],
  };

  const commandLine = {
    ...common,
    name: "command-line",
    target: "node20",
    entry: { cli: "./src/cli.ts" },
    output: {
      path: path.resolve(__dirname, "dist"),
      filename: "[name].js",
      chunkFilename: "cli.[name].js",
      library: { type: "commonjs2" },
    },
    externalsType: "node-commonjs",
    externals: [({ request }, callback) => (/^pdfjs-dist\//.test(request) ? callback(null, `import ${request}`) : callback())],
    optimization: { minimize: false },
    plugins: [new DefinePlugin({ __VERSION__: JSON.stringify(version) }), new BannerPlugin({ banner: "#!/usr/bin/env node", raw: true })],
  };

  const workbench = {
    ...common,
    name: "workbench",
    entry: { workbench: "./src/workbench/index.tsx" },
    output: {
      path: path.resolve(__dirname, "dist-workbench"),
      filename: "workbench/[name].js",
      chunkFilename: "workbench/[name].[contenthash:8].js",
      publicPath: "/",
      clean: true,
    },
    plugins: [
      new HtmlWebpackPlugin({ template: "./src/workbench/index.html", filename: "index.html", hash: true }),
      // 77 hyphenation dictionaries (5 MB) that the grid's engine can load for documents; two are asked for at start.
      new IgnorePlugin({
        resourceRegExp: /^\.\/(?!en-(gb|us)-)[a-z]{2,3}(-[a-zA-Z0-9-]+)?-[A-Za-z0-9_-]{8}\.js$/,
        contextRegExp: /engine-render[\\/]lib[\\/]es/,
      }),
    ],
  };

  if (serving && env.excel) return { ...addIn, output: { ...addIn.output, publicPath: "auto" }, devServer: excelServer() };
  if (serving) return [{ ...workbench, devServer: workbenchServer() }, addIn];
  return [addIn, commandLine, workbench];
};

/** http://localhost:3000: the workbench at /, the add-in in its frame below /frame/. */
function workbenchServer() {
  return {
    host: "localhost",
    port: 3000,
    hot: false,
    liveReload: true,
    static: false,
    open: process.stdout.isTTY ? true : false,
    client: { overlay: false, logging: "warn" },
    setupMiddlewares(middlewares, server) {
      middlewares.unshift({
        name: "frame",
        path: "/frame/taskpane.html",
        middleware: (_request, response) =>
          server.middleware.waitUntilValid(() => {
            const addIn = server.compiler.compilers.find((compiler) => compiler.name === "add-in");
            const html = addIn.outputFileSystem.readFileSync(path.join(addIn.outputPath, "taskpane.html"), "utf8");
            response.setHeader("Content-Type", "text/html; charset=utf-8");
            response.end(frameHtml(html));
          }),
      });
      return middlewares;
    },
  };
}

/** https://localhost:3443 with the development certificate, for desktop Excel. */
function excelServer() {
  const { certificateFiles } = require("./webpack.certificates");
  return {
    host: "localhost",
    port: 3443,
    hot: false,
    static: false,
    server: { type: "https", options: certificateFiles() },
    headers: { "Access-Control-Allow-Origin": "*" },
  };
}
