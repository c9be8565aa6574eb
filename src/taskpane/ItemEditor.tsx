import { Button, Caption1, makeStyles, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger, tokens } from "@fluentui/react-components";
import { ArrowSwapRegular } from "@fluentui/react-icons/svg/arrow-swap";
import { BranchForkRegular } from "@fluentui/react-icons/svg/branch-fork";
import { CheckmarkRegular } from "@fluentui/react-icons/svg/checkmark";
import { DeleteRegular } from "@fluentui/react-icons/svg/delete";
import { EyeRegular } from "@fluentui/react-icons/svg/eye";
import { MergeRegular } from "@fluentui/react-icons/svg/merge";
import { useState } from "react";
import type { CalendarDate } from "../plan/date";
import type { Goal } from "../plan/goal";
import type { Deadline, Plan, ReportDuty, Target, Task } from "../plan/plan";
import type { TextDocument } from "../text/textDocument";
import { AgencyField, ChoiceField, DateField, NumberField, TextField } from "./fields";
import { GoalEditor } from "./GoalEditor";
import type { ReviewItem } from "./items";
import { QuestionCard } from "./QuestionCard";
import { questionsOf } from "./questions";
import { QuoteView } from "./QuoteView";
import type { Edit } from "./services";
import { useText } from "./text";
import { dateWords, readDate } from "./words";

