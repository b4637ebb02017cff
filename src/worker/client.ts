import type { SessionInfo } from '../engine/session/index.ts'
import type { Calls, Method, Reply, Request } from './protocol.ts'

/** One end of a byte-less wire: `send` a request, `receive` gets replies. A worker, or a host in the same thread. */
export interface Transport {
  send(request: Request): void
  onReply(receive: (reply: Reply) => void): void
  /** Called once when the other end is gone for good (the worker died). */
  onDeath(died: (reason: string) => void): void
  close(): void
}

/** The answer to a request that a newer one in its lane has replaced. */
export const SUPERSEDED: unique symbol = Symbol('superseded')

/** The other end died while requests were under way. */
export class WorkerDied extends Error {}

interface Waiting {
  readonly resolve: (result: never) => void
  readonly reject: (error: Error) => void
}

/** The page's end of the protocol. Knows requests and replies, not what carries them. */
export class Client {
  private nextId = 1
  private readonly waiting = new Map<number, Waiting>()
  private dead: string | null = null

  constructor(
    private readonly transport: Transport,
    events: { readonly progress: (info: SessionInfo) => void; readonly died: (reason: string) => void },
  ) {
    transport.onReply((reply) => this.receive(reply, events.progress))
    transport.onDeath((reason) => {
      this.dead = reason
      for (const { reject } of this.waiting.values()) reject(new WorkerDied(reason))
      this.waiting.clear()
      events.died(reason)
    })
  }

  /** Asks; rejects when the other end cannot answer. */
  call<M extends Method>(method: M, args: Calls[M]['args']): Promise<Calls[M]['result']> {
    return this.send(method, args, null) as Promise<Calls[M]['result']>
  }

  /** Asks in a lane: an answer of SUPERSEDED says that a newer request of the lane took its place. */
  callLatest<M extends Method>(
    lane: string,
    method: M,
    args: Calls[M]['args'],
  ): Promise<Calls[M]['result'] | typeof SUPERSEDED> {
    return this.send(method, args, lane)
  }

  close(): void {
    this.transport.close()
  }

  private send<M extends Method>(method: M, args: Calls[M]['args'], lane: string | null): Promise<never> {
    if (this.dead !== null) return Promise.reject(new WorkerDied(this.dead))
    const id = this.nextId++
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject })
      this.transport.send({ id, lane, method, args })
    })
  }

  private receive(reply: Reply, progress: (info: SessionInfo) => void): void {
    if (reply.kind === 'progress') {
      progress(reply.info)
      return
    }
    const waiting = this.waiting.get(reply.id)
    if (waiting === undefined) return
    this.waiting.delete(reply.id)
    if (reply.kind === 'result') waiting.resolve(reply.result as never)
    else if (reply.kind === 'superseded') waiting.resolve(SUPERSEDED as never)
    else waiting.reject(new Error(reply.message))
  }
}
