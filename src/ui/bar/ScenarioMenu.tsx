import {
  exampleOf,
  type LabState,
  type OpenTab,
  playFromScratch,
  showDialog,
  showGallery,
  startEditing,
  startEditingProgram,
} from '../../state/index.ts'
import { useLab, useLabState } from '../context.ts'
import { later } from '../parts/later.tsx'
import { Popover } from '../parts/Popover.tsx'

const MyScenarios = later(
  () => import('./MyScenarios.tsx'),
  (part) => part.MyScenarios,
)

const WAYS: readonly { readonly tab: OpenTab; readonly name: string; readonly hint: string }[] = [
  { tab: 'c', name: 'Write or paste a C program …', hint: 'or open .c and .h files' },
  {
    tab: 'file',
    name: 'Open a file …',
    hint: '.c and .h, .rep, .rep.gz, a scenario file; or drop it anywhere',
  },
  { tab: 'trace', name: 'Type or paste a trace …', hint: 'malloc-lab format' },
  { tab: 'ostep', name: 'OSTEP homework …', hint: 'the command line of chapter 17' },
  { tab: 'generator', name: 'Generate …', hint: 'seeded workloads of several shapes' },
]

/** What is open is called: a lesson by its own title, the person's own by the name that it is kept under. */
function titleOf(state: LabState): string {
  return exampleOf(state)?.title ?? state.work.kept?.title ?? state.scenario?.title ?? '…'
}

/** Chooses what is run. */
export function ScenarioMenu() {
  const lab = useLab()
  const title = useLabState((state) => titleOf(state))
  const draft = useLabState((state) => state.draft !== null && state.editing !== 'trace')
  const fileDraft = useLabState((state) => state.fileDraft !== null && state.editing !== 'c')
  return (
    <Popover
      label={`Scenario: ${title}`}
      className="pill"
      panelClass="scenarios"
      face={
        <>
          <small>{'Scenario: '}</small>
          <span className="pill-text">{title}</span>
          <span aria-hidden="true">▾</span>
        </>
      }
    >
      {(close) => (
        <>
          {fileDraft && (
            <GoOn
              name="Go on with the program you typed"
              onClick={() => {
                close()
                startEditingProgram(lab)
              }}
            />
          )}
          {draft && (
            <GoOn
              name="Go on with what you typed"
              onClick={() => {
                close()
                void startEditing(lab)
              }}
            />
          )}
          <div className="choices">
            <button
              type="button"
              className="choice course-choice"
              onClick={() => {
                close()
                showGallery(lab)
              }}
            >
              <b>
                Lessons … <kbd>g</kbd>
              </b>
              <span>A course in short programs, from the program break to bug hunts</span>
            </button>
          </div>
          <MyScenarios close={close} />
          <ul className="choices" aria-label="Your own">
            <li>
              <button
                type="button"
                className="choice"
                onClick={() => {
                  close()
                  void playFromScratch(lab)
                }}
              >
                <b>Play by hand</b>
                <span>malloc, free and write with buttons; a C program is written as you go</span>
              </button>
            </li>
            {WAYS.map(({ tab, name, hint }) => (
              <li key={tab}>
                <button
                  type="button"
                  className="choice"
                  onClick={() => {
                    close()
                    showDialog(lab, { kind: 'open', tab })
                  }}
                >
                  <b>{name}</b>
                  <span>{hint}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Popover>
  )
}

function GoOn({ name, onClick }: { readonly name: string; readonly onClick: () => void }) {
  return (
    <button type="button" className="choice" onClick={onClick}>
      <b>{name}</b>
      <span>It has not been run yet</span>
    </button>
  )
}
