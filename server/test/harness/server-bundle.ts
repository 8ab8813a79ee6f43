// The language server with its index worker, bundled for black-box tests.
import { bundleOnce } from "./bundle.ts";

/** The path of the bundled server. */
export async function serverBundle(): Promise<string> {
  await bundleOnce("main.index-worker.ts", "kb-index-worker.js");
  return bundleOnce("main.node.ts", "kb-language-server.js");
}
