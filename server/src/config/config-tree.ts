// All settings files of an archive, and for any of its files which of them hold and what they add up to.
// Files for which the same settings and overrides hold share one value, so that asking costs little more than matching.
import type { ConfigFile } from "./config-file.ts";
import { holdsFor, relativeTo } from "./config-file.ts";
import { type EffectiveConfig, type Layer, mergeLayers, type RunOverrides } from "./effective-config.ts";

/** The settings files of one archive. */
export class ConfigTree {
  /** The settings files, outer folders first. */
  readonly files: readonly ConfigFile[];
  readonly #run: RunOverrides;
  readonly #known = new Map<string, EffectiveConfig>();
  #withoutFiles: EffectiveConfig | undefined;

  constructor(files: readonly ConfigFile[], run: RunOverrides = {}) {
    this.files = [...files].sort((a, b) => a.folder.length - b.folder.length || (a.folder < b.folder ? -1 : 1));
    this.#run = run;
  }

  /** What is in force for a file; the same object for all files that the same settings hold for. */
  effective(path: string): EffectiveConfig {
    if (this.files.length === 0) {
      this.#withoutFiles ??= mergeLayers([], this.#run);
      return this.#withoutFiles;
    }
    let key = "";
    const layers: Layer[] = [];
    this.files.forEach((file, order) => {
      if (!holdsFor(file, path)) return;
      const matching = matchingOverrides(file, path);
      key += `${order}:${matching.join()};`;
      layers.push({ file, overrides: matching.flatMap((at) => file.config.overrides[at] ?? []) });
    });
    const known = this.#known.get(key);
    if (known) return known;
    const merged = mergeLayers(layers, this.#run);
    this.#known.set(key, merged);
    return merged;
  }

  /** The settings file that keeps a file out of the archive by “include” or “exclude”, if one does. */
  excludedBy(path: string): ConfigFile | undefined {
    return this.files.find((file) => holdsFor(file, path) && excludes(file, relativeTo(file, path)));
  }
}

function matchingOverrides(file: ConfigFile, path: string): number[] {
  const { overrides } = file.config;
  if (overrides.length === 0) return [];
  const relative = relativeTo(file, path);
  const matching: number[] = [];
  overrides.forEach((override, at) => {
    if (override.files.some((glob) => glob.matches(relative))) matching.push(at);
  });
  return matching;
}

function excludes({ config }: ConfigFile, relative: string): boolean {
  if (config.exclude?.value.some((glob) => glob.matches(relative))) return true;
  return config.include !== undefined && !config.include.value.some((glob) => glob.matches(relative));
}
