-- Question: which records has the store of some indicators, in the order in which their files hold them?
-- Grain:    one row per measure, indicator, year, period, district, sector, document_date
-- Params:   $indicators
-- Returns:  measure, indicator, year, period, district, sector, document_date, value, value_to, operator, numerator,
--           denominator, quality, document, note, raw, definition, upload, file, sheet, cell

-- The store alone asks this, when it writes the files of these indicators anew.

with records_of_indicators as (
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
    where list_contains($indicators, indicator)
    order by indicator, measure, district, sector, year, period, document_date
)

select * from records_of_indicators
