import { useState } from 'react'
import type { Moment } from '../../engine/session/index.ts'
import type { Address } from '../../engine/units.ts'
import {
  allocatorName,
  inspect,
  isAsked,
  levelHere,
  lookCloser,
  type Rival,
  removeRival,
  setMapRows,
  showFrom,
  showRivalFrom,
} from '../../state/index.ts'
import { useLab, useLabState } from '../context.ts'
import { bytesShort, count } from '../format.ts'
import type { MapView } from './Comparison.tsx'
import { RivalOptions } from './RivalOptions.tsx'
import { RivalStatus } from './RivalStatus.tsx'

/** The page's own run. */
export function OwnPanel({ Map: MapView }: { readonly Map: MapView }) {
  const lab = useLab()
  const name = useLabState(({ scenario }) => (scenario === null ? '' : allocatorName(scenario.allocator)))
  const moment = useLabState((state) => state.moment)
  const mapFrom = useLabState((state) => state.view.mapFrom)
  const bytesPerRow = useLabState(levelHere)
  const [picked, setPicked] = useState<Address | null>(null)
  // The inspector beside the maps tells all of it.
  const pick = (address: Address | null) => {
    setPicked(address)
    inspect(lab, address)
  }
  return (
    <article className="contender" aria-label={name}>
      <header>
        <h3>{name}</h3>
        <small>as chosen above</small>
      </header>
      {moment === null ? (
        <p className="aside">The first moment is on its way.</p>
      ) : (
        <>
          <Numbers moment={moment} />
          <MapView
            moment={moment}
            name={name}
            from={mapFrom}
            bytesPerRow={bytesPerRow}
            onFrom={(address) => showFrom(lab, address)}
            onRows={(rows) => setMapRows(lab, rows + 2)}
            picked={picked}
            onPick={pick}
          />
          <p className="contender-sentence">{moment.step.sentence}</p>
        </>
      )}
    </article>
  )
}

/** Another allocator's run, at the same place. */
export function RivalPanel({ rival, Map: MapView }: { readonly rival: Rival; readonly Map: MapView }) {
  const lab = useLab()
  const bytesPerRow = useLabState(levelHere)
  const { key, moment, mapFrom, allocator } = rival
  const name = allocatorName(allocator)
  const [picked, setPicked] = useState<Address | null>(null)
  return (
    <article className="contender" aria-label={name}>
      <header>
        <h3>{name}</h3>
        <span className="spring" />
        <RivalOptions rival={rival} />
        <button
          type="button"
          className="quiet"
          aria-label={`Take ${name} out`}
          title="Take it out"
          onClick={() => removeRival(lab, key)}
        >
          ×
        </button>
      </header>
      {moment !== null && (
        <>
          <Numbers moment={moment} />
          <MapView
            moment={moment}
            name={name}
            from={mapFrom}
            bytesPerRow={bytesPerRow}
            onFrom={(address) => showRivalFrom(lab, key, address)}
            onRows={(rows) => setMapRows(lab, rows + 2)}
            picked={picked}
            onPick={setPicked}
          >
            <button
              type="button"
              className="button small"
              title={`${name} changes places with the allocator of the page`}
              onClick={() => {
                lookCloser(lab, key, picked)
                setPicked(null)
              }}
            >
              Look closer
            </button>
          </MapView>
          <p className="contender-sentence">{moment.step.sentence}</p>
        </>
      )}
      <RivalStatus rival={rival} />
    </article>
  )
}

function Numbers({ moment: { metrics, position, steps } }: { readonly moment: Moment }) {
  // How many steps there are tells what will happen.
  const asked = useLabState(isAsked)
  return (
    <p className="contender-numbers">
      <span>
        operation <b>{count(position.operation + 1)}</b>, step <b>{count(position.step)}</b>
        {!asked && ` of ${count(steps)}`}
      </span>
      <span>
        heap <b>{bytesShort(metrics.footprint)}</b>
      </span>
      <span>
        free <b>{bytesShort(metrics.free)}</b>
      </span>
      <span>
        largest free <b>{bytesShort(metrics.largestFree)}</b>
      </span>
    </p>
  )
}
