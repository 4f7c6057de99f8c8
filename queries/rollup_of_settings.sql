-- Question: which definitions, targets and baselines stand in these files?
-- Grain:    one row per measure, indicator, year, period, district, sector, document_date
-- Params:   none
-- Returns:  measure, indicator, year, period, district, sector, document_date, value, value_to, operator, numerator,
--           denominator, quality, document, note, raw, definition, upload, file, sheet, cell

-- The store alone asks this, once for the files of an indicator.

with settings as (
    select
        measure,
        indicator,
        year,
        period,
        district,
        sector,
        document_date,
        value,
        value_to,
        operator,
        numerator,
        denominator,
        quality,
        document,
        note,
        raw,
        definition,
        upload,
        file,
        sheet,
        cell
    from records
    where measure <> 'actual'
    order by indicator, measure, district, sector, year, period, document_date
)

select * from settings
