import { fileShown, followStatement, programOf, showFile, startEditingProgram } from '../../../state/index.ts'
import { useLab, useLabState } from '../../context.ts'
import { later } from '../../parts/later.tsx'
import { Tabs } from '../../parts/Tabs.tsx'
import { HandButton } from '../HandButton.tsx'
import { Lesson } from '../lesson/Lesson.tsx'
import { CodeView } from './CodeView.tsx'
import { Diagnostics } from './Diagnostics.tsx'

const FindingHere = later(
  () => import('../FindingHere.tsx'),
  (part) => part.FindingHere,
)

const NO_FILES: readonly { readonly name: string }[] = []

/** The program that runs: its files as tabs, the text, and what it teaches if it is an example. */
export function ProgramPanel() {
  const lab = useLab()
  const files = useLabState((state) => programOf(state)?.files ?? NO_FILES)
  const file = useLabState(fileShown)
  const running = useLabState((state) => state.moment?.program?.at.file ?? '')
  const draft = useLabState((state) => state.fileDraft !== null)
  const hasFindings = useLabState((state) => (state.info?.findingCount ?? 0) > 0)
  return (
    <div className="program">
      <Tabs
        label="Files"
        className="program-bar"
        chosen={file}
        onChoose={(name) => showFile(lab, name)}
        tabs={files.map(({ name }) => ({
          id: name,
          name,
          ...(name === running && files.length > 1 ? { tone: 'here' } : {}),
        }))}
        beside={
          <span className="file-actions">
            <HandButton />
            <button type="button" className="button small" onClick={() => startEditingProgram(lab)}>
              {draft ? 'Go on editing' : 'Edit'}
            </button>
          </span>
        }
      >
        <Diagnostics />
        <Elsewhere file={file} />
        <CodeView />
      </Tabs>
      {hasFindings && <FindingHere />}
      <Lesson />
    </div>
  )
}

/** Where the run is, while the person looks at another file. */
function Elsewhere({ file }: { readonly file: string }) {
  const lab = useLab()
  const chosen = useLabState((state) => state.fileChoice !== null)
  const at = useLabState((state) => state.moment?.program?.at)
  if (!chosen || at === undefined || at.line === 0 || at.file === file) return null
  return (
    <button type="button" className="elsewhere" onClick={() => followStatement(lab)}>
      The run is at{' '}
      <b className="mono">
        {at.file}:{at.line}
      </b>
    </button>
  )
}
