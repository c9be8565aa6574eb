import {
  FluentProvider,
  makeStyles,
  mergeClasses,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Subtitle2,
  Tab,
  TabList,
  tokens,
} from "@fluentui/react-components";
import type { Theme } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import type { Locale, MessageAction } from "../messages";
import { BusyBar } from "./BusyBar";
import { ChooseStep } from "./ChooseStep";
import { CreateStep } from "./CreateStep";
import { FaultBoundary } from "./FaultBoundary";
import { MappingStep } from "./MappingStep";
import { MessageBarList } from "./MessageBarList";
import { PaneMenu } from "./PaneMenu";
import type { Panel } from "./PaneMenu";
import { PanePanel } from "./PanePanel";
import { ReviewStep } from "./ReviewStep";
import type { PaneServices } from "./services";
import { bookToReview, canGo, noticesOn, pendingKeys } from "./state";
import type { Notice, Step } from "./state";
import { TextProvider, textOf, useText } from "./text";
import { TrackStep } from "./TrackStep";
import { useKeptFocus } from "./useKeptFocus";
import { usePane } from "./usePane";
import { useWide } from "./useWide";

interface AppProps {
  readonly services: PaneServices;
  readonly theme: Theme;
  /** Language the host is set to; the menu can switch it. */
  readonly locale: Locale;
  readonly version: string;
}

const STEPS: readonly Step[] = ["choose", "review", "create", "track"];

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    height: "100vh",
    "& h1, & h2, & h3": { margin: 0 },
    minWidth: 0,
    overflow: "hidden",
    backgroundColor: tokens.colorNeutralBackground1,
  },
  header: {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS} 0 ${tokens.spacingHorizontalM}`,
    flexShrink: 0,
  },
  title: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap", minWidth: 0 },
  tabs: { flexShrink: 0, borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, overflowX: "hidden" },
  tab: { paddingLeft: tokens.spacingHorizontalS, paddingRight: tokens.spacingHorizontalS },
  main: { display: "flex", flexDirection: "column", flexGrow: 1, minHeight: 0 },
  panel: { outlineStyle: "none" },
  notice: { padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`, flexShrink: 0 },
  silent: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)", whiteSpace: "nowrap" },
});

/** The whole pane: header, four steps, messages. */
export function App({ services, theme, locale, version }: AppProps) {
  const { state, dispatch, work } = usePane(services, locale);
  const [panel, setPanel] = useState<Panel>();
  return (
    <TextProvider locale={state.locale}>
      <FluentProvider theme={theme} lang={state.locale}>
        <FaultBoundary>
          <Frame services={services} state={state} dispatch={dispatch} work={work} onPanel={setPanel} />
          <PanePanel
            panel={panel}
            functionHelp={services.functionHelp}
            version={version}
            canInsert={services.capabilities.workbook && services.insertFormula !== undefined}
            onClose={() => setPanel(undefined)}
            onInsert={work.insertFormula}
          />
        </FaultBoundary>
      </FluentProvider>
    </TextProvider>
  );
}

type FrameProps = ReturnType<typeof usePane> & { readonly services: PaneServices; onPanel(panel: Panel): void };

