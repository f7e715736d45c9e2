drop table limit_buckets;
