import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  Caption1,
  makeStyles,
  mergeClasses,
  SearchBox,
  Text,
  tokens,
} from "@fluentui/react-components";
import { MathFormulaRegular } from "@fluentui/react-icons/svg/math-formula";
import { useState } from "react";
import type { FunctionHelp } from "./functionHelp";
import { foldSearch } from "./items";
import { useText } from "./text";

interface HelpPanelProps {
  readonly functions: readonly FunctionHelp[];
  /** A cell of an open workbook can be written. */
  readonly canInsert: boolean;
  onInsert(formula: string): void;
}

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  code: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200, overflowWrap: "anywhere" },
  panel: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: tokens.spacingVerticalS,
    margin: `0 0 ${tokens.spacingVerticalM}`,
  },
  parameters: {
    margin: 0,
    display: "grid",
    gridTemplateColumns: "minmax(72px, auto) minmax(0, 1fr)",
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXXS,
  },
  words: { margin: 0 },
  example: {
    width: "100%",
    boxSizing: "border-box",
    padding: tokens.spacingHorizontalS,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
  },
  search: { maxWidth: "none" },
});

/** The KPI functions with search, parameters and an example for the selected cell. */
export function HelpPanel({ functions, canInsert, onInsert }: HelpPanelProps) {
  const styles = useStyles();
  const { t } = useText();
  const [query, setQuery] = useState("");
  const wanted = foldSearch(query.trim());
  const shown = functions.filter((entry) => foldSearch(`${entry.name} ${entry.description}`).includes(wanted));
  return (
    <div className={styles.root}>
      <SearchBox
        className={styles.search}
        placeholder={t("functions.search")}
        aria-label={t("functions.search")}
        value={query}
        onChange={(_event, data) => setQuery(data.value)}
      />
      {shown.length === 0 && <Text>{t("functions.none", { query: query.trim() })}</Text>}
      <Accordion collapsible>
        {shown.map((entry) => (
          <AccordionItem key={entry.name} value={entry.name}>
            <AccordionHeader>
              <Text className={styles.code} weight="semibold">
                {entry.name}
              </Text>
            </AccordionHeader>
            <AccordionPanel className={styles.panel}>
              <Text>{entry.description}</Text>
              {entry.parameters.length > 0 && (
                <>
                  <Caption1>{t("functions.parameters")}</Caption1>
                  <dl className={styles.parameters}>
                    {entry.parameters.map((parameter) => (
                      <Parameter key={parameter.name} parameter={parameter} />
                    ))}
                  </dl>
                </>
              )}
              <Caption1>{t("functions.examples")}</Caption1>
              <code className={mergeClasses(styles.code, styles.example)}>{entry.example}</code>
              <Text>→ {entry.result}</Text>
              {canInsert && (
                <Button size="small" icon={<MathFormulaRegular />} onClick={() => onInsert(entry.example)}>
                  {t("functions.insert")}
                </Button>
              )}
            </AccordionPanel>
          </AccordionItem>
        ))}
      </Accordion>
    </div>
  );
}

function Parameter({ parameter }: { readonly parameter: FunctionHelp["parameters"][number] }) {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.code}>{parameter.name}</dt>
      <dd className={styles.words}>
        <Caption1>{parameter.description}</Caption1>
      </dd>
    </>
  );
}
