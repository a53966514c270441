/** The SQL of assessments. */

import { type Selectable, sql } from 'kysely'
import type { AuthorityId, PersonId, Tx } from '#access'
import type { Tables } from '#tables'
import type { Assessment, AssessmentId } from '../assessment.ts'
import type { ChildId } from '../child.ts'

type Row = Selectable<Tables['children.assessment']>

/** All that was ever assessed of a child, newest first. */
export async function assessmentsOf(tx: Tx, child: ChildId): Promise<Assessment[]> {
  const rows = await tx
    .selectFrom('children.assessment')
    .selectAll()
    .where('child_id', '=', child)
    .orderBy('assessed_on', 'desc')
    .execute()
  return rows.map(toAssessment)
}

export const saveAssessment = (tx: Tx, authority: AuthorityId, assessment: Assessment): Promise<void> =>
  saveAssessments(tx, authority, [assessment])

/** A second assessment on one day takes the place of the first. */
export async function saveAssessments(
  tx: Tx,
  authority: AuthorityId,
  assessments: readonly Assessment[],
): Promise<void> {
  await sql`
    insert into children.assessment (authority_id, id, child_id, assessed_on, voice, strengths, needs, care_plan,
      outcomes, school_name, school_postcode, education_stage, has_ehcp, health_setting, youth_justice, assessed_by)
    select ${authority}::uuid, id, child, "assessedOn", voice,
      array(select jsonb_array_elements_text(strengths)), array(select jsonb_array_elements_text(needs)), "carePlan",
      outcomes, "schoolName", "schoolPostcode", "educationStage", "hasEhcp", "healthSetting", "youthJustice",
      "assessedBy"
    from jsonb_to_recordset(${JSON.stringify(assessments)}::jsonb) as batch (id uuid, child uuid,
      "assessedOn" date, voice text, strengths jsonb, needs jsonb, "carePlan" text, outcomes text, "schoolName" text,
      "schoolPostcode" text, "educationStage" text, "hasEhcp" boolean, "healthSetting" boolean,
      "youthJustice" boolean, "assessedBy" uuid)
    on conflict (authority_id, child_id, assessed_on) do update set
      voice = excluded.voice, strengths = excluded.strengths, needs = excluded.needs, care_plan = excluded.care_plan,
      outcomes = excluded.outcomes, school_name = excluded.school_name, school_postcode = excluded.school_postcode,
      education_stage = excluded.education_stage, has_ehcp = excluded.has_ehcp,
      health_setting = excluded.health_setting, youth_justice = excluded.youth_justice,
      assessed_by = excluded.assessed_by`.execute(tx)
}

const toAssessment = (row: Row): Assessment => ({
  id: row.id as AssessmentId,
  child: row.child_id as ChildId,
  assessedOn: row.assessed_on,
  voice: row.voice,
  strengths: row.strengths,
  needs: row.needs,
  carePlan: row.care_plan,
  outcomes: row.outcomes,
  schoolName: row.school_name,
  schoolPostcode: row.school_postcode,
  educationStage: row.education_stage,
  hasEhcp: row.has_ehcp,
  healthSetting: row.health_setting,
  youthJustice: row.youth_justice,
  assessedBy: row.assessed_by as PersonId | null,
})
