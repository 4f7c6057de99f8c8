-- Question: how far do the figures of each indicator reach, where the store keeps the answer?
-- Grain:    one row per indicator
-- Params:   none
-- Returns:  indicator, last_year, last_period, last_upload, records

-- What freshness_by_indicator says, read from `rolled_freshness` (its answer for the files of each indicator).

with freshness as (
    select
        indicator,
        last_year,
        last_period,
        last_upload,
        records
    from rolled_freshness
    order by indicator
)

select * from freshness
