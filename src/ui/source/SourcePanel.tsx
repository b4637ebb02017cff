import { setSourceTab, startEditing } from '../../state/index.ts'
import { useLab, useLabState } from '../context.ts'
import { count } from '../format.ts'
import { Tabs } from '../parts/Tabs.tsx'
import { Editor } from './Editor.tsx'
import { Findings } from './Findings.tsx'
import { Lesson } from './Lesson.tsx'
import { Lines } from './Lines.tsx'
import { Syscalls } from './Syscalls.tsx'

/** What drives the run, and what it led to. */
export function SourcePanel() {
  const lab = useLab()
  const tab = useLabState((state) => state.sourceTab)
  const findings = useLabState((state) => state.info?.findingCount ?? 0)
  const broken = useLabState((state) => state.info?.error != null || state.info?.ending != null)
  const syscalls = useLabState((state) => state.moment?.syscalls.length ?? 0)
  return (
    <section className="panel source" aria-label="Source">
      <Tabs
        label="Source"
        chosen={tab}
        onChoose={(id) => setSourceTab(lab, id)}
        tabs={[
          { id: 'program', name: 'Program' },
          {
            id: 'findings',
            name: `Findings ${count(findings)}`,
            ...(findings > 0 || broken ? { tone: 'bad' } : {}),
          },
          { id: 'syscalls', name: `System calls ${count(syscalls)}` },
        ]}
      >
        {tab === 'program' && <Program />}
        {tab === 'findings' && <Findings />}
        {tab === 'syscalls' && <Syscalls />}
      </Tabs>
    </section>
  )
}

function Program() {
  const lab = useLab()
  const editing = useLabState((state) => state.editing)
  const draft = useLabState((state) => state.draft !== null)
  const call = useLabState((state) => state.moment?.call ?? '')
  if (editing) return <Editor />
  return (
    <div className="program">
      <div className="program-bar">
        <span className="mono call">{call}</span>
        <button type="button" className="button small" onClick={() => void startEditing(lab)}>
          {draft ? 'Go on editing' : 'Edit'}
        </button>
      </div>
      <Lines />
      <Lesson />
    </div>
  )
}
