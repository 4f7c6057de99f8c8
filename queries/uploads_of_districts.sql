-- Question: which uploads brought the figures that districts reported?
-- Grain:    one row per upload
-- Params:   none
-- Returns:  upload

with brought as (
    select distinct upload
    from records
    where measure = 'actual'
        and district is not null
    order by upload
)

select * from brought