interface ItemEditorProps {
  readonly item: ReviewItem;
  readonly plan: Plan;
  readonly document: TextDocument;
  readonly pending: boolean;
  onEdit(edit: Edit): void;
  /** Shows the words in the text; absent where the text is not shown. */
  onShow?(): void;
}

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM}`,
  },
  pair: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(min(100%, 120px), 1fr))",
    gap: tokens.spacingHorizontalS,
    alignItems: "end",
  },
  words: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** An item in place: its fields with the right controls, its words below, and what can be done with it. */
export function ItemEditor({ item, plan, document, pending, onEdit, onShow }: ItemEditorProps) {
  const styles = useStyles();
  const text = useText();
  const { t } = text;
  const asked = pending ? questionsOf(item, plan, document, text) : [];
  const set = (field: string, value: unknown) => onEdit({ do: "change", item: item.ref, field, value });
  const others = mergePartners(item, plan);
  return (
    <div className={styles.root}>
      {asked.length > 0 && (
        <QuestionCard
          questions={asked}
          onAnswer={(choices) => choices.forEach(({ edit }) => onEdit(edit))}
          {...(asked.some(({ about }) => about === "goal") ? {} : { onAccept: () => onEdit({ do: "accept", item: item.ref }) })}
        />
      )}
      {item.kind === "target" && <TargetFields target={item.value} plan={plan} set={set} />}
      {item.kind === "task" && <TaskFields task={item.value} plan={plan} set={set} />}
      {item.kind === "reportDuty" && <DutyFields duty={item.value} plan={plan} set={set} />}
      <div className={styles.words}>
        <Caption1 className={styles.quiet}>{t("item.words")}</Caption1>
        <QuoteView source={item.source} document={document} />
      </div>
      <div className={styles.actions}>
        {pending && asked.length === 0 && (
          <Button size="small" appearance="primary" icon={<CheckmarkRegular />} onClick={() => onEdit({ do: "accept", item: item.ref })}>
            {t("item.accept")}
          </Button>
        )}
        {onShow && (
          <Button size="small" icon={<EyeRegular />} onClick={onShow}>
            {t("item.goto")}
          </Button>
        )}
        <Button size="small" icon={<BranchForkRegular />} onClick={() => onEdit({ do: "split", item: item.ref })}>
          {t("item.split")}
        </Button>
        {others.length > 0 && (
          <Menu>
            <MenuTrigger disableButtonEnhancement>
              <Button size="small" icon={<MergeRegular />}>
                {t("item.merge")}
              </Button>
            </MenuTrigger>
            <MenuPopover>
              <MenuList aria-label={t("item.mergePick")}>
                {others.map((other) => (
                  <MenuItem key={other.id} onClick={() => onEdit({ do: "merge", item: item.ref, into: { kind: item.kind, id: other.id } })}>
                    {other.id} · {shorten(other.words)}
                  </MenuItem>
                ))}
              </MenuList>
            </MenuPopover>
          </Menu>
        )}
        {item.kind !== "reportDuty" && (
          <Button
            size="small"
            icon={<ArrowSwapRegular />}
            onClick={() => onEdit({ do: "turn", item: item.ref, into: item.kind === "target" ? "task" : "target" })}
          >
            {t(item.kind === "target" ? "item.toTask" : "item.toTarget")}
          </Button>
        )}
        <Button size="small" icon={<DeleteRegular />} onClick={() => onEdit({ do: "drop", item: item.ref })}>
          {t("item.drop")}
        </Button>
      </div>
    </div>
  );
}

interface FieldsProps {
  readonly plan: Plan;
  set(field: string, value: unknown): void;
}

function TargetFields({ target, plan, set }: FieldsProps & { readonly target: Target }) {
  const styles = useStyles();
  const { t } = useText();
  const agencies = plan.agencies.map((agency) => agency.name);
  const [draft, setDraft] = useState({ from: target.goal, goal: target.goal });
  const goal = draft.from === target.goal ? draft.goal : target.goal;
  const changeGoal = (next: Goal) => {
    setDraft({ from: target.goal, goal: next });
    if (isComplete(next)) set("goal", next);
  };
  const parents = plan.targets.filter((other) => other.id !== target.id && other.parent !== target.id);
  return (
    <>
      <TextField multiline label={t("field.measure")} value={target.measure} onChange={(value) => set("measure", value)} />
      <GoalEditor goal={goal} unit={target.unit} onChange={changeGoal} />
      <div className={styles.pair}>
        <TextField label={t("field.unit")} value={target.unit} onChange={(value) => set("unit", value)} />
        <NumberField integer blank label={t("field.horizon")} value={target.horizon} onChange={(value) => set("horizon", value ?? null)} />
        <NumberField
          integer
          blank
          label={t("field.baselineYear")}
          value={target.baselineYear}
          onChange={(value) => set("baselineYear", value ?? null)}
        />
      </div>
      <ChoiceField
        label={t("field.parent")}
        value={target.parent ?? ""}
        choices={[["", t("field.noParent")], ...parents.map((other) => [other.id, `${other.id} · ${shorten(other.measure)}`] as const)]}
        onChange={(value) => set("parent", value || null)}
      />
      <AgencyField label={t("field.leads")} value={target.leads} agencies={agencies} onChange={(value) => set("leads", value)} />
      <AgencyField
        label={t("field.supporters")}
        value={target.supporters}
        agencies={agencies}
        onChange={(value) => set("supporters", value)}
      />
    </>
  );
}

function TaskFields({ task, plan, set }: FieldsProps & { readonly task: Task }) {
  const styles = useStyles();
  const { t, names } = useText();
  const agencies = plan.agencies.map((agency) => agency.name);
  const given = task.deadline?.value;
  const [draft, setDraft] = useState<{ from: Deadline | undefined; kind: Deadline["kind"] }>();
  const kind = draft && draft.from === given ? draft.kind : (given?.kind ?? "unclear");
  const changeKind = (next: Deadline["kind"]) => {
    setDraft({ from: given, kind: next });
    if (next === "continuous" || next === "unclear") set("deadline", { kind: next });
  };
  return (
    <>
      <TextField multiline label={t("field.title")} value={task.title} onChange={(value) => set("title", value)} />
      <AgencyField label={t("field.leads")} value={task.leads} agencies={agencies} onChange={(value) => set("leads", value)} />
      <AgencyField
        label={t("field.supporters")}
        value={task.supporters}
        agencies={agencies}
        onChange={(value) => set("supporters", value)}
      />
      <TextField label={t("field.time")} value={task.time.value} onChange={(value) => set("time", value)} />
      <div className={styles.pair}>
        <ChoiceField
          label={t("field.deadlineKind")}
          value={kind}
          choices={Object.entries(names.deadlines) as [Deadline["kind"], string][]}
          onChange={changeKind}
        />
        {kind === "fixed" && (
          <DateField
            label={t("field.deadline")}
            value={given?.kind === "fixed" ? given.date : undefined}
            onChange={(date) => set("deadline", { kind: "fixed", date })}
          />
        )}
        {kind === "recurring" && (
          <TextField
            label={t("field.every")}
            value={given?.kind === "recurring" ? given.every : ""}
            onChange={(every) => set("deadline", { kind: "recurring", every })}
          />
        )}
        {kind === "conditional" && (
          <TextField
            label={t("field.condition")}
            value={given?.kind === "conditional" ? given.condition : ""}
            onChange={(condition) => set("deadline", { kind: "conditional", condition })}
          />
        )}
        {kind === "by-reference" && (
          <TextField
            label={t("field.document")}
            value={given?.kind === "by-reference" ? given.document : ""}
            onChange={(words) => set("deadline", { kind: "by-reference", document: words })}
          />
        )}
      </div>
      <TextField
        multiline
        label={t("field.deliverable")}
        value={task.deliverable ?? ""}
        onChange={(value) => set("deliverable", value || null)}
      />
    </>
  );
}

function DutyFields({ duty, plan, set }: FieldsProps & { readonly duty: ReportDuty }) {
  const styles = useStyles();
  const { t } = useText();
  const agencies = plan.agencies.map((agency) => agency.name);
  const changeDates = (text: string) => {
    const dates = text
      .split(/[;\n]/)
      .map((part) => part.trim())
      .filter(Boolean)
      .map(readDate);
    if (dates.every((date): date is CalendarDate => date !== undefined)) set("dueDates", dates);
  };
  return (
    <>
      <div className={styles.pair}>
        <TextField label={t("field.frequency")} value={duty.frequency} onChange={(value) => set("frequency", value)} />
        <TextField label={t("field.due")} value={duty.due} onChange={(value) => set("due", value)} />
      </div>
      <TextField label={t("field.dueDates")} value={duty.dueDates.map(dateWords).join("; ")} onChange={changeDates} />
      <AgencyField label={t("field.reporters")} value={duty.reporters} agencies={agencies} onChange={(value) => set("reporters", value)} />
      <AgencyField
        label={t("field.recipients")}
        value={duty.recipients}
        agencies={agencies}
        onChange={(value) => set("recipients", value)}
      />
    </>
  );
}

/** The nearest items of the same kind, before and after: what belongs together stands together. */
function mergePartners(item: ReviewItem, plan: Plan): readonly { id: string; words: string }[] {
  const all =
    item.kind === "target"
      ? plan.targets.map(({ id, measure }) => ({ id, words: measure }))
      : item.kind === "task"
        ? plan.tasks.map(({ id, title }) => ({ id, words: title }))
        : plan.reportDuties.map(({ id, statement }) => ({ id, words: statement }));
  const at = all.findIndex(({ id }) => id === item.ref.id);
  return all.slice(Math.max(0, at - 3), at + 4).filter(({ id }) => id !== item.ref.id);
}

function shorten(words: string): string {
  return words.length > 60 ? `${words.slice(0, 58)}…` : words;
}

function isComplete(goal: Goal): boolean {
  switch (goal.kind) {
    case "deadline":
      return goal.due !== "";
    case "tier":
      return goal.tier.trim() !== "";
    case "milestone":
      return goal.items.length > 0;
    case "maintain":
      return isComplete(goal.of);
    case "two-levels":
      return isComplete(goal.required) && isComplete(goal.aspired);
    case "every":
    case "any":
      return goal.of.every(isComplete);
    default:
      return true;
  }
}
