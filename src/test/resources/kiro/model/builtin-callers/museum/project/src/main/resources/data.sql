insert into keeper (name, badge, pin, rank) values
    ('Ida', 'B-100', '4711', 'KEEPER'),
    ('Otto', 'B-200', '0815', 'KEEPER'),
    ('Vera', 'B-300', '1234', 'CURATOR');
insert into exhibit (title, room, keeper_id, status, acquired_on) values
    ('Bronze horse', 'A1', 1, 'STORED', '1999-05-01');
