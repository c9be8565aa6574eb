// Entry of the worker in which pdf.js parses on a page.
import "pdfjs-dist/legacy/build/pdf.worker.mjs";
