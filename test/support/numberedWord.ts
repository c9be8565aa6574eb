import { AlignmentType, Document, LevelFormat, Packer, Paragraph } from "docx";
import type { Block } from "../../src/parser/outline";

type Format = (typeof LevelFormat)[keyof typeof LevelFormat];

/** How a label is counted: "II." is the second of "%1." in Roman numerals; undefined for labels that Word does not count ("đ)", "III-"). */
interface Counted {
  readonly format: Format;
  readonly pattern: string;
  readonly count: number;
}

const ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

function countedOf({ kind, label }: Block): Counted | undefined {
  if (kind === "dash" || kind === "plus") return { format: LevelFormat.BULLET, pattern: label, count: 0 };
  const found = /^(?<before>\(?(?:\d{1,2}\.)*)(?<sign>[IVX]+|[A-C]|\d{1,2}|[a-d])(?<after>[.)]{0,2})$/.exec(label)?.groups;
  if (!found) return undefined;
  const pattern = `${found["before"]}%1${found["after"]}`;
  const sign = found["sign"]!;
  if (kind === "roman") return { format: LevelFormat.UPPER_ROMAN, pattern, count: ROMAN.indexOf(sign) + 1 };
  if (kind === "letter") return { format: LevelFormat.UPPER_LETTER, pattern, count: sign.charCodeAt(0) - 64 };
  if (kind === "alpha") return { format: LevelFormat.LOWER_LETTER, pattern, count: sign.charCodeAt(0) - 96 };
  return { format: LevelFormat.DECIMAL, pattern, count: Number(sign) };
}

interface List extends Counted {
  readonly reference: string;
  last: number;
}

/** A Word file whose paragraphs are the blocks of an outline and whose labels are automatic numbers where Word can count them. */
export async function numberedWord(head: readonly Block[], body: readonly Block[], tail: readonly Block[]): Promise<Uint8Array> {
  const lists: List[] = [];
  const paragraphs: Paragraph[] = [];
  const write = (blocks: readonly Block[], depth: number): void => {
    let open: List | undefined;
    for (const block of blocks) {
      const counted = countedOf(block);
      const same = counted && open?.format === counted.format && open.pattern === counted.pattern;
      const list =
        counted === undefined ? undefined : same && counted.count === (counted.count && open!.last + 1) ? open! : openList(counted);
      if (list) {
        list.last = counted!.count;
        open = list;
        paragraphs.push(new Paragraph({ text: block.flow.text, numbering: { reference: list.reference, level: depth } }));
      } else paragraphs.push(new Paragraph(block.whole.text));
      write(block.children, Math.min(depth + 1, 8));
    }
  };
  const openList = (counted: Counted): List => {
    const list = { ...counted, reference: `list-${lists.length}`, last: counted.count };
    lists.push(list);
    return list;
  };
  for (const block of head) paragraphs.push(new Paragraph(block.whole.text));
  write(body, 0);
  for (const block of tail) paragraphs.push(new Paragraph(block.whole.text));
  const level = (list: List, index: number) => ({
    level: index,
    format: list.format,
    text: list.pattern.replace("%1", `%${index + 1}`),
    start: Math.max(1, list.count),
    alignment: AlignmentType.START,
  });
  const file = new Document({
    numbering: {
      config: lists.map((list) => ({ reference: list.reference, levels: Array.from({ length: 9 }, (_, index) => level(list, index)) })),
    },
    sections: [{ children: paragraphs }],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}
