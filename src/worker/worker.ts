import { Host } from './host.ts'
import type { Reply, Request } from './protocol.ts'
import { findMainEnd, loadLooking, loadSession } from './sessions.ts'

// A message to ourselves comes after the messages that have arrived meanwhile, and sooner than a timer.
const channel = new MessageChannel()
const tasks: (() => void)[] = []
channel.port1.onmessage = () => tasks.shift()?.()

const host = new Host({
  post: (reply: Reply) => self.postMessage(reply),
  later: (task) => {
    tasks.push(task)
    channel.port2.postMessage(null)
  },
  now: () => performance.now(),
  session: loadSession,
  mainEnd: findMainEnd,
  looking: loadLooking,
})

self.onmessage = (event: MessageEvent<Request>) => host.receive(event.data)
