import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { PartName } from '../../engine/parts.ts'
import {
  choosePlace,
  compileErrors,
  inspect,
  type Lab,
  pointTo,
  questionNow,
  setMapRows,
  showFrom,
  shownDifference,
  zoom,
} from '../../state/index.ts'
import { Canvas, type Spot } from '../canvas/Canvas.tsx'
import type { Palette, Pen, Size } from '../canvas/pen.ts'
import { useLab, useLabState, useThemeInForce } from '../context.ts'
import { useDragRows } from './dragging.ts'
import { drawGuess, guessMarks } from './guess.ts'
import { HeapHead } from './HeapHead.tsx'
import { HeapMotion } from './HeapMotion.tsx'
import { HeapText } from './HeapText.tsx'
import { HeapTrouble } from './HeapTrouble.tsx'
import { LitPart } from './LitPart.tsx'
import { LANE_HEIGHT, nodeAtSpot } from './lane.ts'
import { chunkAtSpot, pieceOf, scrolledFrom } from './layout.ts'
import { Overview } from './Overview.tsx'
import { Pointed } from './Pointed.tsx'
import { drawScene, mapRows, type Scene, sceneOf } from './scene.ts'
import { Tooltip } from './Tooltip.tsx'

/** The heap map with the free list below it. */
export function HeapView() {
  const lab = useLab()
  const moment = useLabState((state) => state.moment)
  const view = useLabState((state) => state.view)
  const ownMalloc = useLabState((state) => state.info?.program?.hasOwnMalloc ?? false)
  const predict = useLabState(questionNow)
  const marks = useMarks()
  const theme = useThemeInForce()
  const [size, setSize] = useState<Size>({ width: 0, height: 0 })
  const [hover, setHover] = useState<{ index: number; spot: Spot } | null>(null)

  const scene = useMemo(
    () =>
      moment === null || size.width === 0
        ? null
        : sceneOf(moment, size, view.mapFrom, view.bytesPerRow, ownMalloc),
    [moment, size, view.mapFrom, view.bytesPerRow, ownMalloc],
  )
  useFollow(scene)
  useShowInspected(scene, view.inspect)
  useShowLit(scene)
  useShowPointed(scene, predict, size.height)
  const scroll = useScroll(scene)

  const draw = useCallback(
    (pen: Pen, area: Size, palette: Palette) => {
      if (scene === null) return
      drawScene(pen, scene, area, palette, marks)
      if (predict !== null) drawGuess(pen, scene.layout, guessMarks(predict), palette)
    },
    [scene, predict, marks],
  )
  const resize = (next: Size) => {
    setSize(next)
    setMapRows(lab, mapRows(next) + 2)
  }
  const point = (spot: Spot | null) => {
    const index = spot === null || scene === null ? -1 : chunkAtSpot(scene.layout, spot.x, spot.y)
    setHover(spot === null || index < 0 ? null : { index, spot })
    pointTo(lab, spot === null || scene === null ? null : addressAtSpot(scene, spot))
  }
  const pick = (spot: Spot, moved: boolean) => {
    if (moved || scene === null) return
    const spotted = addressAtSpot(scene, spot)
    if (spotted === null || choosePlace(lab, spotted)) return
    inspect(lab, spotted)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') scroll(1)
    else if (event.key === 'ArrowUp') scroll(-1)
    else return
    event.preventDefault()
  }
  const onWheel = (event: WheelEvent) => {
    event.preventDefault()
    if (event.ctrlKey) zoom(lab, event.deltaY < 0 ? 1 : -1)
    else scroll(Math.sign(event.deltaY) * Math.max(1, Math.round(Math.abs(event.deltaY) / 100)))
  }

  return (
    <>
      <HeapHead />
      <HeapTrouble />
      <LitPart />
      <div className="heap-stage">
        <Canvas
          label="Heap map. The list after it says the same in words. Arrow up and down scroll."
          className="heap-canvas"
          draw={draw}
          theme={theme}
          onSize={resize}
          onHover={point}
          onRelease={pick}
          onDrag={useDragRows(scroll)}
          onWheel={onWheel}
          onKeyDown={onKeyDown}
        />
        <HeapMotion scene={scene} />
        <Pointed scene={scene} />
        {moment === null && <Nothing />}
        {scene !== null && <Overview scene={scene} laneHeight={LANE_HEIGHT} />}
        {hover !== null && scene !== null && <Tooltip scene={scene} {...hover} width={size.width} />}
        <HeapText />
      </div>
    </>
  )
}

