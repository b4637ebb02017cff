import { CHECKPOINT_BUDGET } from '../engine/session/checkpoints.ts'
import { type Compiler, ProgramSession } from '../engine/session/program/session.ts'
import type { ProgramSource, Scenario } from '../engine/session/scenario.ts'
import type { SessionDriver } from '../engine/session/session.ts'
import type { CompileRequest } from '../engine/workload/c/compile.ts'
import { loadFamily } from './families.ts'
import { compiled, files } from './first-program.ts'

/**
 * Makes the session of a scenario as the engine's `Session` does, and loads what it needs of the engine: the compiler
 * for any program but that of the first visit, the readers of traces for a trace, the allocator. `data`: what a `file`
 * source holds, unpacked. Rejects where something cannot be loaded or read.
 */
export async function loadSession(scenario: Scenario, data: Blob | null): Promise<SessionDriver> {
  const { source } = scenario
  const family = part(loadFamily(scenario.allocator.id))
  if (source.kind === 'c') {
    const { model = 'lp64', defines = [] } = source
    const [compiler] = await Promise.all([loadCompiler({ files: source.files, model, defines }), family])
    return new ProgramSession(scenario, source, CHECKPOINT_BUDGET, compiler)
  }
  const [{ TraceSession }, bytes] = await Promise.all([
    part(import('../engine/session/trace-session.ts')),
    data?.arrayBuffer(),
    family,
  ])
  return new TraceSession(scenario, bytes === undefined ? null : new Uint8Array(bytes), CHECKPOINT_BUDGET)
}

/** A part of the engine that is on its way; what a browser says of a file that does not come tells nobody what to do. */
function part<T>(loading: Promise<T>): Promise<T> {
  return loading.catch(() => {
    throw new Error(
      'A part of the engine that it needs could not be loaded. Is there a network? Then open it again.',
    )
  })
}

async function loadCompiler(request: CompileRequest): Promise<Compiler> {
  if (isFirst(request)) return () => compiled
  return (await part(import('../engine/workload/c/compile.ts'))).compile
}

/** Where `main` ends in a program. The reader of C is loaded for it. */
export async function findMainEnd({ files, model = 'lp64', defines = [] }: ProgramSource) {
  const { mainEnd } = await import('../engine/workload/c/main-end.ts')
  return mainEnd({ files, model, defines })
}

/** What tells the address space and the system calls: loaded when somebody looks at them. */
export function loadLooking() {
  return part(import('../engine/session/looking.ts'))
}

/** Whether this is the program that the build has compiled. */
function isFirst({ files: asked, model, defines }: CompileRequest): boolean {
  if (model !== 'lp64' || defines.length > 0 || asked.length !== files.length) return false
  return asked.every(({ name, text }, i) => name === files[i]!.name && text === files[i]!.text)
}
