import { lazy, Suspense } from 'react'
import { useLabState } from '../context.ts'

const Gallery = lazy(() => import('./Gallery.tsx').then(({ Gallery: view }) => ({ default: view })))
const Tour = lazy(() => import('./Tour.tsx').then(({ Tour: view }) => ({ default: view })))

/** The gallery and the tour, over the page. Each is fetched when it is seen first. */
export function CourseLayer() {
  const gallery = useLabState(({ dialog }) => dialog?.kind === 'gallery')
  const tour = useLabState(({ course }) => course.tour)
  return (
    <Suspense fallback={null}>
      {gallery && <Gallery />}
      {tour !== null && <Tour number={tour} />}
    </Suspense>
  )
}