/** Where the chunks begin that have changed since the pinned moment. */
function useMarks(): ReadonlySet<number> {
  const difference = useLabState(shownDifference)
  return useMemo(() => new Set(difference?.chunks.marks), [difference])
}

/** Brings the chunk that a step is about into view, once for each step: what the person scrolls to afterwards stays. */
function useFollow(scene: Scene | null): void {
  const lab = useLab()
  const followed = useRef('')
  useEffect(() => {
    if (scene === null) return
    const { moment } = scene
    const key = `${moment.position.operation}.${moment.position.step}`
    if (followed.current === key) return
    followed.current = key
    bringIntoView(lab, scene, moment.step.chunk)
  }, [scene, lab])
}

/** Brings a chunk into view that was chosen elsewhere: in a list, or by a pointer to it. */
function useShowInspected(scene: Scene | null, address: number | null): void {
  const lab = useLab()
  const shown = useRef(address)
  useEffect(() => {
    if (scene === null || shown.current === address) return
    shown.current = address
    if (address !== null) bringIntoView(lab, scene, address)
  }, [scene, lab, address])
}

/** Brings into view what a question is about, the place that the keys point at as an answer, and then the true one. */
function useShowPointed(scene: Scene | null, predict: ReturnType<typeof questionNow>, height: number): void {
  const lab = useLab()
  const question = predict?.question
  const pointed = question?.choices[predict?.at ?? -1]?.place ?? question?.subject
  const place = (predict?.told == null ? pointed : question?.outcome)?.from ?? 0
  // The question itself takes room from the map, which then may not reach as far as before.
  const wanted = `${place} ${height}`
  const shown = useRef('')
  useEffect(() => {
    if (scene === null || shown.current === wanted) return
    shown.current = wanted
    if (place !== 0) bringIntoView(lab, scene, place)
  }, [scene, lab, place, wanted])
}

/** The chunk at a place on the canvas, in the list or on the map; null if there is none. */
function addressAtSpot({ nodes, layout, moment }: Scene, { x, y }: Spot): number | null {
  const node = nodeAtSpot(nodes, x, y)
  return node?.chunk ?? moment.chunks.address[chunkAtSpot(layout, x, y)] ?? null
}

/** Brings a chunk of the part that was lit up into view, if none of them is. */
function useShowLit(scene: Scene | null): void {
  const lab = useLab()
  const shown = useRef<PartName | null>(null)
  useEffect(() => {
    const part = scene?.moment.part ?? null
    if (scene === null || shown.current === (part?.part ?? null)) return
    shown.current = part?.part ?? null
    const addresses = [...(part?.address ?? [])]
    const isSeen = addresses.some((address) => pieceOf(scene.layout, scene.moment.chunks, address) !== null)
    if (!isSeen && addresses[0] !== undefined) bringIntoView(lab, scene, addresses[0])
  }, [scene, lab])
}

/** Scrolls the map so that the chunk at an address is on it, unless it is, or is none of the heap's. */
function bringIntoView(lab: Lab, { layout, moment }: Scene, address: number): void {
  if (address < moment.extent.from || address >= moment.extent.to) return
  if (pieceOf(layout, moment.chunks, address) !== null) return
  showFrom(lab, Math.max(moment.extent.from, address - 2 * layout.bytesPerRow))
}

function useScroll(scene: Scene | null): (rows: number) => void {
  const lab = useLab()
  return (rows) => {
    if (scene !== null && rows !== 0) showFrom(lab, scrolledFrom(scene.layout, rows))
  }
}

/** Before there is a moment: why the map is empty. */
function Nothing() {
  const read = useLabState((state) => state.info?.read ?? 0)
  const empty = useLabState(({ info }) => info?.complete === true && info.done === 0)
  const broken = useLabState((state) => state.info !== null && compileErrors(state.info).length > 0)
  const words = broken
    ? 'Nothing has been run yet: the program does not compile.'
    : empty
      ? 'There is nothing to show: this scenario has no operations. Edit it, or choose another one above.'
      : read < 1
        ? 'The source is being read.'
        : 'The run has begun; the first moment is on its way.'
  return <p className="aside nothing">{words}</p>
}
