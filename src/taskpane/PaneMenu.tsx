import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger, Tooltip, useRestoreFocusTarget } from "@fluentui/react-components";
import { InfoRegular } from "@fluentui/react-icons/svg/info";
import { LocalLanguageRegular } from "@fluentui/react-icons/svg/local-language";
import { MathFormulaRegular } from "@fluentui/react-icons/svg/math-formula";
import { NavigationRegular } from "@fluentui/react-icons/svg/navigation";
import { QuestionCircleRegular } from "@fluentui/react-icons/svg/question-circle";
import { useText } from "./text";

/** What the menu opens beside the step. */
export type Panel = "functions" | "help" | "about";

interface PaneMenuProps {
  onPanel(panel: Panel): void;
  onLanguage(): void;
}

/** Menu of the header: functions, help, language, about. */
export function PaneMenu({ onPanel, onLanguage }: PaneMenuProps) {
  const { t, locale } = useText();
  // What the menu opens gives the focus back to its button: the item that was pressed is gone by then.
  const comesBack = useRestoreFocusTarget();
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Tooltip content={t("menu")} relationship="label">
          <Button appearance="subtle" icon={<NavigationRegular />} {...comesBack} />
        </Tooltip>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem icon={<MathFormulaRegular />} onClick={() => onPanel("functions")}>
            {t("menu.functions")}
          </MenuItem>
          <MenuItem icon={<QuestionCircleRegular />} onClick={() => onPanel("help")}>
            {t("menu.help")}
          </MenuItem>
          <MenuItem icon={<LocalLanguageRegular />} lang={locale === "vi" ? "en" : "vi"} onClick={onLanguage}>
            {t("menu.language")}
          </MenuItem>
          <MenuItem icon={<InfoRegular />} onClick={() => onPanel("about")}>
            {t("menu.about")}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
