import { createBuddy } from './buddy/buddy.ts'
import { createBump } from './bump/bump.ts'
import { createClassroom } from './classroom/index.ts'
import { createKr } from './kr/kr.ts'
import { createLinked } from './linked/linked.ts'
import { createOstep } from './ostep/ostep.ts'
import { createPages } from './pages/pages.ts'
import { provideFamily } from './registry.ts'
import { createSegregated } from './segregated/segregated.ts'

/* Provides every family of allocators. Imported for that alone, by whoever may be asked for any of them. */

provideFamily('classroom', createClassroom)
provideFamily('kr', createKr)
provideFamily('bump', createBump)
provideFamily('linked', createLinked)
provideFamily('segregated', createSegregated)
provideFamily('ostep', createOstep)
provideFamily('buddy', createBuddy)
provideFamily('pages', createPages)
