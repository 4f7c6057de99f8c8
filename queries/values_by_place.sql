-- Question: what is each place's value, as reported and as built from its parts?
-- Grain:    one row per indicator, year, period, district, sector, how
-- Params:   $indicator, $level, $district, $sector, $districts
-- Returns:  indicator, year, period, district, sector, value, numerator, denominator, quality, how, complete, parts,
--           have, expected, difference, raw, document, note, upload, file, sheet, cell

-- Level is province, district, sector, cell (a sector of a district) or null for all; districts the only ones, or null.
-- A built row stands where a place reported no value, and beside a reported one that differs from its complete parts.
-- A part that ever reported, be it without a value, is expected from that year on; nothing is carried forward.

with definitions as (
    select
        indicator,
        json_extract_string(definition, '/kind') as kind,
        json_extract_string(definition, '/over_place') as over_place,
        if(lower(json_extract_string(definition, '/unit')) in ('%', 'percent', 'per cent', 'phần trăm'), 100, 1)
            as ratio_factor
    from records
    where measure = 'definition'
        and ($indicator is null or indicator = $indicator)
),

-- A place's total needs its cells, so a level narrows the rows to those it is made of and no further.
reported as (
    select
        records.* exclude (measure, value_to, operator, document_date, definition) replace (
            case
                when records.value is null and definitions.kind = 'ratio'
                    then round(records.numerator / nullif(records.denominator, 0) * definitions.ratio_factor, 9)
                else records.value
            end as value,
            coalesce(records.quality, 'official') as quality
        ),
        definitions.over_place,
        definitions.ratio_factor
    from records
    left join definitions
        on records.indicator = definitions.indicator
    where records.measure = 'actual'
        and ($indicator is null or records.indicator = $indicator)
        and ($district is null or records.district = $district)
        and ($sector is null or records.sector = $sector)
        and ($districts is null or list_contains($districts, records.district))
        and ($level is null or $level not in ('district', 'cell') or records.district is not null)
        and ($level is null or $level not in ('sector', 'cell') or records.sector is not null)
),

-- Of what a place can be built, in the order of preference.
ways (of_districts, of_sectors, for_district, for_sector, parts, preference) as (
    values
        (true, false, false, false, 'districts', 1),
        (false, true, false, false, 'sectors', 2),
        (true, true, false, false, 'cells', 3),
        (true, true, true, false, 'sectors', 1),
        (true, true, false, true, 'districts', 1)
),

pieces as (
    select
        reported.* replace (
            if(ways.for_district, reported.district, null) as district,
            if(ways.for_sector, reported.sector, null) as sector
        ),
        ways.parts,
        ways.preference
    from reported
    inner join ways
        on (reported.district is not null) = ways.of_districts
        and (reported.sector is not null) = ways.of_sectors
    -- A part that came without a value is not had; a ratio without its parts can't be added.
    where case reported.over_place
        when 'sum' then reported.value is not null
        when 'count' then reported.value is not null
        when 'ratio' then reported.numerator is not null and reported.denominator is not null
        else false
    end
),

sums as (
    select
        indicator,
        year,
        period,
        district,
        sector,
        parts,
        preference,
        case over_place
            when 'sum' then fsum(value)
            when 'count' then count(*) filter (value >= 1)
            else fsum(numerator) / nullif(fsum(denominator), 0) * ratio_factor
        end as value,
        if(over_place = 'ratio', fsum(numerator), null) as numerator,
        if(over_place = 'ratio', fsum(denominator), null) as denominator,
        ['estimate', 'preliminary', 'official'][
            min(case quality when 'estimate' then 1 when 'preliminary' then 2 else 3 end)
        ] as quality,
        count(*) as have,
        nullif(array_to_string(list_sort(list_distinct(list(document))), '; '), '') as document,
        nullif(array_to_string(list_sort(list_distinct(list(note))), '; '), '') as note,
        max(upload) as upload,
        if(count(file) = count(*) and min(file) = max(file), min(file), null) as file
    from pieces
    group by indicator, year, period, district, sector, parts, preference, over_place, ratio_factor
),

first_reports as (
    select
        indicator,
        district,
        sector,
        min(year) as since
    from reported
    where district is not null or sector is not null
    group by indicator, district, sector
),

