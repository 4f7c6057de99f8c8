-- Question: which figures that districts reported had been others before, and who changed them last?
-- Grain:    one row per indicator, year, period, district, sector
-- Params:   $gone
-- Returns:  indicator, year, period, district, sector, upload, value_before, is_told

-- `changes` is what publications wrote anew (queries/changed_figures.sql). A record names the upload that wrote it
-- last; where that one changed its note alone, the one before it is asked. `is_told` is false where that is one of
-- $gone, the publications whose former figures are no longer kept.

with recursive walked as (
    select
        indicator,
        year,
        period,
        district,
        sector,
        upload
    from records
    where measure = 'actual'
        and district is not null
    union all
    select
        walked.indicator,
        walked.year,
        walked.period,
        walked.district,
        walked.sector,
        changes.upload_before
    from walked
    join changes using (upload, indicator, year, period, district)
    where walked.sector is not distinct from changes.sector
        and not changes.is_revision
        and changes.upload_before < changes.upload
),

told as (
    select
        walked.*,
        changes.value_before,
        true as is_told
    from walked
    join changes using (upload, indicator, year, period, district)
    where walked.sector is not distinct from changes.sector
        and changes.is_revision
),

untold as (
    select
        *,
        null::double as value_before,
        false as is_told
    from walked
    where list_contains($gone, upload)
),

revised as (
    select *
    from told
    union all by name
    select *
    from untold
    order by indicator, district, sector nulls first, year, period
)

select * from revised
