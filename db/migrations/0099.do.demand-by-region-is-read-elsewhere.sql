-- The regions of G3-5 are counted by indicator_denominator's definitions (0094); nothing reads these any more.
DROP FUNCTION indicator_demand_region_now(date);
DROP FUNCTION indicator_demand_region(date, timestamptz);
