import { useState } from 'react'
import { type OpenTab, openFiles, openSource, showDialog } from '../../state/index.ts'
import { useLab } from '../context.ts'
import { FileChooser } from '../parts/FileChooser.tsx'
import { Modal } from '../parts/Modal.tsx'
import { Tabs } from '../parts/Tabs.tsx'
import { GeneratorForm } from './GeneratorForm.tsx'
import { ProgramForm } from './ProgramForm.tsx'

const TABS: readonly { readonly id: OpenTab; readonly name: string }[] = [
  { id: 'c', name: 'C program' },
  { id: 'file', name: 'File' },
  { id: 'trace', name: 'Trace' },
  { id: 'ostep', name: 'OSTEP' },
  { id: 'generator', name: 'Generate' },
]

/** Brings in something to run: a C program, a file, a typed trace, an OSTEP command line, a generated workload. */
export function OpenDialog({ tab, onClose }: { readonly tab: OpenTab; readonly onClose: () => void }) {
  const lab = useLab()
  return (
    <Modal title="What to run" onClose={onClose}>
      <Tabs
        label="Kinds of scenario"
        tabs={TABS}
        chosen={tab}
        onChoose={(next) => showDialog(lab, { kind: 'open', tab: next })}
      >
        <div className="form">
          {tab === 'c' && <ProgramForm onClose={onClose} />}
          {tab === 'file' && <FileForm />}
          {tab === 'trace' && <TraceForm onClose={onClose} />}
          {tab === 'ostep' && <OstepForm onClose={onClose} />}
          {tab === 'generator' && <GeneratorForm onClose={onClose} />}
        </div>
      </Tabs>
    </Modal>
  )
}

function FileForm() {
  const lab = useLab()
  return (
    <>
      <p>
        The files of a C program (<code>.c</code>, <code>.h</code>; several at once), a malloc-lab trace (
        <code>.rep</code>), packed or not (<code>.rep.gz</code>), a scenario file that Heap Lab made, or a
        course (<code>course.json</code> together with the files that it names). Files and folders can also be
        dropped anywhere on the page.
      </p>
      <FileChooser
        className="button primary file"
        name="Choose files …"
        accept=".c,.h,.rep,.gz,.json,.txt,.trace"
        onFiles={(files) => void openFiles(lab, files)}
      />
      <p className="aside">It is read in this page and sent nowhere.</p>
    </>
  )
}

const EXAMPLE = 'a 0 100\na 1 50\nf 0\nr 1 200\nf 1\n'

function TraceForm({ onClose }: { readonly onClose: () => void }) {
  const lab = useLab()
  const [text, setText] = useState('')
  const run = () => {
    onClose()
    openSource(lab, { kind: 'trace', name: 'typed.rep', text }, 'Your trace')
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        run()
      }}
    >
      <label>
        <span>One operation a line</span>
        <textarea
          className="mono"
          rows={10}
          spellCheck={false}
          placeholder={EXAMPLE}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && text.trim() !== '') run()
          }}
        />
      </label>
      <p className="modal-actions">
        <button type="button" className="button" onClick={() => setText(EXAMPLE)}>
          Fill in an example
        </button>
        <button type="submit" className="button primary" disabled={text.trim() === ''}>
          Run
        </button>
      </p>
    </form>
  )
}

function OstepForm({ onClose }: { readonly onClose: () => void }) {
  const lab = useLab()
  const [args, setArgs] = useState('-n 10 -H 0 -p BEST -s 0')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onClose()
        openSource(lab, { kind: 'ostep', args }, `OSTEP ${args}`)
      }}
    >
      <label>
        <span>
          The flags of <code>malloc.py</code>, chapter 17
        </span>
        <input className="mono" value={args} onChange={(event) => setArgs(event.target.value)} />
      </label>
      <p className="aside">
        For instance <code>-n 10 -H 4 -a 4 -p BEST -l ADDRSORT -C -s 3</code> or <code>-A +10,-0,+20</code>.
        The same seed gives the same homework as Python does.
      </p>
      <p className="modal-actions">
        <button type="submit" className="button primary" disabled={args.trim() === ''}>
          Run
        </button>
      </p>
    </form>
  )
}
