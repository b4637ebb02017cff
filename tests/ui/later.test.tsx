// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { LabContext } from '../../src/ui/context.ts'
import { later } from '../../src/ui/parts/later.tsx'
import { type TestLab, testLab, until } from '../support/lab.ts'

const running: TestLab[] = []

afterEach(() => {
  cleanup()
  for (const { lab } of running.splice(0)) lab.client.close()
})

interface Props {
  readonly name: string
  readonly onClose?: () => void
}

const Hello = ({ name }: Props) => <p>Hello {name}</p>

/** A page with a button that shows a view. */
function show(View: React.ComponentType<Props>): TestLab {
  const test = testLab()
  running.push(test)
  function Page() {
    const [open, setOpen] = useState(false)
    return (
      <>
        <button type="button" onClick={() => setOpen(true)}>
          Open
        </button>
        {open ? <View name="you" onClose={() => setOpen(false)} /> : <p>Closed</p>}
      </>
    )
  }
  render(
    <LabContext value={test.lab}>
      <Page />
    </LabContext>,
  )
  screen.getByRole('button').click()
  return test
}

describe('a view that is loaded later', () => {
  it('stands where something else waited for it', async () => {
    show(
      later(
        () => Promise.resolve(Hello),
        (part) => part,
        <p>One moment</p>,
      ),
    )
    await screen.findByText('One moment')
    await screen.findByText('Hello you')
  })

  it('that does not come is told of, closed, and asked for again', async () => {
    let isThere = false
    const load = () => (isThere ? Promise.resolve(Hello) : Promise.reject(new Error('no network')))
    const test = show(later(load, (part) => part))
    await until(() => test.lab.store.getState().notice?.text.includes('no network') === true)
    await screen.findByText('Closed')
    isThere = true
    screen.getByRole('button').click()
    expect(await screen.findByText('Hello you')).toBeTruthy()
  })
})
