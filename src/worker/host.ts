import type { ProgramSource, Scenario, SessionInfo } from '../engine/session/index.ts'
import type { SessionDriver } from '../engine/session/session.ts'
import type { Calls, Method, Reply, Request } from './protocol.ts'

/** Operations run between two looks at the clock. */
const SLICE = 2000
/** Milliseconds that a slice of running may take before waiting requests get their turn. */
const SLICE_MS = 12
/** Milliseconds between two progress messages. */
const PROGRESS_MS = 100

const NO_PROGRAM: MainEndAnswer = { kind: 'none', reason: 'This is no C program.' }

/** What the host needs of the world around it. */
export interface Surroundings {
  readonly post: (reply: Reply) => void
  /** Runs `task` soon, after messages that have arrived meanwhile. */
  readonly later: (task: () => void) => void
  /** A clock in milliseconds. */
  readonly now: () => number
  /** Makes a session; a promise where something must be loaded or read for it first. `data`: as in `open`. */
  readonly session: (scenario: Scenario, data: Blob | null) => SessionDriver | Promise<SessionDriver>
  /** What `mainEnd` of the engine says of a program; a promise where the reader of C is loaded first. */
  readonly mainEnd: (program: ProgramSource) => MainEndAnswer | Promise<MainEndAnswer>
  /** Loads what tells the address space and the system calls. */
  readonly looking: () => Promise<Looking>
}

/** What the engine tells only to those who look. */
export type Looking = typeof import('../engine/session/looking.ts')

type MainEndAnswer = Calls['mainEnd']['result']

/** Only these may need time; everything else asked meanwhile waits for them. */
type Slow = 'open' | 'mainEnd' | 'space' | 'syscalls'
type Answer<M extends Method> = Calls[M]['result'] | (M extends Slow ? Promise<Calls[M]['result']> : never)

type Handlers = { readonly [M in Method]: (args: Calls[M]['args']) => Answer<M> }

/**
 * The engine's end of the protocol: answers requests one by one, drops those that a newer one of the same lane has
 * replaced, and uses the time between them to run the open scenario on.
 */
export class Host {
  private session: SessionDriver | null = null
  private running = false
  /** Whether a session is being made. */
  private loading = false
  private queue: Request[] = []
  private scheduled = false
  private lastProgress = 0

  constructor(private readonly world: Surroundings) {}

  /** Takes a request. It is answered later, in order. */
  receive(request: Request): void {
    if (request.lane !== null) {
      this.queue = this.queue.filter((older) => {
        const replaced = older.lane === request.lane
        if (replaced) this.world.post({ kind: 'superseded', id: older.id })
        return !replaced
      })
    }
    this.queue.push(request)
    this.schedule()
  }

  private readonly handlers: Handlers = {
    open: ({ scenario, data }) => {
      const made = this.world.session(scenario, data)
      return made instanceof Promise ? made.then((session) => this.begin(session)) : this.begin(made)
    },
    cancel: () => {
      this.running = false
      return this.open().info()
    },
    resume: () => {
      this.running = true
      return this.open().info()
    },
    moment: (args) => this.open().moment(args),
    difference: (args) => this.open().difference(args),
    series: ({ names, from, to, buckets }) => this.open().series(names, from, to, buckets),
    figures: ({ from, to, buckets }) => this.open().figures(from, to, buckets),
    blocks: ({ operation }) => this.open().blocks(operation),
    calls: ({ from, to }) => this.open().calls(from, to),
    lineBytes: (args) => this.open().lineBytes(args),
    space: (args) => this.look(({ spaceAt }, session) => spaceAt(session.sources(), args)),
    syscalls: (args) => this.look(({ syscallWindow }, session) => syscallWindow(session.systemCalls(), args)),
    source: ({ firstLine, count }) => this.open().source(firstLine, count),
    locate: ({ line }) => this.open().locate(line),
    walk: ({ from, how, backwards }) => this.open().walk(from, how, backwards),
    find: ({ conditions, from, backwards }) => this.open().find(conditions, from, backwards),
    mainEnd: () => {
      const { source } = this.open().scenario
      return source.kind === 'c' ? this.world.mainEnd(source) : NO_PROGRAM
    },
  }

  private async look<T>(use: (looking: Looking, session: SessionDriver) => T): Promise<T> {
    const session = this.open()
    return use(await this.world.looking(), session)
  }

  private begin(session: SessionDriver): SessionInfo {
    this.session = session
    this.running = true
    this.runSlice()
    return session.info()
  }

  private open(): SessionDriver {
    if (this.session === null) throw new Error('No scenario is open.')
    return this.session
  }

  private schedule(): void {
    if (this.scheduled || this.loading) return
    this.scheduled = true
    this.world.later(() => {
      this.scheduled = false
      this.turn()
    })
  }

  private turn(): void {
    const request = this.queue.shift()
    if (request !== undefined) this.answer(request)
    else if (this.working()) this.runSlice()
    if (this.queue.length > 0 || this.working()) this.schedule()
  }

  private working(): boolean {
    return this.running && this.session !== null && !this.session.complete
  }

  private answer<M extends Method>({ id, method, args }: Request<M>): void {
    const result = (value: unknown) => this.world.post({ kind: 'result', id, result: value })
    const failed = (error: unknown) => {
      const message = error instanceof Error ? error.message : String(error)
      this.world.post({ kind: 'error', id, message })
    }
    try {
      const answer = (this.handlers[method] as (args: Calls[M]['args']) => Answer<M>)(args)
      if (answer instanceof Promise) this.wait(answer.then(result, failed))
      else result(answer)
    } catch (error) {
      failed(error)
    }
  }

  /** Does nothing else until a session is made. */
  private wait(answered: Promise<void>): void {
    this.loading = true
    void answered.then(() => {
      this.loading = false
      this.schedule()
    })
  }

  private runSlice(): void {
    const session = this.open()
    const begin = this.world.now()
    try {
      while (!session.complete && this.world.now() - begin < SLICE_MS) session.advance(SLICE)
    } catch (error) {
      // The lab's own mistake: the run cannot go on, but what was run can still be looked at.
      this.running = false
      throw error
    }
    const now = this.world.now()
    if (!session.complete && now - this.lastProgress < PROGRESS_MS) return
    this.lastProgress = now
    this.world.post({ kind: 'progress', info: session.info() })
  }
}
