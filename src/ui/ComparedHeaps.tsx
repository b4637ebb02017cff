import { stopComparing } from '../state/index.ts'
import { useLab } from './context.ts'
import { HeapHead } from './heap/HeapHead.tsx'
import { SmallMap } from './heap/SmallMap.tsx'
import { later } from './parts/later.tsx'

const Comparison = later(
  () => import('./compare/Comparison.tsx'),
  (part) => part.default,
  <section className="panel heap comparison" aria-label="Comparison" />,
)

/** Several heaps side by side, in place of the one. */
export function ComparedHeaps() {
  const lab = useLab()
  return <Comparison Map={SmallMap} Legend={HeapHead} onClose={() => stopComparing(lab)} />
}
