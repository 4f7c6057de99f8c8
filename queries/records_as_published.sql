-- Question: which records does the store hold, each as it was published?
-- Grain:    one row per measure, indicator, year, period, district, sector, document_date
-- Params:   none
-- Returns:  measure, indicator, year, period, district, sector, document_date, value, value_to, operator, numerator,
--           denominator, quality, document, note, raw, definition, upload, file, sheet, cell

with published as (
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
    order by indicator, measure, year, period, district, sector, document_date
)

select * from published
