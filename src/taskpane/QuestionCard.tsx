import { Badge, Button, makeStyles, Radio, RadioGroup, Text, tokens } from "@fluentui/react-components";
import { CheckmarkRegular } from "@fluentui/react-icons/svg/checkmark";
import { EditRegular } from "@fluentui/react-icons/svg/edit";
import { useId, useRef, useState } from "react";
import type { Choice, Question } from "./questions";
import { useText } from "./text";

interface QuestionCardProps {
  readonly questions: readonly Question[];
  /** One question or, confirmed together, several are answered. */
  onAnswer(choices: readonly Choice[]): void;
  /** The item is right as it was read; absent where one of the choices says so. */
  onAccept?(): void;
  /** Opens the editor; absent where it is open already. */
  onEdit?(): void;
}

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  question: { display: "flex", flexDirection: "column", alignItems: "stretch", gap: tokens.spacingVerticalXXS },
  choice: { minWidth: 0, borderRadius: tokens.borderRadiusMedium, ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover } },
  radio: { width: "100%" },
  label: { flexGrow: 1, minWidth: 0, overflowWrap: "anywhere" },
  words: { display: "inline-flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalXS },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

/**
 * What is doubtful about an item as questions: the guess stands first, is chosen, and is said to be one. A press on a choice answers; the keyboard
 * goes through the choices with the arrows, and Enter or "Xác nhận" answers.
 */
export function QuestionCard({ questions, onAnswer, onAccept, onEdit }: QuestionCardProps) {
  const styles = useStyles();
  const { t } = useText();
  const [picked, pick] = useState<Readonly<Record<string, string>>>({});
  const chosen = (question: Question): Choice | undefined =>
    question.choices.find(({ words }) => words === picked[question.about]) ?? question.choices.find(({ guess }) => guess);
  const answers = questions.flatMap((question) => chosen(question) ?? []);
  return (
    <div className={styles.root}>
      {questions.map((question) => (
        <QuestionChoices
          key={question.about}
          question={question}
          chosen={chosen(question)}
          onPick={({ words }) => pick((old) => ({ ...old, [question.about]: words }))}
          onAnswer={(choice) => onAnswer([choice])}
        />
      ))}
      <div className={styles.actions}>
        <Button
          size="small"
          appearance="primary"
          icon={<CheckmarkRegular />}
          disabled={answers.length === 0}
          onClick={() => onAnswer(answers)}
        >
          {t("item.accept")}
        </Button>
        {onAccept && (
          <Button size="small" onClick={onAccept}>
            {t("question.leave")}
          </Button>
        )}
        {onEdit && (
          <Button size="small" appearance="subtle" icon={<EditRegular />} onClick={onEdit}>
            {t("question.edit")}
          </Button>
        )}
      </div>
    </div>
  );
}

interface QuestionChoicesProps {
  readonly question: Question;
  readonly chosen: Choice | undefined;
  onPick(choice: Choice): void;
  onAnswer(choice: Choice): void;
}

function QuestionChoices({ question, chosen, onPick, onAnswer }: QuestionChoicesProps) {
  const styles = useStyles();
  const { t } = useText();
  const id = useId();
  // The arrows choose by a click too: only one that began with the pointer answers.
  const pressed = useRef<Choice>(undefined);
  return (
    <div className={styles.question}>
      <Text id={id} size={200} weight="semibold">
        {question.title}
      </Text>
      <RadioGroup
        aria-labelledby={id}
        value={chosen?.words ?? ""}
        onChange={(_event, { value }) => {
          const choice = question.choices.find(({ words }) => words === value);
          if (choice) onPick(choice);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter" && chosen) onAnswer(chosen);
        }}
      >
        {question.choices.map((choice) => (
          <div
            key={choice.words}
            className={styles.choice}
            onPointerDown={() => {
              pressed.current = choice;
            }}
            onClick={() => {
              const answers = pressed.current === choice;
              pressed.current = undefined;
              if (answers) onAnswer(choice);
            }}
          >
            <Radio
              className={styles.radio}
              value={choice.words}
              label={{
                className: styles.label,
                children: (
                  <span className={styles.words}>
                    {choice.words}
                    {choice.guess && (
                      <Badge appearance="outline" color="warning" size="small">
                        {t("question.guess")}
                      </Badge>
                    )}
                  </span>
                ),
              }}
            />
          </div>
        ))}
      </RadioGroup>
    </div>
  );
}
