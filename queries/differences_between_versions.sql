-- Question: what changed from one version of the store to another, record by record?
-- Grain:    one row per measure, indicator, year, period, district, sector, document_date
-- Params:   none
-- Returns:  change, measure, indicator, year, period, district, sector, document_date, value_before, value_after,
--           value_to_before, value_to_after, operator_before, operator_after, numerator_before, numerator_after,
--           denominator_before, denominator_after, quality_before, quality_after, document_before, document_after,
--           document_date_before, note_before, note_after, definition_before, definition_after, upload_before, upload,
--           file, sheet, cell

-- `former` and `latter` are the rows of those files that only one of the two versions has: what stands in a file of
-- both is the same in both. Change is new, changed or removed. document_date, upload, file, sheet and cell are the
-- latter version's; those of a removed record are the ones it had.

with before as (
    select
        *,
        case when measure = 'target' then document_date end as key_date
    from former
),

after as (
    select
        *,
        case when measure = 'target' then document_date end as key_date
    from latter
),

compared as (
    select
        case
            when before.indicator is null then 'new'
            when after.indicator is null then 'removed'
            when before.value is distinct from after.value
                or before.value_to is distinct from after.value_to
                or before.operator is distinct from after.operator
                or before.numerator is distinct from after.numerator
                or before.denominator is distinct from after.denominator
                or before.quality is distinct from after.quality
                or before.document is distinct from after.document
                or before.document_date is distinct from after.document_date
                or before.note is distinct from after.note
                or before.definition is distinct from after.definition
                then 'changed'
            else 'unchanged'
        end as change,
        coalesce(after.measure, before.measure) as measure,
        coalesce(after.indicator, before.indicator) as indicator,
        coalesce(after.year, before.year) as year,
        coalesce(after.period, before.period) as period,
        coalesce(after.district, before.district) as district,
        coalesce(after.sector, before.sector) as sector,
        case when after.indicator is null then before.document_date else after.document_date end as document_date,
        before.value as value_before,
        after.value as value_after,
        before.value_to as value_to_before,
        after.value_to as value_to_after,
        before.operator as operator_before,
        after.operator as operator_after,
        before.numerator as numerator_before,
        after.numerator as numerator_after,
        before.denominator as denominator_before,
        after.denominator as denominator_after,
        before.quality as quality_before,
        after.quality as quality_after,
        before.document as document_before,
        after.document as document_after,
        before.document_date as document_date_before,
        before.note as note_before,
        after.note as note_after,
        before.definition as definition_before,
        after.definition as definition_after,
        before.upload as upload_before,
        case when after.indicator is null then before.upload else after.upload end as upload,
        case when after.indicator is null then before.file else after.file end as file,
        case when after.indicator is null then before.sheet else after.sheet end as sheet,
        case when after.indicator is null then before.cell else after.cell end as cell
    from before
    full join after
        on before.measure is not distinct from after.measure
        and before.indicator is not distinct from after.indicator
        and before.year is not distinct from after.year
        and before.period is not distinct from after.period
        and before.district is not distinct from after.district
        and before.sector is not distinct from after.sector
        and before.key_date is not distinct from after.key_date
),

differences as (
    select *
    from compared
    where change <> 'unchanged'
    order by indicator, measure, district nulls first, sector nulls first, year, period, document_date
)

select * from differences
