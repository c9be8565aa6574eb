import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  Caption1,
  Checkbox,
  makeStyles,
  SearchBox,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import type { AgencyChoice } from "./agencyChoices";
import { capitalized } from "../text/vietnamese";
import { foldSearch } from "./items";
import { useText } from "./text";

interface AgencyPickerProps {
  readonly agencies: readonly AgencyChoice[];
  /** Names that are left out. */
  readonly without: readonly string[];
  readonly disabled: boolean;
  onChange(without: readonly string[]): void;
}

/** From this many agencies on they can be searched. */
const MANY = 10;

const useStyles = makeStyles({
  frame: { border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusMedium },
  panel: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, paddingBottom: tokens.spacingVerticalS },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  search: { maxWidth: "none" },
  list: { margin: 0, padding: 0, listStyleType: "none", maxHeight: "320px", overflowY: "auto" },
  label: { display: "flex", flexDirection: "column", overflowWrap: "anywhere" },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** Whose work the workbook follows. */
export function AgencyPicker({ agencies, without, disabled, onChange }: AgencyPickerProps) {
  const styles = useStyles();
  const { t } = useText();
  const [query, setQuery] = useState("");
  const out = new Set(without);
  const chosen = agencies.filter(({ name }) => !out.has(name)).length;
  const wanted = foldSearch(query.trim());
  const shown = agencies.filter(({ name }) => foldSearch(name).includes(wanted));
  return (
    <Accordion collapsible className={styles.frame}>
      <AccordionItem value="agencies">
        <AccordionHeader as="h2" size="small">
          {chosen === agencies.length
            ? t("create.agenciesAll", { n: agencies.length })
            : t("create.agenciesSome", { n: chosen, all: agencies.length })}
        </AccordionHeader>
        <AccordionPanel className={styles.panel}>
          <Caption1 className={styles.quiet}>{t("create.agenciesText")}</Caption1>
          <div className={styles.buttons}>
            <Button size="small" disabled={disabled || chosen === agencies.length} onClick={() => onChange([])}>
              {t("create.agenciesEvery")}
            </Button>
            <Button size="small" disabled={disabled || chosen === 0} onClick={() => onChange(agencies.map(({ name }) => name))}>
              {t("create.agenciesNone")}
            </Button>
          </div>
          {agencies.length > MANY && (
            <SearchBox
              size="small"
              className={styles.search}
              aria-label={t("create.agenciesSearch")}
              placeholder={t("create.agenciesSearch")}
              value={query}
              onChange={(_event, data) => setQuery(data.value)}
            />
          )}
          <ul className={styles.list}>
            {shown.map(({ name, items }) => (
              <li key={name}>
                <Checkbox
                  disabled={disabled}
                  checked={!out.has(name)}
                  label={
                    <span className={styles.label}>
                      {capitalized(name)}
                      <Caption1 className={styles.quiet}>{t("create.agencyItems", { n: items })}</Caption1>
                    </span>
                  }
                  onChange={(_event, data) => onChange(data.checked ? without.filter((other) => other !== name) : [...without, name])}
                />
              </li>
            ))}
          </ul>
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}
