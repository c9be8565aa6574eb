import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { Component } from "react";
import type { ReactNode } from "react";
import { useText } from "./text";

interface FaultBoundaryProps {
  readonly children: ReactNode;
}

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
  },
});

/** Keeps a fault of the pane from leaving a blank page: it says that the sheets are safe and what to press. */
export class FaultBoundary extends Component<FaultBoundaryProps, { readonly detail?: string }> {
  override state: { readonly detail?: string } = {};

  static getDerivedStateFromError(error: unknown): { detail: string } {
    return { detail: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
  }

  override render(): ReactNode {
    return this.state.detail === undefined ? this.props.children : <Fault detail={this.state.detail} />;
  }
}

function Fault({ detail }: { readonly detail: string }) {
  const styles = useStyles();
  const { t } = useText();
  return (
    <div className={styles.root} role="alert">
      <Text weight="semibold">{t("fault.title")}</Text>
      <Text>{t("fault.text")}</Text>
      <Text size={200} font="monospace">
        {detail}
      </Text>
      <Button appearance="primary" onClick={() => window.location.reload()}>
        {t("fault.reload")}
      </Button>
    </div>
  );
}
