const path = require("path");
const { buildSync } = require("esbuild");
const { sources } = require("webpack");
const { generateCustomFunctionsMetadata } = require("custom-functions-metadata");

/** File whose JSDoc describes the functions (English). */
const FUNCTIONS = path.resolve(__dirname, "src/functions/kpi.ts");
/** Vietnamese names and descriptions, merged over the English ones. */
const HELP = path.resolve(__dirname, "src/functions/help.vi.ts");

/**
 * Metadata of the custom functions: `en` as the JSDoc says it, `vi` with the Vietnamese descriptions; ids, parameter counts and types are
 * the same. Names are never localised, so that a formula means the same in every language of Excel.
 */
async function functionsMetadata() {
  const result = await generateCustomFunctionsMetadata(FUNCTIONS, false);
  if (result.errors.length > 0) throw new Error(`functions metadata: ${result.errors.join("; ")}`);
  const en = JSON.parse(result.metadataJson);
  const help = loadTypeScript(HELP).HELP_VI;
  const vi = {
    ...en,
    functions: en.functions.map((fn) => {
      const words = help[fn.id];
      if (!words) throw new Error(`help.vi.ts does not describe ${fn.id}`);
      if (words.parameters.length !== fn.parameters.length)
        throw new Error(`help.vi.ts describes ${words.parameters.length} parameters of ${fn.id}, not ${fn.parameters.length}`);
      return {
        ...fn,
        description: words.description,
        parameters: fn.parameters.map((parameter, index) => ({
          ...parameter,
          name: words.parameters[index].name,
          description: words.parameters[index].description,
        })),
      };
    }),
  };
  return { en, vi };
}

function loadTypeScript(file) {
  const built = buildSync({ entryPoints: [file], bundle: true, write: false, format: "cjs", platform: "node", logLevel: "silent" });
  const module = { exports: {} };
  new Function("module", "exports", "require", built.outputFiles[0].text)(module, module.exports, require);
  return module.exports;
}

/** Writes functions.json (Vietnamese, the default) and functions-en.json. */
class FunctionsMetadataPlugin {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap("FunctionsMetadata", (compilation) => {
      compilation.fileDependencies.add(FUNCTIONS);
      compilation.fileDependencies.add(HELP);
      compilation.hooks.processAssets.tapPromise(
        { name: "FunctionsMetadata", stage: compilation.constructor.PROCESS_ASSETS_STAGE_ADDITIONAL },
        async () => {
          const { en, vi } = await functionsMetadata();
          compilation.emitAsset("functions-en.json", new sources.RawSource(JSON.stringify(en, null, 1)));
          compilation.emitAsset("functions.json", new sources.RawSource(JSON.stringify(vi, null, 1)));
        },
      );
    });
  }
}

module.exports = { FunctionsMetadataPlugin, functionsMetadata };
