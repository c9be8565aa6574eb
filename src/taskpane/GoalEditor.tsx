import { Button, Checkbox, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Baseline, Goal, GoalKind } from "../plan/goal";
import { ChoiceField, DateField, NumberField, TextField } from "./fields";
import { useText } from "./text";
import { readDate } from "./words";

interface GoalEditorProps {
  readonly goal: Goal;
  readonly unit: string;
  onChange(goal: Goal): void;
}

const useStyles = makeStyles({
  grid: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(min(100%, 120px), 1fr))",
    gap: tokens.spacingHorizontalS,
    alignItems: "end",
  },
  wide: { gridColumn: "1 / -1" },
  part: { gridColumn: "1 / -1", paddingLeft: tokens.spacingHorizontalS, borderLeft: `2px solid ${tokens.colorNeutralStroke2}` },
});

/** Kind of a goal and the values that this kind has. */
export function GoalEditor({ goal, unit, onChange }: GoalEditorProps) {
  const styles = useStyles();
  const { names } = useText();
  const kinds = Object.entries(names.goalKinds) as [GoalKind, string][];
  const { t } = useText();
  return (
    <div className={styles.grid}>
      <div className={styles.wide}>
        <ChoiceField label={t("field.kind")} value={goal.kind} choices={kinds} onChange={(kind) => onChange(changeKind(goal, kind))} />
      </div>
      <GoalValues goal={goal} unit={unit} onChange={onChange} />
    </div>
  );
}

function GoalValues({ goal, unit, onChange }: GoalEditorProps): ReactNode {
  const styles = useStyles();
  const { t } = useText();
  const percent = unit === "%";
  const nested = (inner: Goal, label: string, set: (next: Goal) => void, key: string | number = label) => (
    <div key={key} className={styles.part} role="group" aria-label={label}>
      <GoalEditor goal={inner} unit={unit} onChange={set} />
    </div>
  );
  const baseline = (value: Baseline | undefined, set: (next: Baseline | undefined) => void) => (
    <NumberField
      integer
      blank
      label={t("field.baselineYear")}
      value={value?.year}
      onChange={(year) => set(year === undefined ? undefined : { ...value, year })}
    />
  );
  switch (goal.kind) {
    case "at-least":
    case "at-most":
    case "more-than":
    case "less-than":
      return (
        <NumberField
          label={t("field.level")}
          percent={percent}
          value={goal.level}
          onChange={(level) => level !== undefined && onChange({ ...goal, level })}
        />
      );
    case "all":
      return null;
    case "between":
      return (
        <>
          <NumberField
            label={t("field.low")}
            percent={percent}
            value={goal.low}
            onChange={(low) => low !== undefined && onChange({ ...goal, low })}
          />
          <NumberField
            label={t("field.high")}
            percent={percent}
            value={goal.high}
            onChange={(high) => high !== undefined && onChange({ ...goal, high })}
          />
          <Checkbox
            className={styles.wide}
            label={t("field.hard")}
            checked={goal.hard}
            onChange={(_event, data) => onChange({ ...goal, hard: data.checked === true })}
          />
        </>
      );
    case "increase":
    case "decrease": {
      const share = goal.as === "percent" || percent;
      const [low, high] = typeof goal.by === "number" ? [goal.by, undefined] : goal.by;
      const set = (from: number | undefined, to: number | undefined) =>
        from !== undefined && onChange({ ...goal, by: to === undefined ? from : [from, to] });
      return (
        <>
          <NumberField
            label={high === undefined ? t("field.by") : t("field.low")}
            percent={share}
            value={low}
            onChange={(from) => set(from, high)}
          />
          {high !== undefined && <NumberField label={t("field.high")} percent={share} value={high} onChange={(to) => set(low, to)} />}
          <ChoiceField
            label={t("field.as")}
            value={goal.as}
            choices={[
              ["percent", t("field.percent")],
              ["points", t("field.points")],
            ]}
            onChange={(as) => onChange({ ...goal, as })}
          />
          {baseline(goal.baseline, (next) => onChange(withBaseline(goal, next)))}
        </>
      );
    }
    case "improve":
      return (
        <>
          <ChoiceField
            label={t("field.direction")}
            value={goal.direction ?? "up"}
            choices={[
              ["up", t("field.up")],
              ["down", t("field.down")],
            ]}
            onChange={(direction) => onChange({ ...goal, direction })}
          />
          {baseline(goal.baseline, (next) => onChange(withBaseline(goal, next)))}
        </>
      );
    case "rank-up":
      return (
        <>
          <NumberField
            label={t("field.steps")}
            value={figureOf(goal)}
            onChange={(steps) => steps !== undefined && onChange({ ...goal, steps })}
          />
          {baseline(goal.baseline, (next) => onChange(withBaseline(goal, next)))}
        </>
      );
    case "top":
      return (
        <NumberField
          label={t("field.limit")}
          value={goal.limit}
          onChange={(limit) => limit !== undefined && onChange({ ...goal, limit })}
        />
      );
    case "tier":
      return <TextField label={t("field.tier")} value={goal.tier} onChange={(tier) => onChange({ ...goal, tier })} />;
    case "times-at-least":
    case "times-at-most":
      return (
        <>
          <NumberField
            label={t("field.times")}
            value={goal.times}
            onChange={(times) => times !== undefined && onChange({ ...goal, times })}
          />
          <TextField label={t("field.per")} value={goal.per} onChange={(per) => onChange({ ...goal, per })} />
        </>
      );
    case "maintain":
      return nested(goal.of, t("field.level"), (of) => onChange({ ...goal, of }));
    case "milestone":
      return (
        <div className={styles.wide}>
          <TextField
            multiline
            label={t("field.items")}
            value={goal.items.join("\n")}
            onChange={(text) =>
              onChange({
                ...goal,
                items: text
                  .split("\n")
                  .map((item) => item.trim())
                  .filter(Boolean),
              })
            }
          />
        </div>
      );
    case "deadline":
      return <DateField label={t("field.deadline")} value={readDate(goal.due)} onChange={(due) => due && onChange({ ...goal, due })} />;
    case "two-levels":
      return [
        nested(goal.required, t("field.required"), (required) => onChange({ ...goal, required })),
        nested(goal.aspired, t("field.aspired"), (aspired) => onChange({ ...goal, aspired })),
      ];
    case "every":
    case "any":
      return (
        <>
          {goal.of.map((part, index) =>
            nested(
              part,
              t("field.part", { n: index + 1 }),
              (next) => onChange({ ...goal, of: goal.of.map((other, at) => (at === index ? next : other)) }),
              index,
            ),
          )}
          <Button
            size="small"
            className={styles.wide}
            onClick={() => onChange({ ...goal, of: [...goal.of, { kind: "at-least", level: 1 }] })}
          >
            + {t("field.part", { n: goal.of.length + 1 })}
          </Button>
        </>
      );
  }
}

