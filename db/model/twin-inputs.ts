// Inputs of the calls about laboratories that may be one.
import { z } from 'zod'
import { Id } from './fields'
import { Seq } from './inputs'

const Words = z.string().normalize('NFC').max(500).nullable().optional()

/** A laboratory that is being typed, as far as it is typed. */
export const TwinQuestion = z.strictObject({
  nameVi: Words,
  owner: Id.nullable().optional(),
  phone: Words,
  address: Words,
  code: Words,
  /** the record that is being changed */
  except: Id.optional(),
})
export type TwinQuestion = z.infer<typeof TwinQuestion>

export const TwinListQuestion = z.strictObject({
  offset: z.int().min(0).optional(),
  limit: z.int().min(1).max(500).optional(),
})
export type TwinListQuestion = z.infer<typeof TwinListQuestion>

export const TwinDismissal = z.strictObject({
  laboratory: Id,
  twin: Id,
  /** false: they may be one after all */
  different: z.boolean(),
  reason: Words,
})
export type TwinDismissal = z.infer<typeof TwinDismissal>

/** Fields of a laboratory that a merge chooses one by one. */
export const mergeFields = [
  'nameVi',
  'nameEn',
  'owner',
  'kind',
  'manager',
  'phone',
  'email',
  'website',
  'note',
  'dissolvedOn',
] as const
export type MergeField = (typeof mergeFields)[number]
export const mergeSides = ['keep', 'other'] as const
export type MergeSide = (typeof mergeSides)[number]

const sides = Object.fromEntries(mergeFields.map((field) => [field, z.enum(mergeSides).optional()])) as Record<
  MergeField,
  z.ZodOptional<z.ZodEnum<{ keep: 'keep'; other: 'other' }>>
>

export const LabMerge = z.strictObject({
  keep: Id,
  other: Id,
  seen: Seq,
  /** left out: the value of `keep`, where it has none that of `other` */
  choices: z.strictObject(sides).optional(),
  /** places of `other` that are places of `keep`; all others become further places */
  sites: z
    .array(z.strictObject({ other: Id, keep: Id }))
    .max(200)
    .optional(),
  reason: Words,
})
export type LabMerge = z.infer<typeof LabMerge>
