import type { ComponentType } from 'react'
import { type StageTab, setStageTab } from '../state/index.ts'
import { ComparedHeaps } from './ComparedHeaps.tsx'
import { useLab, useLabState } from './context.ts'
import { HeapView } from './heap/HeapView.tsx'
import { later } from './parts/later.tsx'
import { Tabs } from './parts/Tabs.tsx'
import { StageHead } from './StageHead.tsx'

const HandBar = later(
  () => import('./byhand/HandBar.tsx'),
  (part) => part.default,
)
const Figures = later(
  () => import('./figures/Figures.tsx'),
  (part) => part.default,
  <p className="aside">One moment …</p>,
)

const Changes = later(
  () => import('./changes/Changes.tsx'),
  (part) => part.default,
  <p className="aside">One moment …</p>,
)

const Space = later(
  () => import('./space/Space.tsx'),
  (part) => part.default,
  <p className="aside">One moment …</p>,
)

const TABS: readonly { readonly id: StageTab; readonly name: string }[] = [
  { id: 'heap', name: 'Heap' },
  { id: 'figures', name: 'Figures' },
  { id: 'changes', name: 'Changes' },
  { id: 'space', name: 'Address space' },
]

/** What each tab shows. All but the heap are loaded when they are looked at. */
const VIEWS: Readonly<Record<StageTab, ComponentType>> = {
  heap: HeapView,
  figures: Figures,
  changes: Changes,
  space: Space,
}

/** The middle of the page: the heap or another view of the same moment, or several heaps side by side. */
export function Stage() {
  const comparing = useLabState((state) => state.comparison !== null)
  return comparing ? <ComparedHeaps /> : <Views />
}

function Views() {
  const lab = useLab()
  const chosen = useLabState((state) => state.stageTab)
  const playing = useLabState((state) => state.hand !== null)
  const View = VIEWS[chosen]
  return (
    <section className="panel heap" aria-label="Heap">
      <h2 className="sr">Heap</h2>
      <Tabs
        label="Views"
        tabs={TABS}
        chosen={chosen}
        onChoose={(tab) => setStageTab(lab, tab)}
        beside={<StageHead />}
      >
        {playing && <HandBar />}
        <View />
      </Tabs>
    </section>
  )
}
