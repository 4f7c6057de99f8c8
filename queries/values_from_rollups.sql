-- Question: what is each place's value, where the store keeps the answer?
-- Grain:    one row per indicator, year, period, district, sector, how
-- Params:   $indicator, $level, $district, $sector, $districts
-- Returns:  indicator, year, period, district, sector, value, numerator, denominator, quality, how, complete, parts,
--           have, expected, difference, raw, document, note, upload, file, sheet, cell

-- What values_by_place says of places that are no single cell, read from `rolled_values` (rollup_of_values).

with kept_values as (
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
        cell
    from rolled_values
    where ($indicator is null or indicator = $indicator)
        and ($level is null or level = $level)
        and ($district is null or district = $district)
        and ($sector is null or sector = $sector)
        and (
            $districts is null
            or (
                district >= list_min($districts)
                and district <= list_max($districts)
                and list_contains($districts, district)
            )
        )
    order by indicator, year, period, district nulls first, sector nulls first, how desc
)

select * from kept_values
