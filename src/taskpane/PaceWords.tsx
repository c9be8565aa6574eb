import { makeStyles, Text, tokens } from "@fluentui/react-components";
import type { TargetFacts } from "../tracking/evaluation";
import type { TargetPace } from "../tracking/targetPace";
import { figureText, isShare } from "./rowEntry";
import { useText } from "./text";
import { numberWords, percentWords } from "./words";

interface PaceWordsProps {
  readonly pace: TargetPace;
  readonly facts: TargetFacts;
}

const useStyles = makeStyles({ warning: { fontWeight: tokens.fontWeightSemibold } });

/** How a target stands before its horizon: warning, pace and estimate in a sentence or two; nothing where there is nothing to say. */
export function PaceWords({ pace, facts }: PaceWordsProps) {
  const styles = useStyles();
  const { t, locale, names } = useText();
  const { expected, gap, warning, forecast } = pace;
  if (warning === null && forecast === null) return null;
  const points = (share: number): string => numberWords(Math.abs(share) * 100, locale, 1);
  return (
    <Text size={200}>
      {warning !== null && expected !== null && gap !== null && (
        <>
          <span className={styles.warning}>{names.warnings[warning]}: </span>
          {t(gap < 0 ? "pace.behind" : "pace.ahead", {
            rate: percentWords(expected + gap, locale),
            expected: percentWords(expected, locale),
            gap: points(gap),
          })}{" "}
        </>
      )}
      {forecast !== null && t("pace.forecast", { figure: figureWords(forecast) })}
    </Text>
  );

  function figureWords(figure: number): string {
    const text = figureText(isShare(facts) ? Number(figure.toFixed(4)) : Number(figure.toPrecision(6)), facts, locale);
    return [text, isShare(facts) ? "%" : facts.unit].filter(Boolean).join(" ");
  }
}
