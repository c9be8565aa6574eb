// Builds src/text/bigrams.json: counts of words and word pairs in the four undamaged seeds and in the names of provinces.
//   node bench/buildWordCounts.mjs [--without NAME] [--out FILE | --out -]
import { readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";

const root = new URL("../", import.meta.url).pathname;
const SEEDS = ["dak-nong-skhcn-2024", "gia-lai-stttt-2024", "lang-son-ubnd-2021", "dak-nong-bqlkcn-2025-2030"];
const PROVINCES =
  "An Giang, Bà Rịa, Vũng Tàu, Bắc Giang, Bắc Kạn, Bạc Liêu, Bắc Ninh, Bến Tre, Bình Định, Bình Dương, Bình Phước, Bình Thuận, Cà Mau, Cần Thơ, Cao Bằng, Đà Nẵng, Đắk Lắk, Đắk Nông, Điện Biên, Đồng Nai, Đồng Tháp, Gia Lai, Hà Giang, Hà Nam, Hà Nội, Hà Tĩnh, Hải Dương, Hải Phòng, Hậu Giang, Hòa Bình, Hồ Chí Minh, Hưng Yên, Khánh Hòa, Kiên Giang, Kon Tum, Lai Châu, Lâm Đồng, Lạng Sơn, Lào Cai, Long An, Nam Định, Nghệ An, Ninh Bình, Ninh Thuận, Phú Thọ, Phú Yên, Quảng Bình, Quảng Nam, Quảng Ngãi, Quảng Ninh, Quảng Trị, Sóc Trăng, Sơn La, Tây Ninh, Thái Bình, Thái Nguyên, Thanh Hóa, Thừa Thiên Huế, Tiền Giang, Trà Vinh, Tuyên Quang, Vĩnh Long, Vĩnh Phúc, Yên Bái, Việt Nam";

const option = (name) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined);
const bundle = join(tmpdir(), `word-counts-${process.pid}.mjs`);
buildSync({ entryPoints: [join(root, "src/text/wordCounts.ts")], bundle: true, format: "esm", outfile: bundle, logLevel: "error" });
const { countWords } = await import(bundle);

const texts = SEEDS.filter((name) => name !== option("--without")).map((name) =>
  readFileSync(join(root, `seeds/${name}.txt`), "utf8").normalize("NFC"),
);
const counts = countWords([...texts, PROVINCES]);
const json = `${JSON.stringify(counts)}\n`;
if (option("--out") === "-") process.stdout.write(json);
else writeFileSync(option("--out") ?? join(root, "src/text/bigrams.json"), json);