function withBaseline<T extends { readonly baseline?: Baseline }>(goal: T, baseline: Baseline | undefined): T {
  const { baseline: _old, ...rest } = goal;
  return { ...rest, ...(baseline ? { baseline } : {}) } as T;
}

/** A goal of another kind that keeps the figure, the base and the parts that both kinds know. */
export function changeKind(goal: Goal, kind: GoalKind): Goal {
  if (goal.kind === kind) return goal;
  const figure = figureOf(goal);
  const base = "baseline" in goal && goal.baseline ? { baseline: goal.baseline } : {};
  const plain: Goal = { kind: "at-least", level: figure };
  switch (kind) {
    case "at-least":
    case "at-most":
    case "more-than":
    case "less-than":
      return { kind, level: figure };
    case "all":
      return { kind, level: 1 };
    case "between":
      return { kind, low: figure, high: figure, hard: false };
    case "increase":
    case "decrease":
      return { kind, by: figure, as: "as" in goal ? goal.as : "percent", ...base };
    case "improve":
      return { kind, direction: "up", ...base };
    case "rank-up":
      return { kind, steps: Math.max(1, Math.round(figure)), ...base };
    case "top":
      return { kind, limit: Math.max(1, Math.round(figure)) };
    case "tier":
      return { kind, tier: "" };
    case "times-at-least":
    case "times-at-most":
      return { kind, times: Math.max(1, Math.round(figure)), per: "per" in goal ? goal.per : "" };
    case "maintain":
      return { kind, of: isNested(goal) ? plain : goal };
    case "milestone":
      return { kind, items: [] };
    case "deadline":
      return { kind, due: "" };
    case "two-levels":
      return { kind, required: isNested(goal) ? plain : goal, aspired: isNested(goal) ? plain : goal };
    case "every":
    case "any":
      return { kind, of: "of" in goal && Array.isArray(goal.of) ? (goal.of as readonly Goal[]) : [isNested(goal) ? plain : goal, plain] };
  }
}

function isNested(goal: Goal): boolean {
  return goal.kind === "maintain" || goal.kind === "two-levels" || goal.kind === "every" || goal.kind === "any";
}

function figureOf(goal: Goal): number {
  switch (goal.kind) {
    case "between":
      return goal.low;
    case "increase":
    case "decrease":
      return typeof goal.by === "number" ? goal.by : goal.by[0];
    case "rank-up":
      return typeof goal.steps === "number" ? goal.steps : goal.steps[0];
    case "top":
      return goal.limit;
    case "times-at-least":
    case "times-at-most":
      return goal.times;
    case "maintain":
      return figureOf(goal.of);
    case "two-levels":
      return figureOf(goal.required);
    default:
      return "level" in goal ? goal.level : 1;
  }
}
