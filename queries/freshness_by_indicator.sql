-- Question: how far do the figures of each indicator reach, and which upload brought the last of them?
-- Grain:    one row per indicator
-- Params:   none
-- Returns:  indicator, last_year, last_period, last_upload, records

-- An indicator without a single value does not appear: it has no last year.

with figures as (
    select
        indicator,
        year,
        period,
        upload,
        case
            when period = 'Y' then 12
            when period[1] = 'H' then 6 * period[2:]::integer
            when period[1] = 'Q' then 3 * period[2:]::integer
            else period[2:]::integer
        end as last_month,
        case period[1] when 'Y' then 4 when 'H' then 3 when 'Q' then 2 else 1 end as length_rank
    from records
    where measure = 'actual'
        and (value is not null or (numerator is not null and denominator is not null))
),

freshness as (
    select
        indicator,
        max(year) as last_year,
        -- Of the periods that end together the longest names the year best: 2020, not its last quarter.
        arg_max(period, (year, last_month, length_rank)) as last_period,
        max(upload) as last_upload,
        count(*) as records
    from figures
    group by indicator
    order by indicator
)

select * from freshness
