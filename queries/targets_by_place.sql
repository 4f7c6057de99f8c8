-- Question: which targets and baselines were set for each place, with every former value of a revised one?
-- Grain:    one row per measure, indicator, year, period, district, sector, document_date
-- Params:   $indicator, $level, $district, $sector, $districts
-- Returns:  measure, indicator, year, period, district, sector, operator, value, value_to, document, document_date,
--           note, raw, quality, upload, file, sheet, cell

-- Level is province, district, sector, cell (a sector of a district) or null for all of them. Districts is a list that
-- leaves only the rows of these districts, or null.

with set_values as (
    select
        measure,
        indicator,
        year,
        period,
        district,
        sector,
        operator,
        value,
        value_to,
        document,
        document_date,
        note,
        raw,
        quality,
        upload,
        file,
        sheet,
        cell
    from records
    where measure in ('target', 'baseline')
        and ($indicator is null or indicator = $indicator)
        and ($district is null or district = $district)
        and ($sector is null or sector = $sector)
        and ($districts is null or list_contains($districts, district))
        and ($level is null or $level in ('province', 'district', 'sector', 'cell'))
        and ($level is null or (district is not null) = ($level in ('district', 'cell')))
        and ($level is null or (sector is not null) = ($level in ('sector', 'cell')))
    order by measure, indicator, year, period, district nulls first, sector nulls first, document_date nulls first
)

select * from set_values
