import { isProgram, setInspectorTab } from '../../state/index.ts'
import { useLab, useLabState } from '../context.ts'
import { count } from '../format.ts'
import { later } from '../parts/later.tsx'
import { Tabs } from '../parts/Tabs.tsx'
import { Variables } from './Variables.tsx'

const WAITING = <p className="aside">One moment …</p>
const ChunkCard = later(
  () => import('./ChunkCard.tsx'),
  (part) => part.default,
  WAITING,
)
const FreeList = later(
  () => import('./FreeList.tsx'),
  (part) => part.default,
  WAITING,
)

const Regions = later(
  () => import('./Regions.tsx'),
  (part) => part.default,
  WAITING,
)

const VARIABLES = { id: 'variables', name: 'Variables' } as const

/** What lies under the glass: the variables of a program, a chunk, the free list, the regions of the process. */
export function Inspector() {
  const lab = useLab()
  const tab = useLabState((state) => state.inspectorTab)
  const list = useLabState(({ moment }) => moment?.lists?.chunk.length ?? moment?.list.length ?? 0)
  const more = useLabState(({ moment }) => moment?.lists?.truncated ?? moment?.listTruncated ?? false)
  const program = useLabState(isProgram)
  const regions = useLabState((state) => state.moment?.regions.length ?? 0)
  return (
    <aside className="panel inspector" aria-label="Inspector">
      <h2 className="sr">Inspector</h2>
      <Tabs
        label="Inspector"
        chosen={tab}
        onChoose={(id) => setInspectorTab(lab, id)}
        tabs={[
          ...(program ? [VARIABLES] : []),
          { id: 'chunk', name: 'Chunk' },
          { id: 'list', name: `Free ${program ? '' : 'list '}${count(list)}${more ? '+' : ''}` },
          { id: 'regions', name: program ? 'Regions' : `Regions ${count(regions)}` },
        ]}
      >
        {tab === 'variables' && <Variables />}
        {tab === 'chunk' && <ChunkCard />}
        {tab === 'list' && <FreeList />}
        {tab === 'regions' && <Regions />}
      </Tabs>
    </aside>
  )
}
