import type * as Pdfjs from "pdfjs-dist/legacy/build/pdf.mjs";

/** pdf.js, ready to open documents. */
export type PdfEngine = typeof Pdfjs;

let engine: Promise<PdfEngine> | undefined;

/** Loads pdf.js when the first PDF is opened: on a page with its own worker, elsewhere in the same thread. */
export function loadPdfEngine(): Promise<PdfEngine> {
  engine ??= load();
  return engine;
}

async function load(): Promise<PdfEngine> {
  const pdfjs = await import("pdfjs-dist/legacy/build/pdf.mjs");
  if (typeof window === "undefined" || typeof Worker === "undefined") {
    // pdf.js takes its worker from here instead of loading a file by its path, which a bundle does not have.
    (globalThis as { pdfjsWorker?: unknown }).pdfjsWorker = await import("pdfjs-dist/legacy/build/pdf.worker.mjs");
  } else {
    pdfjs.GlobalWorkerOptions.workerPort = new Worker(new URL("./pdfWorker.ts", import.meta.url), { type: "module" });
  }
  return pdfjs;
}
