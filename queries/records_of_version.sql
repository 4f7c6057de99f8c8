-- Question: which rows does one version of the table hold?
-- Grain:    one row per measure, indicator, year, period, district, sector, document_date
-- Params:   $files
-- Returns:  measure, indicator, year, period, district, sector, document_date, value, value_to, operator, numerator,
--           denominator, quality, document, note, raw, definition, upload, file, sheet, cell

-- The store alone asks this, once a version: every other query reads its answer under the name `records`.

with version_files as (
    select *
    from read_parquet($files, hive_partitioning = true, hive_types = {'indicator': varchar})
),

version_rows as (
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
    from version_files
)

select * from version_rows
