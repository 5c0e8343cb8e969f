insert into users (handle, password, role) values ('mia', 'mia-pw', 'HOST');
insert into users (handle, password, role) values ('noah', 'noah-pw', 'HOST');
insert into users (handle, password, role) values ('zoe', 'zoe-pw', 'EDITOR');
insert into users (handle, password, role) values ('leo', 'leo-pw', 'LISTENER');
