/** Offers bytes or text as a file of this name; nothing leaves the machine. */
export function download(name: string, type: string, content: Uint8Array | string): void {
  const url = URL.createObjectURL(new Blob([content as BlobPart], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), KEEP);
}

/** Milliseconds after which a browser has surely begun to save. */
const KEEP = 60_000;
