import { Badge, Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { CheckmarkRegular } from "@fluentui/react-icons/svg/checkmark";
import { EditRegular } from "@fluentui/react-icons/svg/edit";
import { useId } from "react";
import type { Choice, Question } from "./questions";
import { useText } from "./text";

interface QuestionCardProps {
  readonly questions: readonly Question[];
  onAnswer(choice: Choice, question: Question): void;
  /** The item is right as it was read; absent where one of the choices says so. */
  onAccept?(): void;
  /** Opens the editor; absent where it is open already. */
  onEdit?(): void;
}

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  question: { display: "flex", flexDirection: "column", alignItems: "stretch", gap: tokens.spacingVerticalXS },
  choice: { justifyContent: "flex-start", textAlign: "left", fontWeight: tokens.fontWeightRegular, minWidth: 0, overflowWrap: "anywhere" },
  words: { display: "inline-flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalXS },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

/** What is doubtful about an item as questions whose answers are one press each; the guess stands first and is said to be one. */
export function QuestionCard({ questions, onAnswer, onAccept, onEdit }: QuestionCardProps) {
  const styles = useStyles();
  const { t } = useText();
  return (
    <div className={styles.root}>
      {questions.map((question) => (
        <QuestionChoices key={question.about} question={question} onAnswer={(choice) => onAnswer(choice, question)} />
      ))}
      {(onAccept ?? onEdit) && (
        <div className={styles.actions}>
          {onAccept && (
            <Button size="small" icon={<CheckmarkRegular />} onClick={onAccept}>
              {t("question.leave")}
            </Button>
          )}
          {onEdit && (
            <Button size="small" appearance="subtle" icon={<EditRegular />} onClick={onEdit}>
              {t("question.edit")}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

function QuestionChoices({ question, onAnswer }: { readonly question: Question; onAnswer(choice: Choice): void }) {
  const styles = useStyles();
  const { t } = useText();
  const id = useId();
  return (
    <div className={styles.question} role="group" aria-labelledby={id}>
      <Text id={id} size={200} weight="semibold">
        {question.title}
      </Text>
      {question.choices.map((choice) => (
        <Button key={choice.words} size="small" className={styles.choice} onClick={() => onAnswer(choice)}>
          <span className={styles.words}>
            {choice.words}
            {choice.guess && (
              <Badge appearance="outline" color="warning" size="small">
                {t("question.guess")}
              </Badge>
            )}
          </span>
        </Button>
      ))}
    </div>
  );
}
