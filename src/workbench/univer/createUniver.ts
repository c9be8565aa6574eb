import "./iteratorHelpers";
import { LocaleService, LogLevel, Univer, type IUniverConfig, type Plugin, type PluginCtor } from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { installShims } from "./shims";

type PluginEntry = PluginCtor<Plugin> | readonly [PluginCtor<Plugin>, unknown];

/** Plugins that belong together, as the grid's preset packages list them. */
export interface GridPreset {
  readonly plugins: readonly unknown[];
}

/** The running spreadsheet engine and its programming face. */
export interface UniverInstance {
  readonly univer: Univer;
  readonly api: FUniver;
  dispose(): void;
}

/**
 * Starts the spreadsheet engine from presets. Does what `createUniver` of @univerjs/presets does, without that package: its version 0.25.1
 * installs parts that carry no licence.
 */
export function createUniver(config: Partial<IUniverConfig> & { readonly presets: readonly GridPreset[] }): UniverInstance {
  const { presets, ...rest } = config;
  const univer = new Univer({ logLevel: LogLevel.ERROR, ...rest });
  const plugins = new Map<string, { plugin: PluginCtor<Plugin>; options: unknown }>();
  for (const preset of presets) {
    for (const entry of preset.plugins as readonly PluginEntry[]) {
      const [plugin, options] = (Array.isArray(entry) ? entry : [entry, undefined]) as [PluginCtor<Plugin>, unknown];
      plugins.delete(plugin.pluginName);
      plugins.set(plugin.pluginName, { plugin, options });
    }
  }
  for (const { plugin, options } of plugins.values()) univer.registerPlugin(plugin, options as never);
  const api = FUniver.newAPI(univer);
  const removeShims = installShims(univer);
  return {
    univer,
    api,
    dispose() {
      removeShims();
      const words = univer.__getInjector().get(LocaleService);
      univer.dispose();
      // sheets-formula 0.25.1 asks for a word of progress a second after a calculation began, even when all is gone by then.
      words.t = (key) => key;
    },
  };
}
