-- Question: what is the value of each place that is more than one sector of one district?
-- Grain:    one row per indicator, year, period, district, sector, how
-- Params:   none
-- Returns:  indicator, year, period, district, sector, value, numerator, denominator, quality, how, complete, parts,
--           have, expected, difference, raw, document, note, upload, file, sheet, cell,
--           level

-- The store alone asks this, once for the files of an indicator. `answered` is what values_by_place says of them. The
-- order is that in which places are asked for, so that a question about some of them reads few of the rows.

with totals as (
    select
        *,
        case
            when district is not null then 'district'
            when sector is not null then 'sector'
            else 'province'
        end as level
    from answered
    where district is null or sector is null
),

ordered as (
    select
        indicator,
        year,
        period,
        district,
        sector,
        value,
        numerator,
        denominator,
        quality,
        how,
        complete,
        parts,
        have,
        expected,
        difference,
        raw,
        document,
        note,
        upload,
        file,
        sheet,
        cell,
        level
    from totals
    order by indicator, level, district, sector, year, period, how desc
)

select * from ordered
