import { useState } from 'react'
import type { FrameView, ProgramView, VariableView } from '../../engine/session/index.ts'
import { showFile } from '../../state/index.ts'
import { useLab, useLabState } from '../context.ts'
import { address, plural } from '../format.ts'
import { Variable } from './Variable.tsx'

/** Frames shown of a deep recursion: the innermost ones. */
const MOST_FRAMES = 20

/** The call stack with each frame's variables, innermost first, and the globals. */
export function Variables() {
  const program = useLabState((state) => state.moment?.program ?? null)
  if (program === null) return <p className="aside">Nothing has been run yet.</p>
  return <Stack program={program} />
}

function Stack({ program: { stack, globals } }: { readonly program: ProgramView }) {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const toggle = (path: string) => {
    const next = new Set(open)
    if (!next.delete(path)) next.add(path)
    setOpen(next)
  }
  // The innermost frame of the program itself: the library may run above it.
  const own = stack.findIndex(({ line }) => line > 0)
  const globalsOpen = open.has('globals')
  return (
    <div className="variables">
      {stack.slice(0, MOST_FRAMES).map((frame, i) => (
        <Frame
          key={frame.address}
          frame={frame}
          innermost={i === own}
          // The same function at the same depth keeps what was opened, from step to step.
          path={`${stack.length - i} ${frame.function}`}
          open={open}
          onToggle={toggle}
        />
      ))}
      {stack.length > MOST_FRAMES && (
        <p className="aside">And {plural(stack.length - MOST_FRAMES, 'more frame')} further out.</p>
      )}
      {stack.length === 0 && <p className="aside">No function is running.</p>}
      {globals.length > 0 && (
        <section className="frame">
          <h3>
            <button
              type="button"
              className="frame-head"
              aria-expanded={globalsOpen}
              onClick={() => toggle('globals')}
            >
              <span className="twist" aria-hidden="true" /> Globals
              <span className="quietly">{plural(globals.length, 'variable')}</span>
            </button>
          </h3>
          {globalsOpen && <List variables={globals} path="globals" open={open} onToggle={toggle} />}
        </section>
      )}
    </div>
  )
}

interface Opened {
  readonly path: string
  readonly open: ReadonlySet<string>
  readonly onToggle: (path: string) => void
}

function Frame({
  frame,
  innermost,
  ...opened
}: Opened & { readonly frame: FrameView; readonly innermost: boolean }) {
  const lab = useLab()
  const { function: name, file, line, variables } = frame
  return (
    <section className={innermost ? 'frame innermost' : 'frame'} aria-label={`Frame of ${name}`}>
      <h3 className="frame-head" title={`Frame at ${address(frame.address)}`}>
        <b className="mono">{name}</b>
        {line > 0 ? (
          <button type="button" className="quiet mono" onClick={() => showFile(lab, file, line)}>
            {file}:{line}
          </button>
        ) : (
          <span className="quietly">library</span>
        )}
      </h3>
      {variables.length > 0 && <List variables={variables} {...opened} />}
      {variables.length === 0 && line > 0 && <p className="quietly none">no variables</p>}
    </section>
  )
}

function List({ variables, path, open, onToggle }: Opened & { readonly variables: readonly VariableView[] }) {
  return (
    <ul>
      {variables
        .map((variable, place) => ({ variable, place }))
        .map(({ variable, place }) => (
          <Variable
            key={place}
            variable={variable}
            // Two blocks of a function may have a variable of the same name each.
            path={`${path}/${variable.name}.${place}`}
            depth={0}
            open={open}
            onToggle={onToggle}
          />
        ))}
    </ul>
  )
}
