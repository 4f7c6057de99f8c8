-- Question: which series that an upload touches fall or jump somewhere, and may want a second look?
-- Grain:    one row per indicator, year, period, district, sector
-- Params:   $jump
-- Returns:  indicator, year, period, district, sector, value

-- `touched` names the series: an indicator, district, sector and the first letter of the periods. A series is left out
-- where no value lies below the one before it (of a cumulative indicator) or $jump times above or below it.

with definitions as (
    select
        indicator,
        json_extract_string(definition, '/kind') as kind,
        if(lower(json_extract_string(definition, '/unit')) in ('%', 'percent', 'per cent', 'phần trăm'), 100, 1)
            as ratio_factor
    from records
    where measure = 'definition'
),

reported as (
    select
        records.indicator,
        records.year,
        records.period,
        records.district,
        records.sector,
        definitions.kind,
        case
            when records.value is null and definitions.kind = 'ratio'
                then round(records.numerator / nullif(records.denominator, 0) * definitions.ratio_factor, 9)
            else records.value
        end as value
    from records
    semi join touched
        on records.indicator = touched.indicator
        and records.district is not distinct from touched.district
        and records.sector is not distinct from touched.sector
        and records.period[1] = touched.length
    left join definitions
        on records.indicator = definitions.indicator
    where records.measure = 'actual'
),

followed as (
    select
        *,
        lag(value) over (partition by indicator, district, sector, period[1] order by year, period) as before
    from reported
    where value is not null
),

-- The series first, and their values then: most of a long file's series are doubted nowhere.
doubted as (
    select distinct
        indicator,
        district,
        sector,
        period[1] as length
    from followed
    where (kind = 'cumulative' and value < before)
        or (
            least(abs(value), abs(before)) > 0
            and greatest(abs(value), abs(before)) >= $jump * least(abs(value), abs(before))
        )
),

doubtful_series as (
    select
        reported.indicator,
        reported.year,
        reported.period,
        reported.district,
        reported.sector,
        reported.value
    from reported
    semi join doubted
        on reported.indicator = doubted.indicator
        and reported.district is not distinct from doubted.district
        and reported.sector is not distinct from doubted.sector
        and reported.period[1] = doubted.length
    where reported.value is not null
    order by
        reported.indicator,
        reported.district nulls first,
        reported.sector nulls first,
        reported.year,
        reported.period
)

select * from doubtful_series
