import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, tokens } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { describe } from "../messages";
import type { MessageAction, MessageText } from "../messages";
import type { Notice } from "./state";
import { useText } from "./text";

interface MessageBarListProps {
  readonly notices: readonly Notice[];
  onAction(action: MessageAction, notice: Notice): void;
  onDismiss(id: number): void;
}

const useStyles = makeStyles({
  list: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    maxHeight: "40vh",
    overflowY: "auto",
    flexShrink: 0,
  },
  body: { whiteSpace: "normal", overflowWrap: "anywhere", paddingTop: tokens.spacingVerticalXS, paddingBottom: tokens.spacingVerticalXS },
});

/** Messages that stay until dismissed, each with the one action that helps. */
export function MessageBarList({ notices, onAction, onDismiss }: MessageBarListProps) {
  const styles = useStyles();
  const { t, locale } = useText();
  if (notices.length === 0) return null;
  return (
    <section className={styles.list} aria-label={t("messages")}>
      {notices.map((notice) => {
        const { message } = notice;
        const failed = "failure" in message;
        const words: MessageText = failed
          ? { title: t("failed.title"), text: t("failed.text"), action: "copy-details" }
          : describe(message, locale);
        return (
          <MessageBar key={notice.id} layout="multiline" intent={failed ? "error" : message.severity}>
            <MessageBarBody className={styles.body}>
              <MessageBarTitle>{words.title}</MessageBarTitle> {words.text}
            </MessageBarBody>
            <MessageBarActions
              containerAction={
                <Button
                  appearance="transparent"
                  size="small"
                  icon={<DismissRegular />}
                  aria-label={`${t("dismiss")}: ${words.title}`}
                  onClick={() => onDismiss(notice.id)}
                />
              }
            >
              {actionsOf(words, notice).map((action) => (
                <Button key={action} size="small" onClick={() => onAction(action, notice)}>
                  {t(`action.${action}`)}
                </Button>
              ))}
            </MessageBarActions>
          </MessageBar>
        );
      })}
    </section>
  );
}

/** The one action of a message; "try again" only where something can be tried again, and beside the details for those who try in vain. */
function actionsOf({ action }: MessageText, { retry }: Notice): readonly MessageAction[] {
  const again: readonly MessageAction[] = retry === undefined ? [] : ["retry"];
  if (action === undefined || action === "retry") return again;
  return action === "copy-details" ? [...again, action] : [action];
}
