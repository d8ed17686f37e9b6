// Long work as the status line shows it: how far, and the way to stop it. Progress comes from whoever started the job.
import { create } from 'zustand'

export interface Job {
  id: string
  /** the call whose work it is */
  call?: string
  /** words for people: “Nhập 32 phòng” */
  label: string
  /** 0…1; null while it is not known */
  progress: number | null
  cancel?: () => void
}

interface Jobs {
  jobs: readonly Job[]
  put: (job: Job) => void
  end: (id: string) => void
}

export const useJobs = create<Jobs>()((set) => ({
  jobs: [],
  put: (job) =>
    set(({ jobs }) => ({
      jobs: jobs.some(({ id }) => id === job.id) ? jobs.map((old) => (old.id === job.id ? job : old)) : [...jobs, job],
    })),
  end: (id) => set(({ jobs }) => ({ jobs: jobs.filter((job) => job.id !== id) })),
}))
