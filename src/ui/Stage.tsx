import { type StageTab, setStageTab } from '../state/index.ts'
import { useLab, useLabState } from './context.ts'
import { HeapView } from './heap/HeapView.tsx'
import { Tabs } from './parts/Tabs.tsx'
import { StageHead } from './StageHead.tsx'

const TABS: readonly { readonly id: StageTab; readonly name: string }[] = [{ id: 'heap', name: 'Heap' }]

/** The middle of the page: the heap, or another view of the same moment. */
export function Stage() {
  const lab = useLab()
  const chosen = useLabState((state) => state.stageTab)
  return (
    <section className="panel heap" aria-label="Heap">
      <Tabs
        label="Views"
        tabs={TABS}
        chosen={chosen}
        onChoose={(tab) => setStageTab(lab, tab)}
        beside={<StageHead />}
      >
        <HeapView />
      </Tabs>
    </section>
  )
}
