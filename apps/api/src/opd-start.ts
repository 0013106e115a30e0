/**
 * SQL for the month from which a person's OPD uses Teraju (`mulai memakai sejak`): null where none was set, and every month counts.
 * `person` and `day` are expressions; the OPD is that of the definitive seat on the day.
 */
export const startOf = (person: string, day: string): string => `(
  select os.month from placement sl join tree_version st on st.valid_from <= ${day} and (st.valid_until is null or st.valid_until > ${day})
    join unit_node sn on sn.tree_id = st.id and sn.unit_id = sl.unit_id join opd_start os on os.unit_id = coalesce(sn.opd_id, sn.unit_id) and os.is_current
   where sl.person_id = ${person} and sl.kind = 'definitif' and sl.valid_from <= ${day} and (sl.valid_until is null or sl.valid_until > ${day}) limit 1)`;

/** SQL for whether a month lies before the one from which an OPD uses Teraju: tidak tercatat, whatever was or was not reported. `unit` and `month` are expressions. */
export const isUnrecorded = (unit: string, month: string): string => `exists (select from opd_start os where os.unit_id = ${unit} and os.is_current and os.month > ${month})`;
