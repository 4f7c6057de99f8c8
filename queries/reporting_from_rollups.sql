-- Question: since when, until when and how much did each district report, where the store keeps the answer?
-- Grain:    one row per district
-- Params:   none
-- Returns:  district, first_year, last_year, records

-- What reporting_by_district says, read from `rolled_reporting` (rollup_of_reporting).

with reporting as (
    select
        district,
        min(first_year) as first_year,
        max(last_year) as last_year,
        sum(records)::bigint as records
    from rolled_reporting
    group by district
    order by district
)

select * from reporting
