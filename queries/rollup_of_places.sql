-- Question: what does each indicator say of some districts with their sectors, or of the province with its sectors?
-- Grain:    one row per indicator, year, period, district, sector, how
-- Params:   $districts
-- Returns:  indicator, year, period, district, sector, value, numerator, denominator, quality, how, complete, parts,
--           have, expected, difference, raw, document, note, upload, file, sheet, cell,
--           level

-- The store alone asks this, of `rolled_values` (rollup_of_values) and `cells` (values_of_cells). Without districts it
-- is the province that is asked about.

with totals as (
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
    from rolled_values
    where if($districts is null, district is null, list_contains($districts, district))
),

places as (
    select *
    from totals
    union all by name
    select
        *,
        'cell' as level
    from cells
)

select * from places
