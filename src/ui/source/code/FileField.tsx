import { useMemo } from 'react'
import { programOf, runFiles, setFileText, toggleDraftBreakpoint } from '../../../state/index.ts'
import { useLab, useLabState } from '../../context.ts'
import { Field } from '../editing/Field.tsx'
import { type Mark, marksOf } from '../editing/marks.ts'

const NO_FILES: readonly { readonly name: string; readonly text: string }[] = []

/** The text of a file of the program, to be changed; with what the compiler said of it, and its breakpoints. */
export function FileField({ file }: { readonly file: string }) {
  const lab = useLab()
  const draft = useLabState((state) => state.fileDraft ?? NO_FILES)
  const choice = useLabState((state) => state.fileChoice)
  const diagnostics = useLabState((state) => state.info?.program?.diagnostics)
  const breakpoints = useLabState((state) => state.draftBreakpoints)

  const marks = useMemo((): readonly Mark[] => {
    const state = lab.store.getState()
    const textIn = (from: typeof NO_FILES) => from.find(({ name }) => name === file)?.text ?? ''
    return marksOf(
      diagnostics ?? [],
      file,
      textIn(programOf(state)?.files ?? NO_FILES),
      textIn(state.fileDraft ?? NO_FILES),
    )
  }, [lab, diagnostics, file])
  const stops = useMemo(
    () => breakpoints.flatMap((each) => (each.file === file ? each.line : [])),
    [breakpoints, file],
  )
  return (
    <Field
      name={file}
      language="c"
      text={draft.find(({ name }) => name === file)?.text ?? ''}
      marks={marks}
      stops={stops}
      place={choice?.file === file && choice.line > 0 ? choice : null}
      onStop={(line) => toggleDraftBreakpoint(lab, file, line)}
      onText={(text) => setFileText(lab, file, text)}
      onRun={() => void runFiles(lab)}
    />
  )
}