first_districts as (
    select
        indicator,
        district,
        min(since) as since,
        min(since) filter (sector is not null) as since_by_sector
    from first_reports
    where district is not null
    group by indicator, district
),

first_sectors as (
    select
        indicator,
        sector,
        min(since) as since,
        min(since) filter (district is not null) as since_by_district
    from first_reports
    where sector is not null
    group by indicator, sector
),

-- Each part of each place, with the years it is expected in. A district or sector that so far reported only its total
-- lacks in a sum of cells as one part, or that sum would pass for the whole.
members as (
    select indicator, null as district, null as sector, 'districts' as parts, since, null as until
    from first_districts
    union all
    select indicator, null, null, 'sectors', since, null
    from first_sectors
    union all
    select indicator, null, null, 'cells', since, null
    from first_reports
    where district is not null and sector is not null
    union all
    select indicator, null, null, 'cells', since, since_by_sector
    from first_districts
    union all
    select indicator, null, null, 'cells', since, since_by_district
    from first_sectors
    union all
    select indicator, district, null, 'sectors', since, null
    from first_reports
    where district is not null and sector is not null
    union all
    select indicator, null, sector, 'districts', since, null
    from first_reports
    where district is not null and sector is not null
),

years as (
    select distinct indicator, year
    from reported
),

expectations as (
    select
        members.indicator,
        years.year,
        members.district,
        members.sector,
        members.parts,
        count(*) as expected
    from members
    inner join years
        on members.indicator = years.indicator
        and members.since <= years.year
        and (members.until is null or members.until > years.year)
    group by members.indicator, years.year, members.district, members.sector, members.parts
),

candidates as (
    select
        sums.*,
        expectations.expected,
        sums.have = expectations.expected as complete
    from sums
    inner join expectations
        on sums.indicator = expectations.indicator
        and sums.year = expectations.year
        and sums.district is not distinct from expectations.district
        and sums.sector is not distinct from expectations.sector
        and sums.parts = expectations.parts
    where sums.value is not null
),

chosen as (
    select * exclude (preference)
    from candidates
    qualify row_number() over (
        partition by indicator, year, period, district, sector
        order by complete desc, if(complete, 1, have / expected) desc, preference
    ) = 1
),

-- Nine decimals, and no more than the fifteen digits that a number holds: 0.1 + 0.2 is 0.3.
built as (
    select chosen.* replace (
        round(value, greatest(0, least(9, 14 - floor(log10(greatest(abs(value), 1)))))::integer) as value,
        round(numerator, greatest(0, least(9, 14 - floor(log10(greatest(abs(numerator), 1)))))::integer) as numerator,
        round(denominator, greatest(0, least(9, 14 - floor(log10(greatest(abs(denominator), 1)))))::integer)
            as denominator
    )
    from chosen
),

-- Where reported and built differ by more than a number's own noise, both are shown with the difference.
compared as (
    select
        built.*,
        reported.value is not null as is_reported,
        if(
            built.complete
            and abs(reported.value - built.value) > 1e-9 * greatest(abs(reported.value), abs(built.value), 1),
            round(reported.value - built.value, 9),
            null
        ) as difference
    from built
    left join reported
        on built.indicator = reported.indicator
        and built.year = reported.year
        and built.period = reported.period
        and built.district is not distinct from reported.district
        and built.sector is not distinct from reported.sector
),

values_by_place as (
    select
        reported.*,
        'reported' as how,
        true as complete,
        compared.difference
    from reported
    left join compared
        on reported.indicator = compared.indicator
        and reported.year = compared.year
        and reported.period = compared.period
        and reported.district is not distinct from compared.district
        and reported.sector is not distinct from compared.sector
    union all by name
    select
        *,
        'built' as how
    from compared
    where not is_reported or difference is not null
),

values_at_level as (
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
    from values_by_place
    where ($level is null or $level in ('province', 'district', 'sector', 'cell'))
        and ($level is null or (district is not null) = ($level in ('district', 'cell')))
        and ($level is null or (sector is not null) = ($level in ('sector', 'cell')))
        and ($district is null or district = $district)
        and ($sector is null or sector = $sector)
        and ($districts is null or list_contains($districts, district))
    order by indicator, year, period, district nulls first, sector nulls first, how desc
)

select * from values_at_level
