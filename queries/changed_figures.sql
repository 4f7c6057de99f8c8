-- Question: which figures of districts did each of some publications write anew, and what were they before?
-- Grain:    one row per upload, indicator, year, period, district, sector
-- Params:   $files
-- Returns:  upload, indicator, year, period, district, sector, value_before, upload_before, is_revision

-- `replaced` tells of each publication (upload) the files (path) that it took away or added (is_added): what stands in
-- all others it left alone. `is_revision` is false where a figure stayed what it was, and where there was none before.

with figures as (
    select
        filename as path,
        indicator,
        year,
        period,
        district,
        sector,
        value,
        numerator,
        denominator,
        upload as written_by
    from read_parquet($files, hive_partitioning = true, hive_types = {'indicator': varchar}, filename = true)
    where measure = 'actual'
        and district is not null
),

before as (
    select
        replaced.upload,
        figures.*
    from figures
    join replaced using (path)
    where not replaced.is_added
),

after as (
    select
        replaced.upload,
        figures.*
    from figures
    join replaced using (path)
    where replaced.is_added
),

compared as (
    select
        upload,
        indicator,
        year,
        period,
        district,
        after.sector,
        before.value as value_before,
        before.written_by as upload_before,
        before.written_by is distinct from after.written_by as is_written_anew,
        coalesce(before.value, before.numerator, before.denominator) is not null
        and (
            before.value is distinct from after.value
            or before.numerator is distinct from after.numerator
            or before.denominator is distinct from after.denominator
        ) as is_revision
    from before
    join after using (upload, indicator, year, period, district)
    where before.sector is not distinct from after.sector
),

changed as (
    select * exclude (is_written_anew)
    from compared
    where is_written_anew
        or is_revision
    order by upload, indicator, district, sector nulls first, year, period
)

select * from changed
