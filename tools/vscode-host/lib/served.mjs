// A VS Code server with the extension installed in it for people and for pictures.
// The extension is linked, not packaged, so that a new build shows after a reload of the page.
import { join } from "node:path";
import { startServer } from "./server.mjs";
import { linkExtension, seedSettings } from "./workbench.mjs";

/** Starts a server that has `extension` installed. */
export async function serveExtension({ lifetime, extension, settings }) {
  const scratch = await lifetime.temporaryFolder("kb-vscode-");
  const places = {
    dataFolder: join(scratch, "server"),
    userFolder: join(scratch, "user"),
    extensionsFolder: join(scratch, "extensions"),
  };
  await seedSettings(places.userFolder, settings);
  await linkExtension(places.extensionsFolder, extension);
  return startServer({ lifetime, ...places });
}
