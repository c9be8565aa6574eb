import { Button, Field, makeStyles, MessageBar, MessageBarActions, MessageBarBody, Select, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { UnlistedAgency } from "../workbook/unlistedAgencies";
import type { RenamedNote } from "./state";
import { useText } from "./text";

interface UnlistedAgenciesProps {
  readonly unlisted: readonly UnlistedAgency[];
  /** Names that Danh mục lists. */
  readonly agencies: readonly string[];
  readonly busy: boolean;
  readonly renamed?: RenamedNote;
  onRename(from: string, to: string): void;
  onUndo(): void;
}

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  message: { whiteSpace: "normal", display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, minWidth: 0 },
  select: { minWidth: 0, width: "100%", textOverflow: "ellipsis" },
});

/** Names shown at once; the others come up as these are settled. */
const MOST = 3;

/** Rows whose agency Danh mục does not list: what is wrong, and the name that can take its place. */
export function UnlistedAgencies({ unlisted, agencies, busy, renamed, onRename, onUndo }: UnlistedAgenciesProps) {
  const styles = useStyles();
  const { t } = useText();
  if (unlisted.length === 0 && !renamed) return null;
  return (
    <div className={styles.root}>
      {renamed && (
        <MessageBar intent="success" layout="multiline">
          <MessageBarBody className={styles.message}>
            {t("unlisted.done", { from: renamed.from, to: renamed.to, n: renamed.cells })}
          </MessageBarBody>
          <MessageBarActions>
            <Button size="small" disabled={busy} onClick={onUndo}>
              {t("unlisted.undo")}
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
      {unlisted.slice(0, MOST).map((agency) => (
        <UnlistedName key={agency.name} agency={agency} agencies={agencies} busy={busy} onRename={onRename} />
      ))}
      {unlisted.length > MOST && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody className={styles.message}>{t("unlisted.more", { n: unlisted.length - MOST })}</MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}

interface UnlistedNameProps extends Pick<UnlistedAgenciesProps, "agencies" | "busy" | "onRename"> {
  readonly agency: UnlistedAgency;
}

function UnlistedName({ agency, agencies, busy, onRename }: UnlistedNameProps) {
  const styles = useStyles();
  const { t } = useText();
  const [chosen, setChosen] = useState<string>();
  const to = chosen ?? agency.listed ?? "";
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody className={styles.message}>
        <span>{t("unlisted.text", { name: agency.name, n: agency.rows })}</span>
        <Field size="small" label={t("unlisted.to", { name: agency.name })} hint={t("unlisted.how")}>
          <Select size="small" select={{ className: styles.select }} value={to} onChange={(_event, data) => setChosen(data.value)}>
            <option value="" disabled>
              {t("unlisted.choose")}
            </option>
            {agencies.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" disabled={busy || to === ""} onClick={() => onRename(agency.name, to)}>
          {t("unlisted.rename")}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
