-- Question: what did each sector of each district report?
-- Grain:    one row per indicator, year, period, district, sector
-- Params:   $indicator, $district, $sector, $districts
-- Returns:  indicator, year, period, district, sector, value, numerator, denominator, quality, how, complete, parts,
--           have, expected, difference, raw, document, note, upload, file, sheet, cell

-- What values_by_place says of the level cell, which nothing is built for. `rolled_settings` are the definitions.

with definitions as (
    select
        indicator,
        json_extract_string(definition, '/kind') as kind,
        if(lower(json_extract_string(definition, '/unit')) in ('%', 'percent', 'per cent', 'phần trăm'), 100, 1)
            as ratio_factor
    from rolled_settings
    where measure = 'definition'
        and ($indicator is null or indicator = $indicator)
),

reported as (
    select
        records.* replace (
            case
                when records.value is null and definitions.kind = 'ratio'
                    then round(records.numerator / nullif(records.denominator, 0) * definitions.ratio_factor, 9)
                else records.value
            end as value,
            coalesce(records.quality, 'official') as quality
        )
    from records
    left join definitions
        on records.indicator = definitions.indicator
    where records.measure = 'actual'
        and records.district is not null
        and records.sector is not null
        and ($indicator is null or records.indicator = $indicator)
        and ($district is null or records.district = $district)
        and ($sector is null or records.sector = $sector)
        and (
            $districts is null
            or (
                records.district >= list_min($districts)
                and records.district <= list_max($districts)
                and list_contains($districts, records.district)
            )
        )
),

values_of_cells as (
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
        'reported' as how,
        true as complete,
        null::varchar as parts,
        null::bigint as have,
        null::bigint as expected,
        null::double as difference,
        raw,
        document,
        note,
        upload,
        file,
        sheet,
        cell
    from reported
    order by indicator, year, period, district nulls first, sector nulls first
)

select * from values_of_cells
