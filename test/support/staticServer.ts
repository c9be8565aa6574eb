import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { frameHtml } from "../../src/workbench/frameHtml.cjs";

const ROOT = join(__dirname, "../..");
const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".xml": "application/xml; charset=utf-8",
};

/** A running server of what `npm run build` made. */
export interface BuiltServer {
  readonly origin: string;
  stop(): Promise<void>;
}

/** Serves the built workbench at /, the built add-in, unchanged but for the frame's one script, at /frame/, and quite unchanged at /pane/. */
export async function serveBuilt(): Promise<BuiltServer> {
  for (const file of ["dist/taskpane.html", "dist-workbench/index.html"])
    if (!existsSync(join(ROOT, file))) throw new Error(`${file} is missing: run "npm run build" first`);
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    if (path === "/favicon.ico") {
      // Browsers ask for it by themselves.
      response.statusCode = 204;
      response.end();
      return;
    }
    if (path === "/frame/taskpane.html") {
      response.setHeader("Content-Type", TYPES[".html"]!);
      response.end(frameHtml(readFileSync(join(ROOT, "dist/taskpane.html"), "utf8")));
      return;
    }
    const shipped = /^\/(?:frame|pane)\//.exec(path);
    const file = shipped ? inside("dist", path.slice(shipped[0].length)) : inside("dist-workbench", path === "/" ? "index.html" : path);
    if (!file || !existsSync(file) || !statSync(file).isFile()) {
      response.statusCode = 404;
      response.end();
      return;
    }
    response.setHeader("Content-Type", TYPES[extname(file)] ?? "application/octet-stream");
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  return { origin: `http://localhost:${(server.address() as AddressInfo).port}`, stop: () => stop(server) };
}

/** The file of a path, or nothing when it points outside the folder. */
function inside(folder: string, path: string): string | undefined {
  const base = join(ROOT, folder);
  const file = normalize(join(base, path));
  return file.startsWith(base) ? file : undefined;
}

function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
