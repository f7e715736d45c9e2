-- Token buckets: what may still be done is computed from the time at which the bucket is full again.
-- The key is an HMAC, so that nobody reads addresses of people or computers here.
create table limit_buckets (
    bucket text primary key,
    full_at_ms bigint not null
);
create index limit_buckets_in_order on limit_buckets (full_at_ms);
