import { Session } from '../engine/session/session.ts'
import type { Transport } from './client.ts'
import { Host } from './host.ts'
import type { Reply } from './protocol.ts'

/** A host in the same thread, for tests and wherever there is no worker. `kill` plays the worker's death. */
export function localTransport(now: () => number = () => 0): Transport & { kill(reason: string): void } {
  let receive: (reply: Reply) => void = () => {}
  let died: (reason: string) => void = () => {}
  let closed = false
  const host = new Host({
    post: (reply) => {
      const copy = structuredClone(reply)
      queueMicrotask(() => {
        if (!closed) receive(copy)
      })
    },
    later: (task) => {
      setTimeout(() => {
        if (!closed) task()
      }, 0)
    },
    now,
    session: (scenario, data) => new Session(scenario, data),
  })
  return {
    send: (request) => {
      if (!closed) host.receive(structuredClone(request))
    },
    onReply: (listener) => {
      receive = listener
    },
    onDeath: (listener) => {
      died = listener
    },
    close: () => {
      closed = true
    },
    kill: (reason) => {
      closed = true
      died(reason)
    },
  }
}
