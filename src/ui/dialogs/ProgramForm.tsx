import { openFiles, openSource, setPasted } from '../../state/index.ts'
import { useLab, useLabState } from '../context.ts'
import { FileChooser } from '../parts/FileChooser.tsx'
import { PROGRAMS } from './programs.ts'

/** A C program: typed or pasted here, or its files chosen from the disk. */
export function ProgramForm({ onClose }: { readonly onClose: () => void }) {
  const lab = useLab()
  const text = useLabState((state) => state.pasted)
  const run = () => {
    onClose()
    setPasted(lab, '')
    openSource(lab, { kind: 'c', files: [{ name: 'main.c', text }], input: '' }, 'Your program')
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        run()
      }}
    >
      <label>
        <span>Type or paste it; more files can be added in the editor</span>
        <textarea
          className="mono code"
          rows={14}
          spellCheck={false}
          wrap="off"
          placeholder={PROGRAMS[0]!.text}
          value={text}
          onChange={(event) => setPasted(lab, event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && text.trim() !== '') run()
          }}
        />
      </label>
      <p className="modal-actions">
        <FileChooser
          className="button file"
          name="Choose .c and .h files …"
          accept=".c,.h"
          onFiles={(files) => void openFiles(lab, files)}
        />
        <select
          aria-label="Fill in an example"
          className="example-program"
          value=""
          onChange={(event) => {
            const chosen = PROGRAMS.find(({ name }) => name === event.target.value)
            if (chosen !== undefined) setPasted(lab, chosen.text)
          }}
        >
          <option value="">Example …</option>
          {PROGRAMS.map(({ name }) => (
            <option key={name}>{name}</option>
          ))}
        </select>
        <button type="submit" className="button primary" disabled={text.trim() === ''}>
          Run
        </button>
      </p>
    </form>
  )
}
