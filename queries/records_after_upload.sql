-- Question: which rows would the store hold once the effective rows of an upload were published?
-- Grain:    one row per measure, indicator, year, period, district, sector, document_date
-- Params:   none
-- Returns:  measure, indicator, year, period, district, sector, document_date, value, value_to, operator, numerator,
--           denominator, quality, document, note, raw, definition, upload, file, sheet, cell

-- The store alone asks this, for a rehearsal. `effective` are the rows that are new or changed, and the withdrawals.

with arriving as (
    select
        *,
        case when measure = 'target' then document_date end as key_date
    from effective
),

stored as (
    select
        *,
        case when measure = 'target' then document_date end as key_date
    from stored_records
),

kept as (
    select stored.* exclude (key_date)
    from stored
    anti join arriving
        on stored.measure is not distinct from arriving.measure
        and stored.indicator is not distinct from arriving.indicator
        and stored.year is not distinct from arriving.year
        and stored.period is not distinct from arriving.period
        and stored.district is not distinct from arriving.district
        and stored.sector is not distinct from arriving.sector
        and stored.key_date is not distinct from arriving.key_date
),

brought as (
    select * exclude (key_date, withdraw)
    from arriving
    where not withdraw
),

records_after as (
    select * from kept
    union all by name
    select * from brought
)

select * from records_after
