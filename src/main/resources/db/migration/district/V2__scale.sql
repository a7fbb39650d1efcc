-- How large a district is in every respect, so that a loading which was cut off goes on with the same one.
alter table district.district add column referrals bigint;
alter table district.district add column waiting bigint;
alter table district.district add column open bigint;
alter table district.district add column acts bigint;
alter table district.district add column staff int;
alter table district.district add column twice int;
update district.district
set referrals = greatest(1, people / 10), waiting = least(45, greatest(1, people / 10) / 2),
    open = least(45, greatest(1, people / 10) / 2), acts = 0, staff = 1, twice = 160;
alter table district.district alter column referrals set not null;
alter table district.district alter column waiting set not null;
alter table district.district alter column open set not null;
alter table district.district alter column acts set not null;
alter table district.district alter column staff set not null;
alter table district.district alter column twice set not null;
alter table district.district add check (referrals >= open and open >= waiting and waiting >= 0 and acts >= 0);
alter table district.district add check (staff >= 1 and twice >= 2);
