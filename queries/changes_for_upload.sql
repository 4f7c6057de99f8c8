-- Question: what would each row of an upload change?
-- Grain:    one row per measure, indicator, year, period, district, sector, document_date
-- Params:   none
-- Returns:  measure, indicator, year, period, district, sector, document_date, change, value_before, upload_before

-- `incoming` are the rows of the upload, `position` their order in it, which is the order of the answer.
-- `upload_before` is the version that brought the stored row: another one means that somebody wrote it since.
-- Change is new, changed or unchanged; for a withdrawal removed, or absent where there is nothing to withdraw.

with arriving as (
    select
        *,
        case when measure = 'target' then document_date end as key_date
    from incoming
),

stored as (
    select
        records.*,
        case when records.measure = 'target' then records.document_date end as key_date
    from records
    semi join arriving
        on records.indicator = arriving.indicator
),

compared as (
    select
        arriving.*,
        stored.indicator is not null as is_stored,
        stored.value as value_before,
        stored.upload as upload_before,
        arriving.value is distinct from stored.value
        or arriving.value_to is distinct from stored.value_to
        or arriving.operator is distinct from stored.operator
        or arriving.numerator is distinct from stored.numerator
        or arriving.denominator is distinct from stored.denominator
        or arriving.quality is distinct from stored.quality
        or arriving.document is distinct from stored.document
        or arriving.document_date is distinct from stored.document_date
        or arriving.note is distinct from stored.note
        or arriving.definition is distinct from stored.definition as differs
    from arriving
    left join stored
        on arriving.measure is not distinct from stored.measure
        and arriving.indicator is not distinct from stored.indicator
        and arriving.year is not distinct from stored.year
        and arriving.period is not distinct from stored.period
        and arriving.district is not distinct from stored.district
        and arriving.sector is not distinct from stored.sector
        and arriving.key_date is not distinct from stored.key_date
),

changes as (
    select
        measure,
        indicator,
        year,
        period,
        district,
        sector,
        document_date,
        case
            when withdraw and is_stored then 'removed'
            when withdraw then 'absent'
            when not is_stored then 'new'
            when differs then 'changed'
            else 'unchanged'
        end as change,
        value_before,
        upload_before
    from compared
    order by position
)

select * from changes
