import { stopComparing } from '../state/index.ts'
import { useLab } from './context.ts'
import { HeapHead } from './heap/HeapHead.tsx'
import { later } from './parts/later.tsx'

/** The comparison with its maps: a view does not import another's, so they are put together here. */
const Comparison = later(
  () => Promise.all([import('./compare/Comparison.tsx'), import('./heap/SmallMap.tsx')]),
  ([{ default: View }, { SmallMap }]) =>
    ({ onClose }: { readonly onClose: () => void }) => (
      <View Map={SmallMap} Legend={HeapHead} onClose={onClose} />
    ),
  <section className="panel heap comparison" aria-label="Comparison" />,
)

/** Several heaps side by side, in place of the one. */
export function ComparedHeaps() {
  const lab = useLab()
  return <Comparison onClose={() => stopComparing(lab)} />
}
