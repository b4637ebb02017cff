import { standardHeader } from '../../../../../src/engine/workload/c/library/headers/index.ts'
import { type PreprocessOptions, preprocess } from '../../../../../src/engine/workload/c/pp/index.ts'
import { CompileStop, Diagnostics, type SourceFile } from '../../../../../src/engine/workload/c/source.ts'
import type { Token } from '../../../../../src/engine/workload/c/token.ts'

/** What came of a text: tokens, and what was said, as `line:column: message`, with the file if it is not main.c. */
export interface Outcome {
  readonly tokens: readonly Token[]
  readonly errors: readonly string[]
  readonly warnings: readonly string[]
  readonly isStopped: boolean
}

/** Preprocesses a text as main.c beside other files. */
export function run(text: string, options: Partial<PreprocessOptions> = {}): Outcome {
  const main: SourceFile = { name: 'main.c', text }
  const all = { files: [main], headers: standardHeader, model: 'lp64', defines: [], ...options } as const
  const diagnostics = new Diagnostics()
  let tokens: readonly Token[] = []
  let isStopped = false
  try {
    tokens = preprocess(main, all, diagnostics)
  } catch (reason) {
    if (!(reason instanceof CompileStop)) throw reason
    isStopped = true
  }
  const said = (severity: string) =>
    diagnostics.list
      .filter((each) => each.severity === severity)
      .map(({ place, message }) => {
        const file = place.file === 'main.c' ? '' : `${place.file}:`
        return `${file}${place.line}:${place.column}: ${message}`
      })
  return { tokens, errors: said('error'), warnings: said('warning'), isStopped }
}

/** The tokens of a text with one space between them; errors make the test fail. */
export function expanded(text: string, options: Partial<PreprocessOptions> = {}): string {
  const { tokens, errors } = run(text, options)
  if (errors.length > 0) throw new Error(errors.join('\n'))
  return texts(tokens).join(' ')
}

/** Spellings, without the end. */
export function texts(tokens: readonly Token[]): string[] {
  return tokens.slice(0, -1).map((token) => token.text)
}
