import { useEffect } from 'react'
import {
  isProgram,
  setPhoneTab,
  setSourceTab,
  startEditing,
  troubleCount,
  waitsForInput,
} from '../../state/index.ts'
import { useLab, useLabState } from '../context.ts'
import { asSentence, count, plural } from '../format.ts'
import { later } from '../parts/later.tsx'
import { Tabs } from '../parts/Tabs.tsx'
import { ProgramPanel } from './code/ProgramPanel.tsx'
import { HandButton } from './HandButton.tsx'
import { Lesson } from './lesson/Lesson.tsx'

const Syscalls = later(
  () => import('./Syscalls.tsx'),
  (part) => part.default,
  <p className="aside">One moment …</p>,
)

const FindingHere = later(
  () => import('./FindingHere.tsx'),
  (part) => part.FindingHere,
)
const Lines = later(
  () => import('./Lines.tsx'),
  (part) => part.Lines,
)
const editors = () => import('./editors.ts')
const Editor = later(editors, (part) => part.Editor)
const ProgramEditor = later(editors, (part) => part.ProgramEditor)
const found = () => import('./found.ts')
const Findings = later(found, (part) => part.Findings)
const LiveLines = later(found, (part) => part.LiveLines)
const Output = later(
  () => import('./output/Output.tsx'),
  (part) => part.Output,
)

/** What drives the run, and what it led to. */
export function SourcePanel() {
  const lab = useLab()
  const tab = useLabState((state) => state.sourceTab)
  const findings = useLabState(troubleCount)
  const syscalls = useLabState((state) => state.info?.summary.syscalls ?? 0)
  const program = useLabState(isProgram)
  const waits = useLabState(waitsForInput)
  useEffect(() => {
    if (!waits) return
    setSourceTab(lab, 'output')
    setPhoneTab(lab, 'source')
  }, [lab, waits])
  const output = { id: 'output', name: waits ? 'Output ▸' : 'Output' } as const
  return (
    <section className="panel source" aria-label="Source">
      <h2 className="sr">Source</h2>
      <Tabs
        label="Source"
        chosen={tab}
        onChoose={(id) => setSourceTab(lab, id)}
        tabs={[
          { id: 'program', name: 'Program' },
          ...(program ? [output] : []),
          {
            id: 'findings',
            name: `Findings ${count(findings)}`,
            ...(findings > 0 ? { tone: 'bad' } : {}),
          },
          { id: 'syscalls', name: `${program ? 'Syscalls' : 'System calls'} ${count(syscalls)}` },
        ]}
      >
        {tab === 'program' && <Program />}
        {tab === 'output' && <Output />}
        {tab === 'findings' && (
          <>
            <Findings />
            <LiveLines />
          </>
        )}
        {tab === 'syscalls' && <Syscalls />}
      </Tabs>
    </section>
  )
}

function Program() {
  const editing = useLabState((state) => state.editing)
  const program = useLabState(isProgram)
  if (editing === 'trace') return <Editor />
  if (editing === 'c') return <ProgramEditor />
  return program ? <ProgramPanel /> : <Trace />
}

function Trace() {
  const lab = useLab()
  const draft = useLabState((state) => state.draft !== null)
  const call = useLabState((state) => state.moment?.call ?? '')
  return (
    <div className="program">
      <div className="program-bar">
        <span className="mono call">{call}</span>
        <span className="file-actions">
          <HandButton />
          <button type="button" className="button small" onClick={() => void startEditing(lab)}>
            {draft ? 'Go on editing' : 'Edit'}
          </button>
        </span>
      </div>
      <Unreadable />
      <Lines />
      <FindingHere />
      <Lesson />
    </div>
  )
}

/** Where and why the source could not be read to its end; absent when it could. */
function Unreadable() {
  const error = useLabState((state) => state.info?.error ?? null)
  const total = useLabState((state) => state.info?.total ?? 0)
  if (error === null) return null
  return (
    <p className="unreadable" role="alert">
      <b>
        Line {count(error.line)}, column {count(error.column)}
      </b>{' '}
      {asSentence(error.message)}{' '}
      {total > 0 ? `${plural(total, 'operation')} before it can be run.` : 'Nothing before it can be run.'}
    </p>
  )
}
