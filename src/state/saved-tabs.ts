import type { Scenario } from '../engine/session/index.ts'
import type { SavedView } from '../share/index.ts'
import type { InspectorTab, LabState, SourceTab, StageTab } from './store.ts'

/** Which tabs are in front: part of the view that a link carries. */
export type ShownTabs = Pick<LabState, 'stageTab' | 'sourceTab' | 'inspectorTab'>

/** The tabs that a link may name. */
const STAGE: Readonly<Record<StageTab, true>> = { heap: true, figures: true, changes: true, space: true }
const SOURCE: Readonly<Record<SourceTab, true>> = {
  program: true,
  output: true,
  findings: true,
  syscalls: true,
}
const INSPECTOR: Readonly<Record<InspectorTab, true>> = {
  variables: true,
  chunk: true,
  list: true,
  regions: true,
}

/** The tabs that go without saying: those of a page that has just been opened. */
function usualTabs({ source }: Scenario): ShownTabs {
  return {
    stageTab: 'heap',
    sourceTab: 'program',
    inspectorTab: source.kind === 'c' ? 'variables' : 'chunk',
  }
}

/** What a link says of the tabs that are in front: nothing of the usual ones. */
export function namedTabs(shown: ShownTabs, scenario: Scenario): SavedView {
  const usual = usualTabs(scenario)
  return {
    ...(shown.stageTab === usual.stageTab ? {} : { stage: shown.stageTab }),
    ...(shown.sourceTab === usual.sourceTab ? {} : { source: shown.sourceTab }),
    ...(shown.inspectorTab === usual.inspectorTab ? {} : { inspector: shown.inspectorTab }),
  }
}

/** The tabs that a link names, the usual ones where it names none or none that there is for its scenario. */
export function tabsIn(view: SavedView, scenario: Scenario): ShownTabs {
  const usual = usualTabs(scenario)
  const sourceTab = known(SOURCE, view['source'], usual.sourceTab)
  const inspectorTab = known(INSPECTOR, view['inspector'], usual.inspectorTab)
  const program = scenario.source.kind === 'c'
  return {
    stageTab: known(STAGE, view['stage'], usual.stageTab),
    sourceTab: program || sourceTab !== 'output' ? sourceTab : usual.sourceTab,
    inspectorTab: program || inspectorTab !== 'variables' ? inspectorTab : usual.inspectorTab,
  }
}

function known<T extends string>(tabs: Readonly<Record<T, true>>, value: unknown, usual: T): T {
  return typeof value === 'string' && Object.hasOwn(tabs, value) ? (value as T) : usual
}
