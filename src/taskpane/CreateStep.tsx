import {
  Button,
  Caption1,
  Card,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  Radio,
  RadioGroup,
  Subtitle2,
  Switch,
  Text,
  tokens,
} from "@fluentui/react-components";
import { ArrowDownloadRegular } from "@fluentui/react-icons/svg/arrow-download";
import { CheckmarkRegular } from "@fluentui/react-icons/svg/checkmark";
import { TableRegular } from "@fluentui/react-icons/svg/table";
import { useEffect, useMemo, useRef, useState } from "react";
import type { Plan } from "../plan/plan";
import type { FormulaDialect } from "../workbook/formula";
import type { SheetKey } from "../workbook/names";
import { trackedYear } from "../workbook/planFacts";
import { AgencyPicker } from "./AgencyPicker";
import { agencyChoices } from "./agencyChoices";
import { ChoiceField, DateField, NumberField } from "./fields";
import type { CreatedBook, OpenBook, SheetPreview } from "./services";
import type { CreateChoices } from "./state";
import { FRAMED_LIST, STEP_BODY, STEP_FOOT, STEP_FRAME } from "./stepLayout";
import { useText } from "./text";

interface CreateStepProps {
  readonly plan: Plan;
  readonly sheets: readonly SheetPreview[];
  readonly choices: CreateChoices;
  readonly books: readonly OpenBook[];
  readonly workbook: boolean;
  readonly kpi: boolean;
  readonly pending: number;
  readonly busy: boolean;
  /** The book whose plan this is and which stands in the workbook: what is made comes beside it. */
  readonly standing?: OpenBook;
  readonly created?: CreatedBook;
  readonly downloaded?: string;
  onChoose(choices: Partial<CreateChoices>): void;
  onCreate(book: number): void;
  onDownload(): void;
  onTrack(): void;
  onSheet(book: number, key: SheetKey): void;
}

const useStyles = makeStyles({
  root: STEP_BODY,
  section: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  sheets: FRAMED_LIST,
  sheet: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto auto",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalS,
    minHeight: "36px",
    paddingLeft: tokens.spacingHorizontalM,
    "& + &": { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  always: { display: "flex", justifyContent: "center", width: "56px", color: tokens.colorNeutralForeground3 },
  message: { whiteSpace: "normal" },
  rows: { color: tokens.colorNeutralForeground3, fontVariantNumeric: "tabular-nums", textAlign: "right" },
  modes: { display: "grid", gap: tokens.spacingVerticalS },
  mode: { padding: tokens.spacingHorizontalS },
  pair: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(min(100%, 180px), 1fr))",
    gap: tokens.spacingHorizontalM,
    alignItems: "start",
    "& > *": { minWidth: 0 },
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  actions: STEP_FOOT,
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  choice: { display: "flex", flexDirection: "column" },
  outer: STEP_FRAME,
});

/** Sheets that a person goes to first. */
const LINKED: readonly SheetKey[] = ["targets", "overview"];

