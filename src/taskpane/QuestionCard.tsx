import { Badge, Button, makeStyles, Radio, RadioGroup, Text, tokens } from "@fluentui/react-components";
import { CheckmarkRegular } from "@fluentui/react-icons/svg/checkmark";
import { EditRegular } from "@fluentui/react-icons/svg/edit";
import { useState } from "react";
import type { Goal } from "../plan/goal";
import type { Target } from "../plan/plan";
import { useText } from "./text";
import { readingWords } from "./words";

interface QuestionCardProps {
  readonly target: Target;
  /** The answer was given already. */
  readonly answered: boolean;
  onAnswer(goal: Goal | "drop" | "accept"): void;
  /** Opens the editor; absent where it is open already. */
  onEdit?(): void;
}

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  choice: { display: "inline-flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalXS },
});

/** An ambiguous sentence as a question: the readings in plain words, the guess preselected and said to be one. */
export function QuestionCard({ target, answered, onAnswer, onEdit }: QuestionCardProps) {
  const styles = useStyles();
  const { t, locale } = useText();
  const readings = distinct([target.goal, ...target.alternatives]);
  const [choice, setChoice] = useState("0");
  const confirm = () => {
    const goal = readings[Number(choice)];
    onAnswer(choice === "drop" || !goal ? "drop" : choice === "0" ? "accept" : goal);
  };
  return (
    <div className={styles.root}>
      <Text size={200} weight="semibold">
        {t("question.title")}
      </Text>
      <RadioGroup aria-label={t("question.title")} value={choice} onChange={(_event, data) => setChoice(data.value)}>
        {readings.map((goal, index) => (
          <Radio
            key={index}
            value={String(index)}
            label={
              <span className={styles.choice}>
                {readingWords(goal, target.unit, locale, target.baselineYear)}
                {index === 0 && !answered && (
                  <Badge appearance="outline" color="warning" size="small">
                    {t("question.guess")}
                  </Badge>
                )}
              </span>
            }
          />
        ))}
        <Radio value="drop" label={t("question.notTarget")} />
      </RadioGroup>
      <div className={styles.actions}>
        <Button size="small" appearance="primary" icon={<CheckmarkRegular />} onClick={confirm}>
          {t("question.confirm")}
        </Button>
        {onEdit && (
          <Button size="small" icon={<EditRegular />} onClick={onEdit}>
            {t("question.edit")}
          </Button>
        )}
      </div>
    </div>
  );
}

function distinct(goals: readonly Goal[]): readonly Goal[] {
  const seen = new Set<string>();
  return goals.filter((goal) => {
    const key = JSON.stringify(goal);
    return seen.has(key) ? false : seen.add(key);
  });
}
