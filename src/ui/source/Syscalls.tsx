import { type KeyboardEvent, useCallback, useEffect, useState } from 'react'
import type { SyscallView, SyscallWindow } from '../../engine/session/index.ts'
import { copySyscalls, goToCaller, loadSyscalls, saveSyscalls } from '../../state/actions/syscalls.ts'
import { isAsked } from '../../state/index.ts'
import { useLab, useLabState } from '../context.ts'
import { count, plural } from '../format.ts'
import { Rows } from './Rows.tsx'
import '../styles/syscalls.css'

/** The system calls of the run as strace prints them, each with what it changed and the operation that made it. */
export default function Syscalls() {
  const lab = useLab()
  const window = useLabState((state) => state.syscalls?.window ?? null)
  const made = useLabState((state) => state.info?.summary.syscalls ?? 0)
  const operation = useLabState((state) => state.moment?.position.operation ?? -1)
  useEffect(() => {
    if (operation >= 0 && made > 0) void loadSyscalls(lab, null)
  }, [lab, operation, made])
  if (operation < 0) return <p className="aside">Nothing has been run yet.</p>
  if (made === 0) return <p className="aside">No system call for memory has been made in this run.</p>
  if (window === null) return <p className="aside">The system calls are on their way.</p>
  return <Listing window={window} />
}

function Listing({ window }: { readonly window: SyscallWindow }) {
  const asked = useLabState(isAsked)
  const ofStep = useLabState((state) => state.moment?.syscalls.length ?? 0)
  // Behind an open question nothing is told that could give the answer away.
  const total = asked ? window.before : window.kept
  const reached = Math.min(window.before + ofStep, total)
  const [chosen, setChosen] = useState<{ readonly index: number; readonly at: number } | null>(null)
  // A choice lasts until the run moves on.
  const index = chosen !== null && chosen.at === reached ? chosen.index : reached - 1
  if (total === 0)
    return <p className="aside">No system call before the operation that you are asked about.</p>
  return (
    <div className="syscalls">
      {!asked && <Head window={window} reached={reached} />}
      <CallRows
        window={window}
        total={total}
        reached={reached}
        index={index}
        onChoose={(to) => setChosen({ index: to, at: reached })}
      />
      <Chosen call={window.calls[index - window.from]} index={index} />
    </div>
  )
}

function Head({ window, reached }: { readonly window: SyscallWindow; readonly reached: number }) {
  const lab = useLab()
  const { counts, made, kept } = window
  return (
    <div className="syscalls-head">
      <p>
        <b>{plural(made, 'system call')}</b>
        {made > kept && `, of which the first ${count(kept)} are kept`}, {count(reached)} up to here:{' '}
        {counts.map(({ name, count: of }) => `${name} ${count(of)}`).join(', ')}
      </p>
      <span className="syscalls-actions">
        <button type="button" className="button small" onClick={() => void copySyscalls(lab)}>
          Copy all
        </button>
        <button type="button" className="button small" onClick={() => void saveSyscalls(lab)}>
          As a file
        </button>
      </span>
    </div>
  )
}

interface RowsProps {
  readonly window: SyscallWindow
  readonly total: number
  /** Calls made up to the moment on the screen. */
  readonly reached: number
  readonly index: number
  readonly onChoose: (index: number) => void
}

function CallRows({ window, total, reached, index, onChoose }: RowsProps) {
  const lab = useLab()
  const fetchAround = useCallback((first: number) => void loadSyscalls(lab, first - 1), [lab])
  const callAt = (at: number) => window.calls[at - window.from]
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const call = callAt(index)
    if (event.key === 'Enter' && event.target === event.currentTarget && call !== undefined)
      goToCaller(lab, call.operation)
    else if (by !== 0) onChoose(Math.max(0, Math.min(total - 1, index + by)))
    else return
    event.preventDefault()
  }
  return (
    <Rows
      label={`System calls, ${count(total)}. Up and down choose one, Enter goes to the operation that made it.`}
      total={total}
      follow={index + 1}
      when={`${index} ${reached}`}
      onFirst={fetchAround}
      focusable={{ onKeyDown }}
    >
      {(row) => (
        <CallRow
          call={callAt(row - 1)}
          state={row - 1 >= reached ? 'later' : row - 1 >= window.before ? 'now' : ''}
          isChosen={row - 1 === index}
          onChoose={() => onChoose(row - 1)}
        />
      )}
    </Rows>
  )
}

interface RowProps {
  /** Undefined until it has been fetched. */
  readonly call: SyscallView | undefined
  /** Made by the operation on the screen, or later than it. */
  readonly state: 'now' | 'later' | ''
  readonly isChosen: boolean
  readonly onChoose: () => void
}

function CallRow({ call, state, isChosen, onChoose }: RowProps) {
  const lab = useLab()
  if (call === undefined) return <li className="call-line">…</li>
  const { line, words, operation } = call
  // Where there is no room for all of it, the result stays.
  const result = line.lastIndexOf(') = ') + 1
  return (
    <li
      className={`call-line ${state} ${isChosen ? 'chosen' : ''}`}
      aria-current={state === 'now' ? 'step' : undefined}
      title={words}
    >
      {/* For the pointer: keys act on the list, so that a thousand calls are not a thousand stops. */}
      <button
        type="button"
        className="call-maker"
        tabIndex={-1}
        title={operation < 0 ? 'To the start' : `Go to operation ${count(operation + 1)}`}
        onClick={() => goToCaller(lab, operation)}
      >
        {operation < 0 ? '–' : count(operation + 1)}
      </button>
      <button type="button" className="call-text" tabIndex={-1} onClick={onChoose}>
        <span className="call-arguments">{line.slice(0, result)}</span>
        <span>{line.slice(result)}</span>
      </button>
    </li>
  )
}

/** The chosen call in full: what it changed, and the way to who made it. */
function Chosen({ call, index }: { readonly call: SyscallView | undefined; readonly index: number }) {
  const lab = useLab()
  if (call === undefined) {
    return (
      <p className="call-chosen aside">{index < 0 ? 'None has been made up to here.' : 'One moment …'}</p>
    )
  }
  const { line, words, operation, by, where } = call
  return (
    <section className="call-chosen" aria-label="The chosen system call" aria-live="polite">
      <code>{line}</code>
      <p>{words}</p>
      {operation < 0 ? (
        <p>Made before the first operation, when the allocator prepared itself.</p>
      ) : (
        <button type="button" className="quiet" onClick={() => goToCaller(lab, operation)}>
          By operation {count(operation + 1)}
          {where !== '' && `, ${where}`}
          {by !== '' && (
            <>
              : <span className="mono">{by}</span>
            </>
          )}
        </button>
      )}
    </section>
  )
}
