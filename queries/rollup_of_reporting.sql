-- Question: since when, until when and how much did each district report of each indicator?
-- Grain:    one row per indicator, district
-- Params:   none
-- Returns:  indicator, district, first_year, last_year, records

-- The store alone asks this, once for the files of an indicator.

with reporting as (
    select
        indicator,
        district,
        min(year) as first_year,
        max(year) as last_year,
        count(*) as records
    from records
    where measure = 'actual'
        and district is not null
    group by indicator, district
    order by indicator, district
)

select * from reporting
