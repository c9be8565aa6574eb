const TONES = ["", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"];
const ONSETS = " b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x".split(" ");

/** Rimes of the orthography; "^" stands before the vowel that carries the tone. Both placements of oa, oe and uy are written. */
const RIMES = (
  "^a ^ai ^ao ^au ^ay ^âu ^ây ^am ^an ^ang ^anh ^ap ^at ^ac ^ach ^ăm ^ăn ^ăng ^ăp ^ăt ^ăc ^âm ^ân ^âng ^âp ^ât ^âc ^e ^eo ^em ^en ^eng ^ep ^et ^ec " +
  "^ê ^êu ^êm ^ên ^ênh ^êp ^êt ^êch ^i ^iu ^im ^in ^inh ^ip ^it ^ich ^ia i^êu i^êm i^ên i^êng i^êp i^êt i^êc ^o ^oi ^om ^on ^ong ^op ^ot ^oc ^oong " +
  "^ô ^ôi ^ôm ^ôn ^ông ^ôp ^ôt ^ôc ^ơ ^ơi ^ơm ^ơn ^ơp ^ơt ^u ^ui ^um ^un ^ung ^up ^ut ^uc ^ua u^ôi u^ôm u^ôn u^ông u^ôt u^ôc " +
  "^ư ^ưi ^ưu ^ưm ^ưn ^ưng ^ưt ^ưc ^ưa ư^ơi ư^ơu ư^ơm ư^ơn ư^ơng ư^ơp ư^ơt ư^ơc ^y y^êu y^êm y^ên y^êng y^êt " +
  "o^a o^ai o^ao o^ay o^am o^an o^ang o^anh o^ap o^at o^ac o^ach o^ăm o^ăn o^ăng o^ăt o^ăc o^e o^eo o^en o^et " +
  "u^ê u^ênh u^êch u^ên u^ât u^ân u^âng u^ây u^ơ u^y u^ya u^yu u^ynh u^yt u^ych uy^ên uy^êt ^oa ^oe ^uy"
).split(" ");

/** Forms that the rules below leave out: gi and qu merge with the rime. */
const IRREGULAR =
  "gì gìn gỉ gí gia giá già giả giã giạ giếng giết quy quý quỹ quỳ quỷ quỵ quyên quyền quyển quyết quyến quyện quyệt quýt quỳnh uỷ ủy quốc pin".split(
    " ",
  );

let known: ReadonlySet<string> | undefined;

/** All syllables that Vietnamese orthography allows, lower case, NFC: generated from onset, rime and tone, so that no word list is needed. */
export function vietnameseSyllables(): ReadonlySet<string> {
  if (known) return known;
  const syllables = new Set(IRREGULAR.map((syllable) => syllable.normalize("NFC")));
  for (const onset of ONSETS) {
    for (const marked of RIMES) {
      const rime = marked.replace("^", "");
      if (!fits(onset, rime)) continue;
      const at = marked.indexOf("^");
      // A syllable that ends in c, ch, p, t has only the acute and the dot.
      const stopped = /(?:ch|[cpt])$/.test(rime);
      for (const tone of TONES) {
        if (stopped && tone !== "\u0301" && tone !== "\u0323") continue;
        syllables.add((onset + marked.slice(0, at) + marked[at + 1]! + tone + marked.slice(at + 2)).normalize("NFC"));
      }
    }
  }
  known = syllables;
  return syllables;
}

/** Spelling rules: k, gh, ngh before i, e, ê; c, g, ng before the others; iê is yê without an onset. */
function fits(onset: string, rime: string): boolean {
  const front = /^[ieêy]/.test(rime);
  if ((onset === "c" || onset === "ng") && front) return false;
  if (onset === "g" && front && !rime.startsWith("i")) return false;
  if ((onset === "k" || onset === "gh" || onset === "ngh") && !front) return false;
  if (onset === "") return !/^iê[umnptc]/.test(rime);
  if (/^yê/.test(rime) && onset !== "qu") return false;
  return onset !== "qu" || !/^(?:u|o|ư|ô(?!c))/.test(rime);
}

/** True for a word that can be a Vietnamese syllable, in any case. */
export function isSyllable(word: string): boolean {
  return vietnameseSyllables().has(word.toLowerCase());
}
