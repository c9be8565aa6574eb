import { Button, Drawer, DrawerBody, DrawerHeader, DrawerHeaderTitle, makeStyles, Text, tokens } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { useEffect, useState } from "react";
import type { Locale } from "../messages";
import { HelpPanel } from "./HelpPanel";
import type { FunctionHelp } from "./functionHelp";
import type { Panel } from "./PaneMenu";
import { useText } from "./text";

interface PanePanelProps {
  readonly panel: Panel | undefined;
  functionHelp(locale: Locale): Promise<readonly FunctionHelp[]>;
  readonly version: string;
  readonly canInsert: boolean;
  onClose(): void;
  onInsert(formula: string): void;
}

const useStyles = makeStyles({
  drawer: { width: "min(420px, 100vw)" },
  text: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
});

/** What the menu opens, over the step. */
export function PanePanel({ panel, functionHelp, version, canInsert, onClose, onInsert }: PanePanelProps) {
  const styles = useStyles();
  const { t, locale } = useText();
  const [functions, setFunctions] = useState<readonly FunctionHelp[]>([]);
  const wanted = panel === "functions";
  useEffect(() => {
    let gone = false;
    if (wanted) void functionHelp(locale).then((help) => gone || setFunctions(help));
    return () => {
      gone = true;
    };
  }, [functionHelp, locale, wanted]);
  return (
    <Drawer
      type="overlay"
      position="end"
      className={styles.drawer}
      open={panel !== undefined}
      onOpenChange={(_event, { open }) => !open && onClose()}
    >
      <DrawerHeader>
        <DrawerHeaderTitle action={<Button appearance="subtle" aria-label={t("close")} icon={<DismissRegular />} onClick={onClose} />}>
          {panel && t(panel === "functions" ? "functions.title" : `menu.${panel}`)}
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody>
        {wanted && functions.length > 0 && <HelpPanel functions={functions} canInsert={canInsert} onInsert={onInsert} />}
        {panel === "help" && (
          <div className={styles.text}>
            <Text>{t("help.steps")}</Text>
            <Text weight="semibold">{t("help.keys")}</Text>
            <Text>{t("help.keysText")}</Text>
          </div>
        )}
        {panel === "about" && (
          <div className={styles.text}>
            <Text weight="semibold">{t("product")}</Text>
            <Text>{t("about.text")}</Text>
            <Text>{t("about.version", { version })}</Text>
          </div>
        )}
      </DrawerBody>
    </Drawer>
  );
}
