import {
  Combobox,
  Field,
  Input,
  Option,
  Select,
  Tag,
  TagGroup,
  Textarea,
  makeStyles,
  mergeClasses,
  tokens,
} from "@fluentui/react-components";
import type { InputProps } from "@fluentui/react-components";
import { useId, useState } from "react";
import type { KeyboardEvent } from "react";
import type { CalendarDate } from "../plan/date";
import { useText } from "./text";
import { dateWords, numberWords, readDate, readNumber } from "./words";

interface CommonProps<T> {
  readonly label: string;
  readonly value: T;
  onChange(value: T): void;
}

const useStyles = makeStyles({
  input: { minWidth: 0, width: "100%" },
  number: { "& input": { textAlign: "right", fontVariantNumeric: "tabular-nums" } },
  select: { minWidth: 0, width: "100%", textOverflow: "ellipsis" },
  tags: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS, paddingBottom: tokens.spacingVerticalXS },
  tag: { maxWidth: "100%", height: "auto", minHeight: "24px", whiteSpace: "normal", overflowWrap: "anywhere" },
});

/** A line of text; told when it is left or Enter is pressed, so that each edit is one step of undo. */
export function TextField({ label, value, onChange, multiline }: CommonProps<string> & { readonly multiline?: boolean }) {
  const styles = useStyles();
  const draft = useDraft(value);
  const commit = () => {
    if (draft.text !== value) onChange(draft.text);
  };
  return (
    <Field label={label} size="small">
      {multiline ? (
        <Textarea
          size="small"
          resize="vertical"
          rows={Math.min(6, Math.max(2, Math.ceil(value.length / 45)))}
          value={draft.text}
          onChange={(_event, data) => draft.set(data.value)}
          onBlur={commit}
        />
      ) : (
        <Input
          size="small"
          className={styles.input}
          value={draft.text}
          onChange={(_event, data) => draft.set(data.value)}
          onBlur={commit}
          onKeyDown={onEnter(commit)}
        />
      )}
    </Field>
  );
}

/** A number in the language's marks; `percent` shows a fraction times 100. Undefined when it is left blank and may be. */
export function NumberField({
  label,
  value,
  onChange,
  percent,
  blank,
  integer,
}: CommonProps<number | undefined> & { readonly percent?: boolean; readonly blank?: boolean; readonly integer?: boolean }) {
  const styles = useStyles();
  const { t, locale } = useText();
  const shown = value === undefined ? "" : integer ? String(value) : numberWords(percent ? value * 100 : value, locale);
  const draft = useDraft(shown);
  const read = integer ? (/^\d+$/.test(draft.text.trim()) ? Number(draft.text) : undefined) : readNumber(draft.text, locale);
  const empty = draft.text.trim() === "";
  const wrong = empty ? !blank : read === undefined;
  const commit = () => {
    if (wrong || draft.text === shown) return;
    const next = read === undefined ? undefined : percent ? Number((read / 100).toPrecision(12)) : read;
    if (next !== value) onChange(next);
  };
  const after: InputProps["contentAfter"] = percent ? "%" : undefined;
  return (
    <Field
      label={label}
      size="small"
      {...(wrong && !empty ? { validationMessage: t("field.badNumber"), validationState: "error" as const } : {})}
    >
      <Input
        size="small"
        inputMode="decimal"
        className={mergeClasses(styles.input, styles.number)}
        contentAfter={after}
        value={draft.text}
        onChange={(_event, data) => draft.set(data.value)}
        onBlur={commit}
        onKeyDown={onEnter(commit)}
      />
    </Field>
  );
}

/** A day typed as dd/mm/yyyy. */
export function DateField({ label, value, onChange, hint }: CommonProps<CalendarDate | undefined> & { readonly hint?: string }) {
  const styles = useStyles();
  const { t } = useText();
  const shown = value ? dateWords(value) : "";
  const draft = useDraft(shown);
  const read = readDate(draft.text);
  const wrong = draft.text.trim() !== "" && !read;
  const commit = () => {
    if (read && read !== value) onChange(read);
  };
  return (
    <Field
      label={label}
      size="small"
      {...(hint ? { hint } : {})}
      {...(wrong ? { validationMessage: t("field.badDate"), validationState: "error" as const } : {})}
    >
      <Input
        size="small"
        className={styles.input}
        placeholder="30/06/2024"
        value={draft.text}
        onChange={(_event, data) => draft.set(data.value)}
        onBlur={commit}
        onKeyDown={onEnter(commit)}
      />
    </Field>
  );
}

/** One of a few values. */
export function ChoiceField<T extends string>({
  label,
  value,
  onChange,
  choices,
}: CommonProps<T> & { readonly choices: readonly (readonly [value: T, words: string])[] }) {
  const styles = useStyles();
  return (
    <Field label={label} size="small">
      <Select
        size="small"
        className={styles.input}
        select={{ className: styles.select }}
        value={value}
        onChange={(_event, data) => onChange(data.value as T)}
      >
        {choices.map(([choice, words]) => (
          <option key={choice} value={choice}>
            {words}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** Several agencies: those of the plan are offered, others can be typed. */
export function AgencyField({
  label,
  value,
  onChange,
  agencies,
}: CommonProps<readonly string[]> & { readonly agencies: readonly string[] }) {
  const styles = useStyles();
  const { t } = useText();
  const [typed, setTyped] = useState("");
  const id = useId();
  const add = (name: string) => {
    setTyped("");
    if (name.trim() && !value.includes(name.trim())) onChange([...value, name.trim()]);
  };
  const offered = agencies.filter(
    (name) => !value.includes(name) && name.toLocaleLowerCase("vi").includes(typed.trim().toLocaleLowerCase("vi")),
  );
  return (
    <div role="group" aria-labelledby={id}>
      <Field label={{ children: label, id }} size="small">
        <Combobox
          size="small"
          freeform
          className={styles.input}
          aria-label={`${label}: ${t("field.addAgency")}`}
          placeholder={t("field.addAgency")}
          value={typed}
          selectedOptions={[]}
          onChange={(event) => setTyped(event.target.value)}
          onOptionSelect={(_event, data) => data.optionValue && add(data.optionValue)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && typed.trim() && offered.length === 0) add(typed);
          }}
          onBlur={() => typed.trim() && add(typed)}
        >
          {offered.map((name) => (
            <Option key={name} value={name}>
              {name}
            </Option>
          ))}
        </Combobox>
      </Field>
      {value.length > 0 && (
        <TagGroup
          className={styles.tags}
          size="small"
          aria-label={label}
          onDismiss={(_event, data) => onChange(value.filter((name) => name !== data.value))}
        >
          {value.map((name) => (
            <Tag
              key={name}
              value={name}
              dismissible
              className={styles.tag}
              dismissIcon={{ "aria-label": t("field.removeAgency", { name }) }}
            >
              {name}
            </Tag>
          ))}
        </TagGroup>
      )}
    </div>
  );
}

/** What is being typed; it starts over when the value changes from outside (undo). */
function useDraft(value: string): { text: string; set(text: string): void } {
  const [draft, setDraft] = useState({ from: value, text: value });
  const current = draft.from === value ? draft : { from: value, text: value };
  return { text: current.text, set: (text) => setDraft({ from: value, text }) };
}

function onEnter(commit: () => void) {
  return (event: KeyboardEvent) => {
    if (event.key === "Enter") commit();
  };
}
