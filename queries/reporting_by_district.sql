-- Question: since when, until when and how much did each district report?
-- Grain:    one row per district
-- Params:   none
-- Returns:  district, first_year, last_year, records

-- A district that never reported does not appear.

with reporting as (
    select
        district,
        min(year) as first_year,
        max(year) as last_year,
        count(*) as records
    from records
    where measure = 'actual'
        and district is not null
    group by district
    order by district
)

select * from reporting