function Frame({ services, state, dispatch, work, onPanel }: FrameProps) {
  const styles = useStyles();
  const { t } = useText();
  const wide = useWide();
  const { current, choices, track } = state;
  const { capabilities } = services;
  const busy = state.busy !== undefined;
  const pending = useMemo(() => pendingKeys(state), [state]);
  const sheets = useMemo(
    () => (current && state.step === "create" ? services.previewSheets(current, choices) : []),
    [services, current, choices, state.step],
  );
  const carried = bookToReview(state);
  const standing = state.reopened === undefined ? undefined : state.books.find(({ book }) => book === state.reopened);
  const go = (step: Step) => {
    if (step === "review" && carried !== undefined) work.openPlan(carried);
    else dispatch({ type: "go", step });
  };

  const onAction = (action: MessageAction, notice: Notice) => {
    if (action === "copy-details") {
      void navigator.clipboard?.writeText(notice.detail).then(
        () => dispatch({ type: "say", words: t("copied") }),
        () => undefined, // a host may forbid the clipboard; the message itself stays readable
      );
      return;
    }
    dispatch({ type: "dismiss", id: notice.id });
    if (action === "retry") work.retry(notice.retry ?? 0);
    else if (action === "download") work.download();
    else if (action === "find-row") work.findRow();
    else if (action === "show-figures") work.showSheet(track?.book ?? 1, "periods");
    else if (action === "choose-other") go("choose");
    else if (action === "track") go("track");
    else if (action === "switch-native") dispatch({ type: "choose", choices: { dialect: "native" } });
    else {
      dispatch({ type: "filter", filter: action === "show-unread" ? "unread" : "attention" });
      go("review");
    }
  };

  const panel = useKeptFocus(
    state.step,
    state.mapping === undefined,
    state.notices.length,
    state.row === undefined,
    state.history.past.length,
  );
  const title = state.step === "track" && track ? track.title : current?.plan.header.title.value || t("product");
  return (
    <div className={styles.root}>
      <header className={styles.header}>
        <Subtitle2 as="h1" className={styles.title} title={title}>
          {title}
        </Subtitle2>
        <PaneMenu onPanel={onPanel} onLanguage={() => dispatch({ type: "locale", locale: state.locale === "vi" ? "en" : "vi" })} />
      </header>
      <TabList
        className={styles.tabs}
        size="small"
        aria-label={t("steps")}
        selectedValue={state.step}
        onTabSelect={(_event, data) => go(data.value as Step)}
      >
        {STEPS.map((step, index) => {
          const closed = !canGo(state, step) && !(step === "review" && carried !== undefined);
          return (
            <Tab
              key={step}
              id={`tab-${step}`}
              className={styles.tab}
              value={step}
              disabled={closed}
              {...(closed ? { title: t(step === "track" ? "step.needBook" : "step.needPlan") } : {})}
            >
              {index + 1} {t(`step.${step}`)}
            </Tab>
          );
        })}
      </TabList>
      {!capabilities.workbook && state.step === "choose" && !current && !state.mapping && (
        <div className={styles.notice}>
          <MessageBar layout="multiline">
            <MessageBarBody>
              <MessageBarTitle>{t("noHost.title")}</MessageBarTitle> {t("noHost.text")}
            </MessageBarBody>
          </MessageBar>
        </div>
      )}
      <MessageBarList notices={noticesOn(state)} onAction={onAction} onDismiss={(id) => dispatch({ type: "dismiss", id })} />
      {state.busy && <BusyBar {...(state.busy.progress ? { progress: state.busy.progress } : {})} onCancel={work.cancel} />}
      <main className={styles.main}>
        <div
          ref={panel}
          tabIndex={-1}
          className={mergeClasses(styles.main, styles.panel)}
          role="tabpanel"
          aria-labelledby={`tab-${state.step}`}
        >
          {state.step === "choose" && state.mapping && (
            <MappingStep
              draft={state.mapping}
              busy={busy}
              onChange={work.map}
              onHeader={({ proposal, mapping }, header) => services.remapSheet({ ...proposal, mapping }, header)}
              onRead={work.readMapped}
              onBack={work.leaveMapping}
            />
          )}
          {state.step === "choose" && !state.mapping && (
            <ChooseStep
              samples={services.samples}
              books={state.books}
              workbook={capabilities.workbook}
              {...(current ? { current } : {})}
              pending={pending.length}
              busy={busy}
              countSample={services.countSample}
              onFile={work.importFile}
              onInput={work.importInput}
              onSelection={work.importSelection}
              onSample={work.importSample}
              onReview={() => go("review")}
              onContinue={(book) => {
                work.readBook(book);
                go("track");
              }}
              onReopen={work.openPlan}
            />
          )}
          {state.step === "review" && current && (
            <ReviewStep
              imported={current}
              attention={state.attention}
              pending={pending}
              seen={state.history.present.seen}
              filter={state.filter}
              query={state.query}
              {...(state.selected ? { selected: state.selected } : {})}
              canUndo={state.history.past.length > 0}
              canRedo={state.history.future.length > 0}
              wide={wide}
              {...(standing ? { standing: standing.title } : {})}
              onFilter={(filter) => dispatch({ type: "filter", filter })}
              onQuery={(query) => dispatch({ type: "query", query })}
              onSelect={(key) => dispatch({ type: "select", key })}
              onEdit={work.edit}
              onUndo={work.undo}
              onRedo={work.redo}
              onSave={work.saveReview}
              onLoad={work.loadReview}
              onNext={() => go("create")}
            />
          )}
          {state.step === "create" && current && (
            <CreateStep
              plan={current.plan}
              sheets={sheets}
              choices={choices}
              books={state.books}
              workbook={capabilities.workbook}
              kpi={capabilities.kpi}
              pending={pending.length}
              busy={busy}
              {...(standing ? { standing } : {})}
              {...(state.created ? { created: state.created } : {})}
              {...(state.downloaded === undefined ? {} : { downloaded: state.downloaded })}
              onChoose={(changes) => dispatch({ type: "choose", choices: changes })}
              onCreate={work.create}
              onDownload={work.download}
              onTrack={() => go("track")}
              onSheet={work.showSheet}
            />
          )}
          {state.step === "track" && (
            <TrackStep
              {...(track ? { track } : {})}
              books={state.books}
              busy={busy}
              today={services.today}
              onFind={() => work.findBooks(false)}
              onBook={work.readBook}
              onRefresh={() => track && work.readBook(track.book)}
              onDay={work.setDay}
              onPeriod={work.setPeriod}
              onRow={work.selectRow}
              onCell={work.selectCell}
              onRestore={work.restoreFormulas}
              {...(state.renamed ? { renamed: state.renamed } : {})}
              onRename={work.renameAgency}
              onUndoRename={work.undoRename}
              {...(state.row ? { row: state.row } : {})}
              {...(state.entered ? { entered: state.entered } : {})}
              onEnter={work.enterRow}
              onUndoEntry={work.undoEntry}
              onCloseRow={work.closeRow}
              kpi={capabilities.kpi}
              onSwitch={work.switchDialect}
              onUndoSwitch={work.undoSwitch}
              onSendCopy={work.sendCopy}
            />
          )}
        </div>
      </main>
      <div className={styles.silent} role="status" aria-live="polite">
        {state.said}
      </div>
    </div>
  );
}

/** Title of the page in a language. */
export function pageTitle(locale: Locale): string {
  return textOf(locale).t("product");
}
