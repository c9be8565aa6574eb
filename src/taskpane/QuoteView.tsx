import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { Source, TextDocument } from "../text/textDocument";
import { quotePieces } from "./items";
import type { QuotePiece } from "./items";
import { useText } from "./text";

interface QuoteViewProps {
  readonly source: Source;
  readonly document: TextDocument;
  /** Long words are cut after some lines; what is asked about them stands below. @default false */
  readonly short?: boolean;
}

const useStyles = makeStyles({
  quote: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalS,
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: "anywhere",
  },
  short: { display: "-webkit-box", WebkitLineClamp: "6", WebkitBoxOrient: "vertical", overflow: "hidden" },
  marked: {
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorPaletteYellowBackground2,
    textDecorationLine: "underline",
    textDecorationStyle: "dotted",
    forcedColorAdjust: "auto",
  },
});

/** The words of the plan that an item came from; marked letters are tinted and underlined. */
export function QuoteView({ source, document, short = false }: QuoteViewProps) {
  const styles = useStyles();
  return (
    <blockquote className={mergeClasses(styles.quote, short && styles.short)}>
      “<MarkedText pieces={quotePieces(source, document)} />”
    </blockquote>
  );
}

interface MarkedTextProps {
  readonly pieces: readonly QuotePiece[];
}

/** Text with its restored or doubtful letters marked. */
export function MarkedText({ pieces }: MarkedTextProps) {
  const styles = useStyles();
  const { t } = useText();
  return pieces.map((piece, index) =>
    piece.mark ? (
      <mark key={index} className={styles.marked} title={t(piece.mark === "restored" ? "review.restored" : "review.doubtful")}>
        {piece.text}
      </mark>
    ) : (
      <span key={index}>{piece.text}</span>
    ),
  );
}
