import { createTracking, importPlan } from "../../src/pipeline";
import type { CalendarDate } from "../../src/plan/date";
import { seedPlans } from "../../src/seeds";
import { textWidth } from "../../src/workbook/textMeasure";

/** Pixels of a character of column width, and those that Excel's filter button covers. */
const CHARACTER = 7;
const BUTTON = 17;

test("no header is so narrow that a word of it breaks beside the filter button", async () => {
  const seed = seedPlans.find(({ id }) => id === "khanh-hoa-stttt-2023")!;
  const { value } = await importPlan({ kind: "text", name: seed.id, text: seed.text }, { review: seed.review });
  const { sheets } = createTracking(value!, { asOf: "2023-12-10" as CalendarDate, dialect: "native" });
  const words = sheets
    .filter(({ visibility }) => visibility === "visible")
    .flatMap(({ name, columns, tables }) =>
      tables.flatMap((table) =>
        table.columns.flatMap(({ header }, index) => {
          const room = columns[table.at.column + index]!.width * CHARACTER - (table.showFilter ? BUTTON : 0);
          return header.split(" ").map((word) => ({ at: `${name}: ${header}`, word, over: textWidth(word, 11, true) - room }));
        }),
      ),
    );
  expect(words.length).toBeGreaterThan(100);
  expect(words.filter(({ over }) => over > 0)).toEqual([]);
});
