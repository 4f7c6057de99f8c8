-- Question: which indicators are there, and how is each one defined?
-- Grain:    one row per indicator
-- Params:   none
-- Returns:  indicator, definition, upload

with definitions as (
    select
        indicator,
        definition,
        upload
    from records
    where measure = 'definition'
    order by indicator
)

select * from definitions
