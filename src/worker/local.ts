import type { Scenario } from '../engine/session/index.ts'
import { Session } from '../engine/session/session.ts'
import { mainEnd } from '../engine/workload/c/main-end.ts'
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
    session: (scenario, data) => (data === null ? new Session(scenario) : sessionOf(scenario, data)),
    looking: () => import('../engine/session/looking.ts'),
    mainEnd: ({ files, model = 'lp64', defines = [] }) => mainEnd({ files, model, defines }),
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

async function sessionOf(scenario: Scenario, data: Blob): Promise<Session> {
  return new Session(scenario, new Uint8Array(await data.arrayBuffer()))
}
