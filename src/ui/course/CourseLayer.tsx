import { showDialog } from '../../state/index.ts'
import { useLab, useLabState } from '../context.ts'
import { later } from '../parts/later.tsx'

const Gallery = later(
  () => import('./Gallery.tsx'),
  (part): React.ComponentType<{ readonly onClose: () => void }> => part.Gallery,
)
const Tour = later(
  () => import('./Tour.tsx'),
  (part) => part.Tour,
)

/** The gallery and the tour, over the page. Each is fetched when it is seen first. */
export function CourseLayer() {
  const lab = useLab()
  const gallery = useLabState(({ dialog }) => dialog?.kind === 'gallery')
  const tour = useLabState(({ course }) => course.tour)
  return (
    <>
      {gallery && <Gallery onClose={() => showDialog(lab, null)} />}
      {tour !== null && <Tour number={tour} />}
    </>
  )
}
