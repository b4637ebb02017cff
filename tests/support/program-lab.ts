import { blockFigures, EACH_A_ROW, figuresOf } from '../../src/engine/session/figures.ts'
import { History } from '../../src/engine/session/history.ts'
import type {
  CodeSpan,
  LineBytes,
  Moment,
  ProgramView,
  Scenario,
  SessionInfo,
  VariableView,
} from '../../src/engine/session/index.ts'
import { Metrics } from '../../src/engine/session/metrics.ts'
import type { Transport } from '../../src/worker/client.ts'
import type { Calls, Method, Reply } from '../../src/worker/protocol.ts'
import { noDifference } from './difference.ts'
import { momentOf } from './heap-picture.ts'
import { labOver, type TestLab, type Wishes } from './services.ts'
import { noSpace } from './space.ts'

/** A C program as a scenario. */
export function programOf(files: Readonly<Record<string, string>>, input = ''): Scenario {
  return {
    title: 'A program',
    source: { kind: 'c', files: Object.entries(files).map(([name, text]) => ({ name, text })), input },
    allocator: { id: 'first-fit', options: {} },
    process: {},
    run: {},
  }
}

/** A variable of 8 bytes that is no pointer and has no parts, but for what `change` says. */
export function variable(name: string, type: string, value: string, change: Partial<VariableView> = {}) {
  return { name, type, value, address: 0x7000, size: 8, target: 0, changed: false, parts: [], ...change }
}

/** A whole line of a file, but for leading blanks. */
export function lineSpan(file: string, text: string, line: number): CodeSpan {
  const words = text.split('\n')[line - 1] ?? ''
  const column = words.length - words.trimStart().length + 1
  return { file, line, column, endLine: line, endColumn: words.length + 1 }
}

/** A program at a statement, with nothing else to tell. */
export function viewAt(at: CodeSpan, change: Partial<ProgramView> = {}): ProgramView {
  const frame = { function: 'main', file: at.file, line: at.line, address: 0x7ff0, variables: [] }
  return { at, stack: [frame], globals: [], output: [], inputRead: 0, calls: 0, ...change }
}

/** What a run of `operations` operations tells of itself. */
export function infoOf(operations: number, change: Partial<SessionInfo> = {}): SessionInfo {
  return {
    read: 1,
    total: operations,
    done: operations,
    complete: true,
    ending: null,
    findings: [],
    findingCount: 0,
    warnings: [],
    warningCount: 0,
    error: null,
    summary: {
      operations,
      peakLive: 0,
      peakHeap: 0,
      finalHeap: 0,
      utilization: 0,
      externalFragmentation: 0,
      internalFragmentation: 0,
      probes: 0,
      syscalls: 0,
      failed: 0,
    },
    program: { diagnostics: [], calls: 0, instructions: 0, written: 0, hasOwnMalloc: false },
    ...change,
  }
}

/** A run made by hand: a statement for each operation, and what is special about it. */
export interface Script {
  readonly statements: readonly ProgramView[]
  readonly picture?: string
  /** What its lines have allocated and freed, at every moment. */
  readonly lineBytes?: readonly LineBytes[]
  /** What the run tells, which may depend on what the program was given to read. */
  readonly info?: (scenario: Scenario) => Partial<SessionInfo>
}

/** A lab over a run made by hand, so that views are tested without an engine. Asked-for walks are kept in `walks`. */
export function programLab(
  script: Script,
  wishes: Wishes = {},
): TestLab & { readonly walks: Calls['walk']['args'][]; readonly opened: Scenario[] } {
  const walks: Calls['walk']['args'][] = []
  const opened: Scenario[] = []
  const count = script.statements.length
  const answers: { readonly [M in Method]: (args: Calls[M]['args']) => Calls[M]['result'] } = {
    open: ({ scenario }) => {
      opened.push(scenario)
      return infoOf(count, script.info?.(scenario))
    },
    cancel: () => infoOf(count),
    resume: () => infoOf(count),
    moment: ({ position, inspect }) => momentAt(script, position, inspect),
    series: () => [],
    figures: ({ from, to }) => figuresOf(new Metrics(0), undefined, EACH_A_ROW, { from, to, buckets: 0 }),
    calls: ({ from }) => {
      const none = new Float64Array(0)
      return { from, to: from, operation: none, call: none, asked: none, answer: none, heap: none }
    },
    difference: ({ from, to }) => noDifference(from, to),
    blocks: ({ operation }) => blockFigures(new History(0), EACH_A_ROW, 0, operation),
    lineBytes: () => script.lineBytes ?? [],
    space: () => noSpace(),
    syscalls: () => ({ from: 0, calls: [], kept: 0, made: 0, counts: [], before: 0, through: 0 }),
    source: () => ({ first: 1, lines: [], total: 0 }),
    locate: () => -1,
    mainEnd: () => ({ kind: 'none', reason: 'This run is made by hand.' }),
    walk: (args) => {
      walks.push(args)
      const to = args.from + (args.backwards ? -1 : 1)
      return to >= 0 && to < count ? to : -1
    },
    find: ({ conditions, from, backwards }) => {
      const holds = ({ at }: ProgramView) =>
        conditions.some((each) => each.kind === 'line' && each.file === at.file && each.line === at.line)
      const places = script.statements.map((view, i) => (holds(view) ? i : -1)).filter((i) => i >= 0)
      return (backwards ? places.findLast((i) => i < from) : places.find((i) => i > from)) ?? -1
    },
  }
  const test = labOver(() => transportOf(answers), wishes)
  return { ...test, walks, opened }
}

function momentAt({ statements, picture = '' }: Script, asked: Moment['position'], inspect: number | null) {
  const operation = Math.min(asked.operation, statements.length - 1)
  const step = Math.min(asked.step, 1)
  const moment = momentOf(picture, {
    position: { operation, step },
    step: { kind: 'note', sentence: `Statement ${operation + 1}.`, chunk: 0, accesses: [] },
    program: statements[operation] ?? null,
  })
  const { chunks } = moment
  const at = inspect === null ? -1 : chunks.address.findLastIndex((address) => address <= inspect)
  if (at < 0) return moment
  const inspected = {
    chunk: chunks.address[at]!,
    size: chunks.size[at]!,
    state: chunks.state[at]!,
    payload: chunks.payload[at]!,
    usable: chunks.usable[at]!,
    requested: chunks.requested[at]!,
    name: chunks.names[at]!,
    allocated: { operation: 0, text: '', file: '', line: 0, function: '' },
    freed: null,
    earlier: [],
    listed: null,
    fields: [],
    bytes: new Uint8Array(0),
    behind: new Uint8Array(0),
    written: [],
  }
  return { ...moment, inspected }
}

function transportOf(answers: { readonly [M in Method]: (args: Calls[M]['args']) => Calls[M]['result'] }) {
  let receive: (reply: Reply) => void = () => {}
  let died: (reason: string) => void = () => {}
  const transport: Transport & { kill(reason: string): void } = {
    send: ({ id, method, args }) => {
      const result = (answers[method] as (given: unknown) => unknown)(args)
      queueMicrotask(() => receive({ kind: 'result', id, result }))
    },
    onReply: (listener) => {
      receive = listener
    },
    onDeath: (listener) => {
      died = listener
    },
    close: () => {
      receive = () => {}
    },
    kill: (reason) => died(reason),
  }
  return transport
}
