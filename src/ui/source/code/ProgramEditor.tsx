import { useEffect, useRef, useState } from 'react'
import {
  addFile,
  discardFiles,
  editedFile,
  removeFile,
  renameFile,
  runFiles,
  showFile,
  stopEditing,
} from '../../../state/index.ts'
import { useLab, useLabState } from '../../context.ts'
import { Tabs } from '../../parts/Tabs.tsx'
import { TAB_KEY_WORDS } from '../editing/typing.ts'
import { Diagnostics } from './Diagnostics.tsx'
import { FileField } from './FileField.tsx'

/** The files of a program to be changed. What does not compile is said with its place; what is typed is never lost. */
export function ProgramEditor() {
  const lab = useLab()
  const files = useLabState((state) => state.fileDraft)
  const file = useLabState(editedFile)
  const [naming, setNaming] = useState(false)
  if (files === null) return null
  return (
    <div className="editor">
      <Tabs
        label="Files"
        className="program-bar"
        chosen={file}
        onChoose={(name) => showFile(lab, name)}
        tabs={files.map(({ name }) => ({ id: name, name }))}
        beside={
          <span className="file-actions">
            <button
              type="button"
              className="button small"
              aria-label="Add a file"
              title="Add a file"
              onClick={() => {
                showFile(lab, addFile(lab))
                setNaming(true)
              }}
            >
              +
            </button>
            <button
              type="button"
              className="button small"
              aria-expanded={naming}
              onClick={() => setNaming(!naming)}
            >
              File …
            </button>
          </span>
        }
      >
        {naming && (
          <FileName
            key={`name of ${file}`}
            file={file}
            single={files.length === 1}
            onDone={() => setNaming(false)}
          />
        )}
        <Diagnostics />
        <FileField file={file} />
      </Tabs>
      <div className="editor-bar">
        <button type="button" className="button primary small" onClick={() => void runFiles(lab)}>
          Run
        </button>
        <kbd>Ctrl Enter</kbd>
        <span className="spring" />
        <button type="button" className="button small" onClick={() => stopEditing(lab)}>
          Close
        </button>
        <button type="button" className="button small" onClick={() => discardFiles(lab)}>
          Discard
        </button>
      </div>
      <p className="editor-keys">{TAB_KEY_WORDS}</p>
    </div>
  )
}

interface FileNameProps {
  readonly file: string
  readonly single: boolean
  readonly onDone: () => void
}

/** The name of a file, to be changed, and a way to take the file out of the program. */
function FileName({ file, single, onDone }: FileNameProps) {
  const lab = useLab()
  const [name, setName] = useState(file)
  const [error, setError] = useState<string | null>(null)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const rename = () => {
    const wrong = renameFile(lab, file, name)
    setError(wrong)
    if (wrong !== null) return
    showFile(lab, name.trim())
    onDone()
  }
  return (
    <form
      className="file-name"
      onSubmit={(event) => {
        event.preventDefault()
        rename()
      }}
    >
      <input
        className="mono"
        aria-label="Name of the file"
        aria-invalid={error !== null}
        value={name}
        ref={field}
        onChange={(event) => setName(event.target.value)}
      />
      <button type="submit" className="button small">
        Rename
      </button>
      <button
        type="button"
        className="button small"
        disabled={single}
        onClick={() => {
          removeFile(lab, file)
          onDone()
        }}
      >
        Remove
      </button>
      {error !== null && <p className="limits bad">{error}</p>}
    </form>
  )
}
