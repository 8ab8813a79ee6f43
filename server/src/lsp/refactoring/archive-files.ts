// The files of an archive that name articles without being any: index pages, settings, the registry of numbers.
// The index does not hold them; they are few, and found by where they lie.
import { archiveFolderOf } from "../../features/refactor-paths.ts";
import { uriBelow } from "../../host/uris.ts";
import type { RequestContext } from "../request-context.ts";

const INDEX_FOLDER = "id";
const PAGE = "README.md";

/** The archives that files belong to: their workspace folders, and the folders above their shelves. */
export function archivesOf({ workspace }: RequestContext, uris: Iterable<string>): string[] {
  const { archives } = workspace.configuration;
  const found = new Set<string>();
  for (const uri of uris) {
    const root = archives.rootOf(uri);
    const above = archiveFolderOf(uri);
    if (root !== undefined) found.add(root);
    if (above !== undefined && root !== undefined && `${above}/`.startsWith(`${root}/`)) found.add(above);
  }
  return [...found];
}

/** The index pages of archives: `id/<code>/README.md`, and the page at the top. */
export async function indexPages({ workspace }: RequestContext, archives: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  for (const archive of archives) {
    found.add(`${archive}/${PAGE}`);
    for (const uri of await workspace.filesBelow(`${archive}/${INDEX_FOLDER}`)) if (uri.endsWith(".md")) found.add(uri);
  }
  // An index page can be open without being an article; an article that is named like one is not of this kind.
  return [...found].filter((uri) => workspace.index.index.at(uri) === undefined);
}

/** The settings files that hold for any file of the archives that the given files belong to. */
export function settingsFiles({ workspace }: RequestContext, uris: Iterable<string>): string[] {
  const found = new Set<string>();
  for (const uri of uris) {
    const place = workspace.configuration.archives.of(uri);
    for (const path of place?.root.files ?? []) found.add(uriBelow(place?.root.root ?? "", path));
  }
  return [...found];
}

/** The registries of numbers that settings of the given files point to. */
export function registryFiles({ workspace }: RequestContext, uris: Iterable<string>): string[] {
  const found = new Set<string>();
  for (const uri of uris) {
    const place = workspace.configuration.archives.of(uri);
    const registry = place?.config.effective.registry?.value;
    if (place && typeof registry === "string") found.add(uriBelow(place.root.root, registry));
  }
  return [...found];
}
