import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Reply, Request } from '../../src/worker/protocol.ts'
import { workerTransport } from '../../src/worker/transport.ts'

/** A worker that does only what the test makes it do. */
class FakeWorker {
  onerror: ((event: { message: string; preventDefault(): void }) => void) | null = null
  onmessage: ((event: { data: Reply }) => void) | null = null
  onmessageerror: (() => void) | null = null
  terminated = false
  readonly received: Request[] = []

  postMessage(request: Request): void {
    this.received.push(request)
  }

  terminate(): void {
    this.terminated = true
  }

  answer(id: number): void {
    this.onmessage?.({ data: { kind: 'result', id, result: null } })
  }
}

const REQUEST: Request = { id: 1, lane: null, method: 'cancel', args: {} }

function connected() {
  const worker = new FakeWorker()
  const transport = workerTransport(worker as unknown as Worker)
  const deaths: string[] = []
  const replies: Reply[] = []
  transport.onDeath((reason) => deaths.push(reason))
  transport.onReply((reply) => replies.push(reply))
  return { worker, transport, deaths, replies }
}

describe('a worker', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('that answers lives', () => {
    const { worker, transport, deaths, replies } = connected()
    transport.send(REQUEST)
    vi.advanceTimersByTime(15_000)
    worker.answer(1)
    vi.advanceTimersByTime(60_000)
    expect([deaths, replies.length, worker.terminated]).toEqual([[], 1, false])
  })

  it('that has an error is dead, once', () => {
    const { worker, deaths } = connected()
    worker.onerror?.({ message: 'out of memory', preventDefault: () => {} })
    worker.onerror?.({ message: 'again', preventDefault: () => {} })
    expect([deaths, worker.terminated]).toEqual([['out of memory'], true])
  })

  it('that stays silent when asked is dead', () => {
    const { worker, transport, deaths } = connected()
    transport.send(REQUEST)
    vi.advanceTimersByTime(19_000)
    expect(deaths).toEqual([])
    vi.advanceTimersByTime(2_000)
    expect(deaths).toEqual(['It did not answer for 20 seconds.'])
    expect(worker.terminated).toBe(true)
  })

  it('that reports progress is not silent', () => {
    const { worker, transport, deaths } = connected()
    transport.send(REQUEST)
    for (let i = 0; i < 10; i++) {
      vi.advanceTimersByTime(10_000)
      worker.onmessage?.({ data: { kind: 'progress', info: {} as never } })
    }
    expect(deaths).toEqual([])
  })

  it('that was closed says nothing more', () => {
    const { transport, deaths } = connected()
    transport.send(REQUEST)
    transport.close()
    vi.advanceTimersByTime(60_000)
    expect(deaths).toEqual([])
  })
})