/** Third step: what will be made and where. */
export function CreateStep(props: CreateStepProps) {
  const {
    plan,
    sheets,
    choices,
    books,
    workbook,
    kpi,
    pending,
    busy,
    created,
    downloaded,
    onChoose,
    onCreate,
    onDownload,
    onTrack,
    onSheet,
  } = props;
  const styles = useStyles();
  const { t } = useText();
  const [asking, setAsking] = useState(false);
  const agencies = useMemo(() => agencyChoices(plan), [plan]);
  const wanted = sheets.filter((sheet) => !choices.without.includes(sheet.key));
  const next = Math.max(0, ...books.map((book) => book.book)) + 1;
  const last = books.at(-1);
  // What was done is told above the choices, which are long: it comes into view.
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!(created ?? downloaded) || !body.current) return;
    body.current.scrollTop = 0;
    // The button that was pressed was closed while the book was written, and lost the keyboard.
    if (document.activeElement === document.body) body.current.querySelector<HTMLElement>("[data-next]")?.focus({ preventScroll: true });
  }, [created, downloaded]);
  const beside = props.standing !== undefined;
  const carrying = beside && choices.carry;
  const start = () => {
    if (beside && !created) onCreate(next);
    else if (last) setAsking(true);
    else onCreate(1);
  };
  return (
    <div className={styles.outer}>
      <div ref={body} className={styles.root}>
        {created && (
          <MessageBar intent="success" layout="multiline">
            <MessageBarBody className={styles.message}>
              <MessageBarTitle>{t("create.done", { n: created.sheets })}</MessageBarTitle>{" "}
              {created.dialect !== choices.dialect ? t("create.fellBack") : ""} {t("create.doneText")}
            </MessageBarBody>
            <MessageBarActions>
              <Button data-next size="small" onClick={onTrack}>
                {t("create.toTrack")}
              </Button>
              {LINKED.filter((key) => !choices.without.includes(key)).map((key) => (
                <Button key={key} size="small" onClick={() => onSheet(created.book, key)}>
                  {t("create.toSheet", { name: sheets.find((sheet) => sheet.key === key)?.name ?? "" })}
                </Button>
              ))}
            </MessageBarActions>
          </MessageBar>
        )}
        {downloaded !== undefined && (
          <MessageBar intent="success" layout="multiline">
            <MessageBarBody className={styles.message}>
              <MessageBarTitle>{t("create.downloaded", { name: downloaded })}</MessageBarTitle> {t("create.downloadedText")}
            </MessageBarBody>
          </MessageBar>
        )}
        {pending > 0 && (
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody className={styles.message}>{t("create.pending", { n: pending })}</MessageBarBody>
          </MessageBar>
        )}

        {props.standing && (
          <Switch
            disabled={busy}
            label={
              <span className={styles.choice}>
                <Text>{t("create.carry", { title: props.standing.title })}</Text>
                <Caption1 className={styles.quiet}>{t("create.carryText")}</Caption1>
              </span>
            }
            checked={choices.carry}
            onChange={(_event, data) => onChoose({ carry: data.checked })}
          />
        )}

        <section className={styles.section} aria-labelledby="create-sheets">
          <Subtitle2 as="h2" id="create-sheets">
            {t("create.title")}
          </Subtitle2>
          <ul className={styles.sheets}>
            {sheets.map((sheet) => (
              <li key={sheet.key} className={styles.sheet}>
                <Text>{sheet.name}</Text>
                <Caption1 className={styles.rows}>{sheet.rows > 0 ? t("create.rows", { n: sheet.rows }) : ""}</Caption1>
                {sheet.optional ? (
                  <Switch
                    aria-label={t("create.switch", { name: sheet.name })}
                    disabled={busy}
                    checked={!choices.without.includes(sheet.key)}
                    onChange={(_event, data) =>
                      onChoose({
                        without: data.checked ? choices.without.filter((key) => key !== sheet.key) : [...choices.without, sheet.key],
                      })
                    }
                  />
                ) : (
                  <span className={styles.always} role="img" aria-label={t("create.required")} title={t("create.required")}>
                    <CheckmarkRegular aria-hidden />
                  </span>
                )}
              </li>
            ))}
          </ul>
        </section>

        <section className={styles.pair}>
          <DateField
            label={t("create.asOf")}
            hint={t("create.asOfHint")}
            value={choices.asOf}
            onChange={(asOf) => asOf && onChoose({ asOf })}
          />
          <YearField plan={plan} choices={choices} onChoose={onChoose} />
          <ChoiceField
            label={t("create.scheme")}
            value={choices.periodScheme}
            choices={(["decree-09", "calendar", "plan"] as const).map((scheme) => [scheme, t(`scheme.${scheme}`)] as const)}
            onChange={(periodScheme) => onChoose({ periodScheme })}
          />
        </section>

        {agencies.length > 0 && (
          <AgencyPicker
            agencies={agencies}
            without={choices.withoutAgencies}
            disabled={busy}
            onChange={(withoutAgencies) => onChoose({ withoutAgencies })}
          />
        )}

        <section className={styles.section} aria-labelledby="create-formulas">
          <Subtitle2 as="h2" id="create-formulas">
            {t("create.formulas")}
          </Subtitle2>
          <RadioGroup
            className={styles.modes}
            aria-labelledby="create-formulas"
            value={choices.dialect}
            onChange={(_event, data) => onChoose({ dialect: data.value as FormulaDialect })}
          >
            {(["kpi", "native"] as const).map((dialect) => (
              <Card key={dialect} className={styles.mode} appearance={choices.dialect === dialect ? "filled-alternative" : "outline"}>
                <Radio
                  value={dialect}
                  disabled={dialect === "kpi" && !kpi}
                  label={
                    <span className={styles.choice}>
                      <Text weight="semibold">{t(`create.${dialect}`)}</Text>
                      <Caption1>{t(`create.${dialect}Text`)}</Caption1>
                    </span>
                  }
                />
              </Card>
            ))}
          </RadioGroup>
          <Caption1 className={styles.quiet}>
            {(choices.dialect === "kpi") === kpi ? t(kpi ? "create.kpiDefault" : "create.nativeDefault") : ""} {t("create.fileNote")}
          </Caption1>
        </section>

        <Switch
          label={
            <span className={styles.choice}>
              <Text>{t("create.sample")}</Text>
              <Caption1 className={styles.quiet}>{t(carrying ? "create.sampleCarried" : "create.sampleText")}</Caption1>
            </span>
          }
          disabled={carrying}
          checked={choices.sample && !carrying}
          onChange={(_event, data) => onChoose({ sample: data.checked })}
        />
      </div>

      <div className={styles.actions}>
        {asking && last ? (
          <MessageBar intent="warning" layout="multiline" role="alert">
            <MessageBarBody className={styles.message}>{t("create.exists", { title: last.title })}</MessageBarBody>
            <MessageBarActions>
              <Button
                size="small"
                appearance="primary"
                disabled={busy}
                onClick={() => {
                  setAsking(false);
                  onCreate(next);
                }}
              >
                {t("create.second", { n: next })}
              </Button>
              <Button size="small" onClick={() => setAsking(false)}>
                {t("create.stop")}
              </Button>
            </MessageBarActions>
          </MessageBar>
        ) : (
          <>
            <div className={styles.buttons}>
              <Button appearance="primary" icon={<TableRegular />} disabled={busy || !workbook} onClick={start}>
                {t(beside ? "create.beside" : "create.here")}
              </Button>
              <Button appearance={workbook ? "secondary" : "primary"} icon={<ArrowDownloadRegular />} disabled={busy} onClick={onDownload}>
                {t("create.download")}
              </Button>
            </div>
            <Caption1 className={styles.quiet}>
              {workbook ? t(beside ? "create.besideText" : "create.hereText", { n: wanted.length }) : t("create.noWorkbook")}
            </Caption1>
          </>
        )}
      </div>
    </div>
  );
}

/** The year that the workbook begins with: one of the plan's, or any where the plan has but one. */
function YearField({ plan, choices, onChoose }: Pick<CreateStepProps, "plan" | "choices" | "onChoose">) {
  const { t } = useText();
  const year = trackedYear(plan, choices.asOf, choices.year);
  const first = plan.header.year?.value;
  const last = plan.header.endYear;
  if (first === undefined || last === undefined || last <= first)
    return <NumberField integer label={t("create.year")} value={year} onChange={(next) => isYear(next) && onChoose({ year: next })} />;
  const years = Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
  return (
    <ChoiceField
      label={t("create.year")}
      value={String(year)}
      choices={years.map((one) => [one, one] as const)}
      onChange={(next) => onChoose({ year: Number(next) })}
    />
  );
}

function isYear(value: number | undefined): value is number {
  return value !== undefined && value >= 2000 && value <= 2100;
}
